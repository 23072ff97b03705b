namespace SmartNic.Hls.Ir;

/// <summary>
/// Operations on unsigned bit vectors. Signedness lives in the operation, never in the type.
/// </summary>
public enum Op
{
    /// <summary>A port of the kernel.</summary>
    Input,

    /// <summary>A constant.</summary>
    Constant,

    /// <summary>Sum, modulo two to the width.</summary>
    Add,

    /// <summary>Difference, modulo two to the width.</summary>
    Subtract,

    /// <summary>Product by a constant in a raw graph; real products are calls.</summary>
    Multiply,

    /// <summary>Bitwise and.</summary>
    And,

    /// <summary>Bitwise or.</summary>
    Or,

    /// <summary>Bitwise exclusive or.</summary>
    Xor,

    /// <summary>Bitwise complement.</summary>
    Not,

    /// <summary>Shift to the left by a variable count; a count of the width or more gives
    /// 0.</summary>
    ShiftLeft,

    /// <summary>Logical shift to the right.</summary>
    ShiftRight,

    /// <summary>Arithmetic shift to the right.</summary>
    ShiftRightSigned,

    /// <summary>Equality; one bit.</summary>
    Equal,

    /// <summary>Unsigned less-than; one bit.</summary>
    Less,

    /// <summary>Signed less-than; one bit.</summary>
    LessSigned,

    /// <summary>Arguments: condition, value if 1, value if 0.</summary>
    Mux,

    /// <summary>Bits from <see cref="Node.Low"/> on.</summary>
    Slice,

    /// <summary>Arguments: high part, low part.</summary>
    Concat,

    /// <summary>Zeros above.</summary>
    ZeroExtend,

    /// <summary>Copies of the top bit above.</summary>
    SignExtend,

    /// <summary>Result of an operation of fixed latency: table read, update, product.</summary>
    Call,

    /// <summary>A value as a stage is given it: wiring, which no pass sees through.</summary>
    Enter,

    /// <summary>A value as a stage hands it on; no pass sees through it.</summary>
    Leave,

    /// <summary>Exclusive or of all arguments, one bit each.</summary>
    Parity,
}
