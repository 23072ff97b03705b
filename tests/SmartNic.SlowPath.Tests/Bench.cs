using System.Collections.Frozen;

namespace SmartNic.SlowPath.Tests;

/// <summary>An engine with a small world, and what it injected.</summary>
internal sealed class Bench : IInjectionSink
{
    public const ushort Red = 7;
    public const uint RedVni = 0x64;
    public const ushort Lonely = 8;
    public const ulong HostMac = 0x0200_0000_0101;
    public const ulong NeighbourMac = 0x0200_0000_0102;
    public const ulong FarMac = 0x0200_0000_0103;
    public const ulong EndpointMac = 0x0200_0000_0001;
    public static readonly UInt128 EndpointIp6 = new(0xFD00_0000_0000_0000, 1);
    public static readonly UInt128 NeighbourIp6 = new(0xFD00_0001_0000_0000, 2);

    private int _punts;

    private Bench()
    {
    }

    /// <summary>After how many punts the counters are checked.</summary>
    public int LedgerEvery { get; init; } = 1;

    public SlowPathEngine Engine { get; } = new(World());

    public List<byte[]> Injected { get; } = [];

    /// <summary>The time that the engine is told.</summary>
    public ulong NowNs { get; set; } = 1_000_000_000;

    public static SlowPathTenant RedTenant { get; } = new(
        Red, RedVni, 7,
        new Dictionary<uint, ulong> { [0x0A000002] = NeighbourMac }.ToFrozenDictionary(),
        new Dictionary<UInt128, ulong> { [NeighbourIp6] = NeighbourMac }.ToFrozenDictionary(),
        [3, 4]);

    public static SlowPathWorld World()
    {
        SlowPathTenant red = RedTenant;
        SlowPathTenant lonely = red with
        {
            Index = Lonely,
            Name = "lonely",
            Vni = 101,
            Queue = 8,
            Neighbours = FrozenDictionary<uint, ulong>.Empty,
            Neighbours6 = FrozenDictionary<UInt128, ulong>.Empty,
            Flood = [],
        };
        return new SlowPathWorld(
            [new SlowPathEndpoint(0, 0xC0A8CB01, EndpointIp6, EndpointMac)], [red, lonely],
            FdbImage.Of([(Red, FarMac, 5), (Lonely, FarMac, 5)]));
    }

    public static Bench Create(int ledgerEvery = 1) => new() { LedgerEvery = ledgerEvery };

    public bool TryInject(ReadOnlySpan<byte> frame)
    {
        Injected.Add(frame.ToArray());
        return true;
    }

    /// <summary>Punts a frame with a right header.</summary>
    public SlowPathOutcome Punt(
        int reason, byte[] frame, ushort tenant = 0, byte @interface = 0) =>
        PuntRaw(Punted(reason, frame, tenant, @interface));

    /// <summary>A frame behind a right header.</summary>
    public static byte[] Punted(
        int reason, byte[] frame, ushort tenant = 0, byte @interface = 0)
    {
        var punt = new byte[32 + frame.Length];
        punt[0] = 1;
        punt[2] = (byte)reason;
        punt[3] = @interface;
        punt[4] = (byte)(tenant >> 8);
        punt[5] = (byte)tenant;
        punt[6] = (byte)(frame.Length >> 8);
        punt[7] = (byte)frame.Length;
        punt[11] = tenant == 0 ? (byte)0 : (byte)(tenant + RedVni - Red);
        punt[15] = (byte)tenant;
        punt[23] = 0x99;
        frame.CopyTo(punt, 32);
        return punt;
    }

    public SlowPathOutcome PuntRaw(byte[] punt)
    {
        SlowPathOutcome outcome = Engine.Handle(punt, NowNs);
        Bench self = this;
        Engine.Send(ref self, int.MaxValue);
        if (++_punts % LedgerEvery == 0)
        {
            Ledger.Check(Engine.Counters);
        }

        return outcome;
    }

    /// <summary>The one injected frame as text: header, blank, frame.</summary>
    public string Single()
    {
        byte[] only = Injected.Single();
        return Hex.Text(only.AsSpan(0, 32)) + " " + Hex.Text(only.AsSpan(32));
    }
}
