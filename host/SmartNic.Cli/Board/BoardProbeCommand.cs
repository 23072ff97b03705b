using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SmartNic.Cli.Shell;
using SmartNic.Pci;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board probe</c>: which boards are on the PCI bus, and what they are.</summary>
internal static class BoardProbeCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Verb("probe",
            "List the boards on the PCI bus: link, BARs, driver, firmware, application. Reading "
            + "their registers needs root, or permission for the files that it names",
            "snic board probe", "snic board probe --json",
            "snic board probe --pci 03:00.0 --enable")
        {
            json,
        };
        var pci = new PciOptions().AddTo(command);
        command.SetAction(result =>
        {
            var bus = pci.Bus(result);
            var enable = result.GetValue(pci.Enable);
            BoardProbeItem[] boards =
                [.. Chosen(bus, result.GetValue(pci.Board))
                    .Select(board => BoardProbing.Probe(board, enable))];
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(boards, CliJson.Default.Probes));
                return;
            }

            foreach (var board in boards)
            {
                Print(board, output);
            }
        });
        return command;
    }

    /// <summary>The board of an address, or all of them.</summary>
    /// <exception cref="CliException">There is none.</exception>
    public static IReadOnlyList<PciFunction> Chosen(SysfsBus bus, string? address)
    {
        if (address is not null)
        {
            return [bus.Board(address)];
        }

        var boards = bus.Boards();
        return boards.Count > 0 ? boards : throw new CliException(ExitCode.Device,
            $"there is no board (PCI {PciFunction.BoardVendor:x4}:{PciFunction.BoardDevice:x4}) "
            + $"in {bus.Root}",
            "is it plugged in and configured? echo 1 > /sys/bus/pci/rescan looks again");
    }

    /// <summary>A link in words.</summary>
    public static string Text(LinkItem link, LinkItem most)
    {
        var (now, best) = (Pci(link), Pci(most));
        return $"{now} (card: {best}{(now.IsBelow(best) ? ", slower than it could" : "")})";
    }

    private static PciLink Pci(LinkItem link) => new(link.SpeedGtPerS, link.Lanes);

    private static void Print(BoardProbeItem board, TextWriter output)
    {
        output.WriteText($"{board.Address}  {board.Ids}  class {board.Class}");
        output.WriteText($"  link:         {Text(board.Link, board.MaxLink)}");
        output.WriteText($"  driver:       {board.Driver ?? "none"}"
            + (board.CharDevice is null ? "" : $", {board.CharDevice}"));
        output.WriteText($"  decoding:     {(board.Enabled ? "on" : "off")}");
        var bars = board.BarBytes.OrderBy(bar => bar.Key, StringComparer.Ordinal)
            .Select(bar => $"BAR{bar.Key} {Units.Bytes((ulong)bar.Value)}");
        output.WriteText($"  windows:      {string.Join(", ", bars.DefaultIfEmpty("none"))}");
        if (board.Firmware is { } firmware)
        {
            output.WriteText($"  firmware:     {firmware.Id} version {firmware.Version}, built "
                + firmware.Built.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
                + $" from {firmware.GitHash}");
            output.WriteText($"  board:        {firmware.BoardId} version "
                + $"{firmware.BoardVersion}, FPGA {firmware.FpgaId}");
            output.WriteText($"  blocks:       {string.Join(' ', board.Blocks!)}");
        }

        if (board.SpecHash is not null)
        {
            output.WriteText($"  application:  {board.ApplicationId ?? "none"}, "
                + $"{board.Interfaces} interfaces");
            output.WriteText($"  spec hash:    {board.SpecHash}, "
                + (board.SpecMatches == true ? "as this program" : "not that of this program"));
        }

        foreach (var line in board.Problem ?? [])
        {
            output.WriteText($"  problem:      {line}");
        }
    }
}
