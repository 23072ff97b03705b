using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Replay;

/// <summary>
/// The counters of a replay: the board's, checked against what the replay itself put in and took
/// out, with the host ports by tenant.
/// </summary>
internal static class ReplayCounters
{
    /// <exception cref="CliException">The board counted what was not, or lost a packet.</exception>
    public static CounterSnapshot Of(
        GatewayDriver driver, GatewayConfig config, PortTally entered, PortTally left)
    {
        var board = driver.ReadCounters();
        for (byte i = 0; i < driver.Board.Interfaces; i++)
        {
            var number = i;
            foreach (var kind in Enum.GetValues<PortKind>())
            {
                var name = $"{kind.ToString().ToLowerInvariant()}.{number}";
                bool Same(PortId port) => port.Kind == kind && port.Interface == number;
                Check($"{name} in", board.Ports[name].In, entered.Sum(Same));
                Check($"{name} out", board.Ports[name].Out, left.Sum(Same));
            }
        }

        CheckConservation(board, entered.Sum(_ => true), left.Sum(_ => true));
        return board with { Ports = Ports(driver, config, entered, left) };
    }

    private static Dictionary<string, PortCounters> Ports(
        GatewayDriver driver, GatewayConfig config, PortTally entered, PortTally left)
    {
        var ports = new Dictionary<string, PortCounters>();
        PortCounters Counters(Func<PortId, bool> same) => new(entered.Sum(same), left.Sum(same));
        void Numbered(PortKind kind, string name)
        {
            for (var i = 0; i < driver.Board.Interfaces; i++)
            {
                var number = i;
                ports[$"{name}.{i}"] =
                    Counters(port => port.Kind == kind && port.Interface == number);
            }
        }

        Numbered(PortKind.Wire, "wire");
        foreach (var name in config.Tenants.Select(t => t.Name).Order(StringComparer.Ordinal))
        {
            var queue = driver.TenantIndex(name);
            ports[$"host.{name}"] =
                Counters(port => port.Kind == PortKind.Host && port.Queue == queue);
        }

        Numbered(PortKind.Slow, "slow");
        return ports;
    }

    private static void CheckConservation(
        CounterSnapshot board, PacketCount entered, PacketCount left)
    {
        var drops = board.Drops.Values.Aggregate(0UL, (sum, count) => sum + count);
        var copies = board.Ports.Values.Aggregate(0UL, (sum, port) => sum + port.Copies);
        if (entered.Packets + copies != left.Packets + drops)
        {
            throw Broken($"{entered.Packets} packets went in, {copies} copies were made, "
                + $"{left.Packets} came out and {drops} were dropped");
        }
    }

    private static void Check(string what, PacketCount counted, PacketCount seen)
    {
        if (counted != seen)
        {
            throw Broken($"{what}: the board counted {counted.Packets} packets of "
                + $"{counted.Bytes} bytes, the replay {seen.Packets} of {seen.Bytes}");
        }
    }

    private static CliException Broken(string what) =>
        new(ExitCode.Device, $"packets are not conserved: {what}", "this is a defect of the board");
}
