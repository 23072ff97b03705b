namespace SmartNic.Registers;

/// <summary>What stands behind a register: decides access and hardware.</summary>
public enum RegisterKind
{
    /// <summary>Read only; a value of the specification.</summary>
    Constant,

    /// <summary>Read only; one half of the hash of the specification.</summary>
    SpecHash,

    /// <summary>Read only; a parameter of the hardware build, constant while it runs.</summary>
    Parameter,

    /// <summary>Read and write; a flip-flop of the register block.</summary>
    Storage,

    /// <summary>Read only; a live value of the hardware.</summary>
    Status,

    /// <summary>Write only; the write starts an action. Reads zero.</summary>
    Strobe,

    /// <summary>Read only; bits 31:0 of a 64-bit value. Reading latches bits 63:32.</summary>
    WideLow,

    /// <summary>Read only; bits 63:32, as they were when the low half was last read.</summary>
    WideHigh,

    /// <summary>Read and write; words that the hardware can also fill, all in one clock.</summary>
    Staging,
}
