using System.Numerics;
using SmartNic.Hls.Language;

public enum Kind : byte { None = 0, Short = 3, Long = 7 }

public record struct Pair(ushort Left, U9 Right);

public struct Box
{
    public int Count;
    public Pair Pair { get; set; }
    public readonly int Twice => Count * 2;
    public Box(int count) { Count = count; Pair = new Pair((ushort)count, (U9)1); }
    public void Add(int n) { Count += n; }
}

public struct Everything
{
    public uint A;
    public ulong B;
    public int C;
    public U9 D;
    public Kind E;
    public bool F;
    public UInt128 G;
    public U63 H;
    public Pair I;
    public long J;
}

public static class LanguageKernels
{
    static readonly uint Seed = 0x9e3779b9;

    [Kernel("snic_language")]
    public static Everything Run(uint x, ulong y, int z, U9 n, byte b, bool f, UInt128 w, U37 u)
    {
        Everything r = default;
        for (int i = 0; i < 8; i++)
        {
            if (i == (b & 7)) continue;
            if ((x >> i & 1) == 0) break;
            r.A += BitOperations.RotateLeft(x, 5) ^ Seed;
        }

        int turns = 0;
        while (turns < 3)
        {
            r.J += (long)z * 5 - turns;
            turns++;
        }

        do { r.J ^= z; turns--; } while (turns > 0);
        r.B = (y << (b & 63)) | (y >>> 3) | (ulong)n;
        r.C = z >> (int)(x & 31);
        r.C += b switch
        {
            0 => 1,
            1 or 2 => -7,
            < 100 => z,
            _ => Math.Max(z, 5),
        };
        switch (x & 7)
        {
            case 1:
                r.D = n;
                break;
            case 2 or 3:
                if (f) break;
                r.D = (U9)(n + 300);
                break;
            default:
                r.D = ~n;
                break;
        }

        r.E = b > 5 ? Kind.Long : f ? Kind.Short : Kind.None;
        r.F = r.E is Kind.Long or Kind.Short && (f || x != 7);
        r.G = ((UInt128)y << 20) + w - (ulong)u;
        if (r.G >= w) r.G >>= 3;
        r.H = (U63)y - u;
        var box = new Box(b) { Pair = new Pair((ushort)x, n) };
        box.Add(box.Twice);
        Swap(ref box.Count, ref z);
        Split(x, out ushort high, out ushort low);
        (int p, var q) = (high + low, Generic.Choose(f, high, low));
        r.C -= p + q + box.Count;
        r.I = box.Pair with { Left = (ushort)(box.Pair.Left + 1) };
        if (r.I == new Pair(1, n)) r.I.Left = 9;
        byte wrap = b;
        wrap += 200;
        wrap++;
        r.A ^= (uint)(wrap << 8) | (uint)-(sbyte)b;
        r.A += u % 16 == 3 ? 1u : (uint)(u / 4);
        return r;
    }

    static void Swap(ref int a, ref int b) => (a, b) = (b, a);

    static void Split(uint x, out ushort high, out ushort low)
    {
        high = (ushort)(x >> 16);
        low = (ushort)x;
        if (x == 0) return;
        low ^= high;
    }
}

public static class Generic
{
    public static T Choose<T>(bool first, T a, T b) where T : struct => first ? a : b;
}
