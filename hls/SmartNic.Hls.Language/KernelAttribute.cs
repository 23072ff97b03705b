namespace SmartNic.Hls.Language;

/// <summary>Marks a static method as a kernel: it is compiled to a Verilog module.</summary>
/// <param name="name">Name of the module, e.g. <c>snic_rx_kernel</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public class KernelAttribute(string name) : Attribute
{
    /// <summary>Name of the Verilog module.</summary>
    public string Name { get; } = name;

    /// <summary>Clock period in ns.</summary>
    public double ClockNs { get; init; } = 4.0;

    /// <summary>Clocks from input to output, exactly; 0: as few as meet the clock.</summary>
    public int Latency { get; init; }

    /// <summary>Share of the period kept free for what the delay model does not see, in
    /// percent.</summary>
    public double MarginPercent { get; init; } = 25.0;
}
