namespace SmartNic.Hls.Schedule;

/// <summary>What a delay line is made of.</summary>
public enum DelayStyle
{
    /// <summary>Flip-flops.</summary>
    Registers,

    /// <summary>Shift registers in LUTs, the last clock in flip-flops.</summary>
    ShiftRegister,

    /// <summary>A ring in LUTs as memory.</summary>
    LutRam,

    /// <summary>A ring in block RAM.</summary>
    BlockRam,
}
