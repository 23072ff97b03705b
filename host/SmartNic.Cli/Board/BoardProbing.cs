using System.Globalization;
using SmartNic.Driver;
using SmartNic.Pci;
using SmartNic.Pci.Nic;

namespace SmartNic.Cli.Board;

/// <summary>Finds out all that can be found out about a board, without changing it.</summary>
internal static class BoardProbing
{
    public static BoardProbeItem Probe(PciFunction function, bool enable)
    {
        CorundumNic? nic = null;
        ApplicationInfo? application = null;
        IReadOnlyList<string>? problem = null;
        try
        {
            PciBoard.Enable(function, enable);
            using (var bar = PciBoard.OpenNicBar(function))
            {
                nic = new CorundumNic(bar, bar.LengthBytes);
            }

            using (var bar = PciBoard.OpenApplicationBar(function))
            {
                application = ApplicationInfo.Read(bar);
            }

            // Says what attach would say.
            PciBoard.Open(function with { IsEnabled = true }).Dispose();
        }
        catch (PciException e)
        {
            problem = e.Advice is null ? [e.Message] : [e.Message, e.Advice];
        }
        catch (DeviceLostException e)
        {
            problem = [e.Message];
        }

        return new BoardProbeItem(
            function.Address,
            Text($"{function.Vendor:x4}:{function.Device:x4}"),
            Text($"{function.ClassCode:x6}"),
            Link(function.Link),
            Link(function.MaxLink),
            function.Driver,
            function.CharDevice,
            function.IsEnabled || nic is not null,
            function.BarBytes.ToDictionary(bar => Text($"{bar.Key}"), bar => bar.Value),
            nic is null ? null : Firmware(nic.Firmware),
            nic?.Blocks.Select(block => block.Name).ToArray(),
            nic?.Application is { } id ? Text($"0x{id:X8}") : null,
            application is null ? null : Text($"0x{application.SpecHash:X16}"),
            application?.HasOurSpec,
            application?.Interfaces,
            problem);
    }

    public static LinkItem Link(PciLink link) => new(link.SpeedGtPerS, link.Lanes);

    private static FirmwareItem Firmware(FirmwareId firmware) => new(
        Text($"0x{firmware.FpgaId:X8}"),
        Text($"0x{firmware.Id:X8}"),
        Text($"0x{firmware.Version:X8}"),
        Text($"0x{firmware.BoardId:X8}"),
        Text($"0x{firmware.BoardVersion:X8}"),
        DateTimeOffset.FromUnixTimeSeconds(firmware.BuildDate).UtcDateTime,
        Text($"0x{firmware.GitHash:X8}"));

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
