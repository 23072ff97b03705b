using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Schedule;

/// <summary>
/// When every bit settles inside its clock. Logic is packed into 6-input LUTs bit by bit: the
/// latest input of a LUT is replaced by what it is computed from, as long as that fits. A sum is
/// one carry chain, whose low bits are there first; the LUT in front of a chain's select input is
/// part of the chain. Equality, order and parity of many bits are trees of LUTs that join the
/// earliest bits first.
/// </summary>
/// <param name="bits">Numbers of all bits.</param>
/// <param name="delays">Delays.</param>
internal sealed partial class BitTiming(BitNumbers bits, DelayModel delays)
{
    private const int Nothing = -1;

    private readonly int[] _clock = new int[bits.Count];
    private readonly double[] _at = new double[bits.Count];

    /// <summary>The bit of the same clock that a bit waited for longest; -1: none.</summary>
    private readonly int[] _from = new int[bits.Count];

    /// <summary>What the operation of a bit reads where it can be part of a LUT; else
    /// null.</summary>
    private readonly int[]?[] _inputs = new int[]?[bits.Count];

    /// <summary>Puts a value into a clock; its sources must have theirs.</summary>
    /// <returns>When its last bit settles, in ns from the register.</returns>
    public double Place(Node n, int clock)
    {
        int first = bits.First(n);
        _clock.AsSpan(first, n.Width + BitNumbers.Inner(n)).Fill(clock);
        var args = bits.Args(n);
        switch (n.Op)
        {
            case Op.Input or Op.Call:
                for (int i = 0; i < n.Width; i++) Set(first + i, 0, -1, null);
                break;
            case Op.Add or Op.Subtract when n.Width > SmallSum:
                Sum(first, clock, args[0], args[1]);
                break;
            case Op.Add or Op.Subtract:
                for (int i = 0; i < n.Width; i++)
                    Lut(first + i, clock, [.. args[0][..(i + 1)], .. args[1][..(i + 1)]]);
                break;
            case Op.Less or Op.LessSigned:
                Order(first, clock, args[0], args[1]);
                break;
            case Op.Equal:
                Tree(first, clock, [.. args[0].Zip(args[1], (x, y) => (x, y))]);
                break;
            case Op.Parity:
                Tree(first, clock, [.. args.Select(a => (a[0], BitNumbers.Zero))]);
                break;
            case Op.ShiftLeft or Op.ShiftRight or Op.ShiftRightSigned:
                Shift(n, first, clock, args[0], args[1]);
                break;
            default:
                for (int i = 0; i < n.Width; i++)
                    if (bits.Of(n)[i] == first + i)
                        Lut(first + i, clock, [.. args.Select(a => a.Length == 1 ? a[0] : a[i])]);
                break;
        }
        return Settles(n, clock);
    }

    /// <summary>When the last bit of a value settles in a clock.</summary>
    public double Settles(Node n, int clock) => At(Last(n, clock), clock);

    /// <summary>The path to the bit of a value that settles last: values and when their bit of it
    /// settles, first one first.</summary>
    public List<(Node Node, double At)> Path(Node n)
    {
        int clock = _clock[bits.First(n)];
        var path = new List<(Node Node, double At)>();
        for (int bit = Last(n, clock); bit >= 0 && _clock[bit] == clock; bit = _from[bit])
        {
            var owner = bits.Owner(bit);
            if (owner.Op is Op.Input or Op.Call) break;
            if (path.Count == 0 || path[^1].Node != owner) path.Add((owner, _at[bit]));
        }
        path.Reverse();
        return path;
    }

    private int Last(Node n, int clock) => Latest(bits.Of(n), clock);

    private int Latest(ReadOnlySpan<int> some, int clock)
    {
        int latest = Nothing;
        foreach (int bit in some)
            if (bit >= 0 && (latest == Nothing || At(bit, clock) > At(latest, clock))) latest = bit;
        return latest;
    }

    private double At(int bit, int clock) => bit >= 0 && _clock[bit] == clock ? _at[bit] : 0;

    private void Set(int bit, double at, int from, int[]? inputs) =>
        (_at[bit], _from[bit], _inputs[bit]) = (at, from, inputs);
}
