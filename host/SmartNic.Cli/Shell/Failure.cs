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
        IOException e => new Failure(ExitCode.Failure, [FileTrouble.Words(e.Message)]),
        UnauthorizedAccessException e => new Failure(ExitCode.Failure, [e.Message]),
        OutOfMemoryException => new Failure(ExitCode.Failure, ["not enough memory"]),
        _ => null,
    };

    /// <summary>
    /// One line for a defect of ours, and what to report; where it happened, for who looks for it.
    /// </summary>
    /// <param name="exception">What nobody expected.</param>
    /// <param name="withTrace">Also the stack, for a developer who asked for it.</param>
    public static Failure OfDefect(Exception exception, bool withTrace)
    {
        var message = string.Join(' ', exception.Message.Split(
            ['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var line = $"this is a defect of snic, not of what you gave it: {message}";
        return new Failure(ExitCode.Failure, withTrace
            ? [line, .. exception.ToString().Split('\n')]
            : [line, "please report this line, the command and its files, snic --version, and "
                + $"what the same command prints with {CommonOptions.LogLevelName} trace"]);
    }
}
