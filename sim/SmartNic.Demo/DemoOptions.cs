namespace SmartNic.Demo;

/// <summary>What is shown, how much of it, and where results go.</summary>
public sealed record DemoOptions
{
    /// <summary>The backend that is the software board, on devices of its own.</summary>
    public const string Soft = "soft";

    /// <summary>Start of the names of namespaces and devices: short, for a device name has at most
    /// 15 characters. Two runs with the same prefix exclude each other.</summary>
    public string Prefix { get; init; } = "snicd";

    /// <summary>Folder of the captures, logs and configuration; created, never emptied.</summary>
    public required string OutputFolder { get; init; }

    /// <summary>The <c>snic</c> program.</summary>
    public required string SnicPath { get; init; }

    /// <summary>What the board is made of: <c>sim</c>, the Verilog, <c>model</c>, the native
    /// kernels in its place, or <c>soft</c>, the software board.</summary>
    public string Backend { get; init; } = "sim";

    /// <summary>Folder of the recorded captures.</summary>
    public required string FixtureFolder { get; init; }

    /// <summary>Rate of the metered tenant, bit/s: twice of it, and the other tenant beside it,
    /// is still well below what a simulated board carries on a busy machine.</summary>
    public long RateBitsPerSecond { get; init; } = 10_000_000;

    /// <summary>Burst of the metered tenant, bytes: long enough for the pauses of a simulator that
    /// shares its machine, short enough to be used up in the first second.</summary>
    public int BurstBytes { get; init; } = 128 * 1024;

    /// <summary>UDP payload of each packet of the load, bytes.</summary>
    public int UdpPayloadBytes { get; init; } = 1200;

    /// <summary>Seconds of load that do not count: the burst is used up meanwhile.</summary>
    public double UdpWarmUpSeconds { get; init; } = 1;

    /// <summary>Seconds of load that are measured.</summary>
    public double UdpSeconds { get; init; } = 6;

    /// <summary>Bytes of each file that is moved by TCP.</summary>
    public int FileBytes { get; init; } = 2 << 20;

    /// <summary>Pings of each kind.</summary>
    public int Pings { get; init; } = 10;

    /// <summary>Whether scenarios do with fewer changes and entries, as tests do.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether captures of the kernel's traffic become the fixtures.</summary>
    public bool Record { get; init; }
}
