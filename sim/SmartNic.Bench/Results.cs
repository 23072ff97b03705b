namespace SmartNic.Bench;

/// <summary>Where it was measured.</summary>
/// <param name="Cpu">Model of the processor.</param>
/// <param name="Cores">Processors that this process may use.</param>
/// <param name="Os">Kernel.</param>
/// <param name="Runtime">.NET version.</param>
internal sealed record Machine(string Cpu, int Cores, string Os, string Runtime);

/// <summary>Back-to-back frames of one size.</summary>
/// <param name="Direction">`rx` or `tx`; both are busy while it is measured.</param>
/// <param name="InnerBytes">Length of the tenant's frame without FCS.</param>
/// <param name="InputBeats">Beats of the frame that enters.</param>
/// <param name="OutputBeats">Beats of the frame that leaves.</param>
/// <param name="ExpectedClocks">The larger of the two.</param>
/// <param name="Clocks">Clocks per packet, measured at the output.</param>
internal sealed record Throughput(
    string Direction, int InnerBytes, int InputBeats, int OutputBeats, int ExpectedClocks,
    double Clocks)
{
    /// <summary>There are clocks in which nothing moves.</summary>
    public bool HasBubbles => Clocks > ExpectedClocks * 1.001;
}

/// <summary>A frame through an idle gateway.</summary>
/// <param name="Direction">`rx` or `tx`.</param>
/// <param name="InnerBytes">Length of the tenant's frame without FCS.</param>
/// <param name="Clocks">From the last input beat to the first output beat, the worst seen.</param>
internal sealed record Latency(string Direction, int InnerBytes, long Clocks)
{
    /// <summary>Most clocks that are allowed (DESIGN: 192 ns at 250 MHz).</summary>
    public const long Most = 48;
}

/// <summary>Speed of the verilated board, busy both ways.</summary>
/// <param name="InnerBytes">Length of the tenants' frames without FCS.</param>
/// <param name="Clocks">Clocks that were simulated.</param>
/// <param name="ClocksPerSecond">Clocks per second of computing.</param>
/// <param name="PacketsPerSecond">Packets of both directions per second of computing.</param>
internal sealed record SimulationSpeed(
    int InnerBytes, long Clocks, double ClocksPerSecond, double PacketsPerSecond);

/// <summary>The kernels as software, on one core, with everything in memory.</summary>
/// <param name="Direction">`rx` or `tx`.</param>
/// <param name="InnerBytes">Length of the tenants' frames without FCS.</param>
/// <param name="Flows">Different flows.</param>
/// <param name="Tenants">Different tenants, each with a meter.</param>
/// <param name="PacketsPerSecond">Median of the rounds.</param>
/// <param name="BestPacketsPerSecond">Best round.</param>
internal sealed record NativeSpeed(
    string Direction, int InnerBytes, int Flows, int Tenants, double PacketsPerSecond,
    double BestPacketsPerSecond);

/// <summary>Programming tables through a BAR that is memory.</summary>
/// <param name="Entries">Forwarding entries in one transaction.</param>
/// <param name="WritesPerEntry">Words written per entry, tidying included.</param>
/// <param name="ReadsPerTransaction">Words read in the whole transaction.</param>
/// <param name="EntriesPerSecond">Median, from the call to the end of tidying.</param>
/// <param name="BytesAllocatedPerEntry">Garbage per entry once the buffers have grown.</param>
internal sealed record DriverSpeed(
    int Entries, double WritesPerEntry, long ReadsPerTransaction, double EntriesPerSecond,
    double BytesAllocatedPerEntry);

/// <summary>One entry that comes or goes in a table of many, as a transaction of its own.</summary>
/// <param name="What">`table` alone, or the whole `gateway`: all tables, the flip, and the slow
/// path's image.</param>
/// <param name="Entries">Forwarding entries that are there.</param>
/// <param name="Slots">Entries that the table has room for.</param>
/// <param name="Microseconds">Median: planning, placing, writing into memory, tidying.</param>
/// <param name="MicrosecondsOf99">What 99 of 100 take at most.</param>
/// <param name="WritesPerChange">Words written, tidying included.</param>
/// <param name="BytesAllocatedPerChange">Garbage once the buffers have grown.</param>
internal sealed record ChangeSpeed(
    string What, int Entries, int Slots, double Microseconds, double MicrosecondsOf99,
    double WritesPerChange, double BytesAllocatedPerChange)
{
    /// <summary>Most that is allowed, in microseconds.</summary>
    public const double Most = 100;
}

/// <summary>Live records, inserted one by one through a BAR that is memory.</summary>
/// <param name="Entries">Records that were inserted.</param>
/// <param name="Slots">Records that there is room for.</param>
/// <param name="InsertsPerSecond">Median; hash, place, write into memory, a fence for 64.</param>
/// <param name="WritesPerInsert">Words written, those of moves included.</param>
/// <param name="MovesPerInsert">Entries of the index that made room.</param>
/// <param name="BytesAllocatedPerInsert">Garbage.</param>
internal sealed record RecordSpeed(
    int Entries, int Slots, double InsertsPerSecond, double WritesPerInsert,
    double MovesPerInsert, double BytesAllocatedPerInsert);

/// <summary>Times of builds from nothing.</summary>
/// <param name="KernelsSeconds">`snic-hls build` of all kernels, its start included.</param>
/// <param name="Kernels">Kernels that were compiled.</param>
/// <param name="BoardSeconds">The verilated board at 512 bit, one interface.</param>
internal sealed record BuildTimes(double KernelsSeconds, int Kernels, double BoardSeconds);

/// <summary>Everything that was measured; null for what was not asked for.</summary>
internal sealed record Results(
    Machine Machine,
    IReadOnlyList<Throughput>? Throughput,
    IReadOnlyList<Latency>? Latency,
    IReadOnlyList<SimulationSpeed>? Simulation,
    IReadOnlyList<NativeSpeed>? Native,
    DriverSpeed? Driver,
    IReadOnlyList<ChangeSpeed>? Changes,
    RecordSpeed? Records,
    BuildTimes? Build);
