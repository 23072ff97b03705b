using System.Net;
using SmartNic.Driver.Tables;
using SmartNic.Kernels;
using L = SmartNic.Registers.TableLayouts;

namespace SmartNic.Driver.Tests.Board;

/// <summary>
/// Every key that any configuration of a test can have; what a generation finds for all of them is
/// the world that its packets see.
/// </summary>
internal sealed class Universe
{
    public const int Endpoints = 8;
    public const int Tenants = 8;
    public const int Macs = 16;
    public const int Remotes = 8;
    public const int Rules = 4;
    public const int Tags = 3;

    public static IPAddress Ip(int n) => IPAddress.Parse($"192.{n}.0.{n + 1}");

    public static IPAddress Ip6(int n) => IPAddress.Parse($"2001:db8:{n:x}::{n + 1:x}");

    public static uint Vni(int n) => 1 + ((uint)n * 1_000_003 % 16_777_215);

    public static ulong Mac(int n) => 0x0200_0000_0000 + ((ulong)n * 0x0101_0003);

    // Looked up at every written word: not made of texts each time.
    private static readonly UInt128[] Locals =
    [
        .. Enumerable.Range(0, Endpoints)
            .SelectMany(n => (IPAddress[])[Ip(n), Ip6(n)]).Select(ip => ip.ToUInt128()),
    ];

    private static readonly UInt128[] Sources =
    [
        .. Enumerable.Range(0, Remotes)
            .SelectMany(r => (IPAddress[])[Ip(100 + r), Ip6(100 + r), Ip(r), Ip6(r)])
            .Select(ip => ip.ToUInt128()),
    ];

    /// <summary>A hash over everything that packets of a generation find on an interface.</summary>
    public static int See(MemoryInterface board, bool gen)
    {
        var world = new HashCode();
        foreach (var ip in Locals)
        {
            var hit = board.Endpoint(ip, gen);
            world.Add(hit.Found ? (hit.Value.UdpPort,
                (hit.Value.Geneve ? 16 : 0) + (hit.Value.Nvgre ? 32 : 0)
                + (byte)hit.Value.Interface) : (0, -1));
        }

        for (var n = 0; n < Tenants; n++)
        {
            var hit = board.Vni(Vni(n), gen);
            world.Add(hit.Found ? ((int)hit.Value.Tenant, (int)hit.Value.Queue) : (0, -1));
        }

        // Indices can go beyond the number of tenants: those of removed ones are not reused at
        // once.
        for (ushort t = 0; t < 2 * Tenants; t++)
        {
            var port = board.Port(t, gen);
            world.Add((port.Valid, (uint)port.Tenant, (uint)port.Vni, port.KeepsTags));
            world.Add((port.Dscp.IsUniform, port.Dscp.HasValue, (byte)port.Dscp.Value,
                (uint)port.Mtu, port.ClampsMss));
            var policy = board.Policy(t, gen);
            world.Add((policy.AnySource, policy.KeepsTags, (byte)policy.OnYellow,
                (byte)policy.Dscp));
            world.Add((policy.RemarksGreen, (byte)policy.GreenDscp, policy.PassesRed,
                policy.RemarksRed, (byte)policy.RedDscp, policy.IsUniform));
            foreach (var ip in Sources)
            {
                world.Add(board.Source(t, ip, gen));
            }

            Add(ref world, board.Workload(L.RxFirewallWorkload.Id, t, gen));
            Add(ref world, board.Workload(L.TxFirewallWorkload.Id, t, gen));
            Add(ref world, board.RxMeter(t, gen));
            Add(ref world, board.TxMeter(t, gen));
            Add(ref world, board.TxSendMeter(t, gen));
            for (var m = 0; m < Macs; m++)
            {
                var hit = board.Fdb(t, Mac(m), gen);
                world.Add(hit.Found ? ((int)hit.Value.NextHop, (int)hit.Value.Mtu) : (-1, -1));
            }
        }

        AddRules(ref world, board, L.RxFirewallAllowed.Id, L.RxFirewallColumns.Id, gen);
        AddRules(ref world, board, L.TxFirewallAllowed.Id, L.TxFirewallColumns.Id, gen);
        for (ushort r = 0; r < 2 * Remotes; r++)
        {
            var hop = board.NextHop(r, gen);
            world.Add((hop.Valid, hop.Ip6, (byte)hop.Patch, hop.HasChecksum, (uint)hop.HeaderBytes,
                hop.Sum, hop.CoveredSum, (byte)hop.Dscp,
                (uint)hop.Mtu));
            foreach (var word in hop.Template)
            {
                world.Add(word);
            }
        }

        return world.ToHashCode();
    }

    /// <summary>Of the conditions the columns where the rules of configurations differ: the kind,
    /// and the first half byte of an IPv4 source.</summary>
    private static void AddRules(
        ref HashCode world, MemoryInterface board, int allowed, int columns, bool gen)
    {
        Add(ref world, board.Entry<RuleSet>(allowed, gen ? 1u : 0u, L.RxFirewallAllowed.Unpack));
        foreach (var column in (int[])[RuleColumns.Kind, RuleColumns.Source + 24])
        {
            for (var value = 0u; value < 16; value += 3)
            {
                Add(ref world, board.Entry<RuleSet>(columns,
                    ((uint)RuleColumns.Row(gen, value) << 7) | (uint)column,
                    L.RxFirewallColumns.Unpack));
            }
        }
    }

    private static void Add(ref HashCode world, in Workload workload)
    {
        world.Add((workload.IsFiltered, workload.Allows, workload.PassesOther));
        Add(ref world, workload.Rules);
    }

    private static void Add(ref HashCode world, in RuleSet set)
    {
        world.Add((set.W0, set.W1, set.W2, set.W3));
        world.Add((set.W4, set.W5, set.W6, set.W7));
    }

    private static void Add(ref HashCode world, in MeterConfig meter)
    {
        world.Add((meter.Enabled, meter.StartFull, meter.Epoch, (ulong)meter.CirTimePerByte,
            (ulong)meter.PirTimePerByte, (ulong)meter.CbsTime, (ulong)meter.PbsTime,
            meter.StartNs));
        world.Add(((byte)meter.Kind, (byte)meter.LengthBase, meter.IsColorAware));
    }
}
