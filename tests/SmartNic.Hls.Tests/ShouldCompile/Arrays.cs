using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

[InlineArray(4)]
public struct Four<T>
{
    private T _first;
}

public struct Lane
{
    public U12 Weight;
    public bool On;
}

public struct Port
{
    public Four<Lane> Lanes;
    public byte Last;
}

// Inline arrays, local and in structs, with indices that the packet decides.
public static class Arrays
{
    [Kernel("snic_arrays")]
    public static (uint Best, Port Port, Four<ushort> Sums) Run(
        Port port, byte at, Four<ushort> add)
    {
        Four<ushort> sums = default;
        for (int i = 0; i < 4; i++)
        {
            sums[i] = (ushort)(add[i] + (uint)port.Lanes[i].Weight);
            if (port.Lanes[i].On) sums[i] += 5;
        }

        int index = at & 3;
        uint best = sums[index]++;
        port.Lanes[index].Weight += 7;
        port.Lanes[3 - index].On ^= true;
        if (at < 3) sums[at + 1] = sums[index = at];
        port.Last = (byte)index;
        return (best, port, sums);
    }

    [Kernel("snic_sorted")]
    public static Four<byte> Sorted(Four<byte> x)
    {
        for (int i = 0; i < 3; i++)
            for (int k = 0; k < 3 - i; k++)
                if (x[k] > x[k + 1]) (x[k], x[k + 1]) = (x[k + 1], x[k]);
        return x;
    }
}
