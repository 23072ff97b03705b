using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Pci;
using SmartNic.Pci.Nic;

namespace SmartNic.Cli.Board;

/// <summary><c>snic board link</c>: the PCI Express link and the network ports of boards.</summary>
internal static class BoardLinkCommand
{
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Verb("link",
            "Show the links of the boards on the PCI bus: PCI Express, and every network port",
            "snic board link", "snic board link --pci 03:00.0 --json")
        {
            json,
        };
        var pci = new PciOptions().AddTo(command);
        command.SetAction(result =>
        {
            var boards = BoardProbeCommand.Chosen(pci.Bus(result), result.GetValue(pci.Board));
            var enable = result.GetValue(pci.Enable);
            BoardLinkItem[] links = [.. boards.Select(board => Read(board, enable))];
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(links, CliJson.Default.Links));
                return;
            }

            foreach (var link in links)
            {
                Print(link, output);
            }
        });
        return command;
    }

    private static BoardLinkItem Read(PciFunction function, bool enable)
    {
        IReadOnlyList<PortLinkItem> ports = [];
        IReadOnlyList<string>? problem = null;
        try
        {
            PciBoard.Enable(function, enable);
            using var bar = PciBoard.OpenNicBar(function);
            ports = [.. new CorundumNic(bar, bar.LengthBytes).Interfaces.SelectMany(Ports)];
        }
        catch (PciException e)
        {
            problem = e.Advice is null ? [e.Message] : [e.Message, e.Advice];
        }
        catch (DeviceLostException e)
        {
            problem = [e.Message];
        }

        return new BoardLinkItem(function.Address, BoardProbing.Link(function.Link),
            BoardProbing.Link(function.MaxLink), ports, problem);
    }

    private static IEnumerable<PortLinkItem> Ports(NicInterface nic) =>
        nic.ReadPorts().Select((port, index) => new PortLinkItem(
            nic.Index, index, port.IsUp, port.TxStatus, port.RxStatus,
            nic.QueueMap is { } map && index < map.Ports ? map.IsSteered(index) : null));

    private static void Print(BoardLinkItem board, TextWriter output)
    {
        output.WriteText(
            $"{board.Address}  PCI {BoardProbeCommand.Text(board.Link, board.MaxLink)}");
        foreach (var line in board.Problem ?? [])
        {
            output.WriteText($"  problem: {line}");
        }

        if (board.Ports.Count == 0)
        {
            return;
        }

        var table = new TextTable("PORT", "LINK", "TX", "RX", "QUEUE CHOSEN BY");
        foreach (var port in board.Ports)
        {
            table.Add(
                string.Create(CultureInfo.InvariantCulture, $"{port.Interface}:{port.Port}"),
                port.IsUp ? "up" : "down",
                State(port.TxStatus),
                State(port.RxStatus),
                port.IsSteered switch { true => "application", false => "NIC", _ => "unknown" });
        }

        table.Write(output);
    }

    private static string State(uint status) =>
        (status & 2) != 0 ? "reset" : (status & 1) != 0 ? "ready" : "not ready";
}
