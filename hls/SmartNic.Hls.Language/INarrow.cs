using System.Numerics;

namespace SmartNic.Hls.Language;

/// <summary>
/// What <c>U1</c> to <c>U63</c> have in common, so that a method can be generic in the width:
/// <c>where T : struct, INarrow&lt;T&gt;</c>. All arithmetic wraps at the width of the type.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface INarrow<TSelf> : IAdditionOperators<TSelf, TSelf, TSelf>,
    ISubtractionOperators<TSelf, TSelf, TSelf>, IMultiplyOperators<TSelf, TSelf, TSelf>,
    IUnaryNegationOperators<TSelf, TSelf>, IBitwiseOperators<TSelf, TSelf, TSelf>,
    IShiftOperators<TSelf, int, TSelf>, IComparisonOperators<TSelf, TSelf, bool>,
    IIncrementOperators<TSelf>, IDecrementOperators<TSelf>
    where TSelf : struct, INarrow<TSelf>
{
    /// <summary>Width in bits.</summary>
    static abstract int Bits { get; }

    /// <summary>The largest value, all bits one.</summary>
    static abstract TSelf MaxValue { get; }

    /// <summary>The number.</summary>
    /// <param name="x">The value.</param>
    static abstract implicit operator ulong(TSelf x);

    /// <summary>The lowest bits of a number.</summary>
    /// <param name="x">The number.</param>
    static abstract explicit operator TSelf(ulong x);
}
