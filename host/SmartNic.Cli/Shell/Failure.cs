using System.Net.Sockets;
using SmartNic.Driver;
using SmartNic.Flash;
using SmartNic.Jtag;
using SmartNic.Packets;
using SmartNic.Pci;
using SmartNic.Sim;
using SmartNic.Usb;

namespace SmartNic.Cli.Shell;

/// <summary>What the user is told about a failure.</summary>
internal sealed record Failure(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>
    /// The failure that an exception stands for; null when it is a defect of ours.
    /// </summary>
    public static Failure? Of(Exception exception) => exception switch
    {
        CliException e => new Failure(e.Code, e.Lines),
        CaptureException e => new Failure(ExitCode.Failure, [e.Message]),
        DeviceLostException e => new Failure(ExitCode.Device, [e.Message]),
        PciException e => new Failure(
            ExitCode.Device, e.Advice is null ? [e.Message] : [e.Message, e.Advice]),
        ImageException e => new Failure(
            ExitCode.Failure, e.Advice is null ? [e.Message] : [e.Message, e.Advice]),
        FlashException e => new Failure(
            ExitCode.Device, e.Advice is null ? [e.Message] : [e.Message, e.Advice]),
        JtagException e => new Failure(
            ExitCode.Device, e.Advice is null ? [e.Message] : [e.Message, e.Advice]),
        UsbException e => new Failure(
            ExitCode.Device, e.Advice is null ? [e.Message] : [e.Message, e.Advice]),
        SimException e => new Failure(ExitCode.Device, [e.Message]),
        SocketException e => new Failure(ExitCode.Device, [e.Message]),
        OperationCanceledException => new Failure(ExitCode.Failure, ["interrupted"]),
        IOException e => new Failure(ExitCode.Failure, [e.Message]),
        UnauthorizedAccessException e => new Failure(ExitCode.Failure, [e.Message]),
        _ => null,
    };
}
