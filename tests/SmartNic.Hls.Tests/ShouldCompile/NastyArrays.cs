using SmartNic.Hls.Language;
using System.Runtime.CompilerServices;

[InlineArray(4)]
public struct Q<T>
{
    private T _e;
    public readonly T First() => _e;
    public void SetFirst(T t)
    {
        _e = t;
        this[3] = t;
    }

    public readonly T At(int i) => this[i & 3];
}

public struct Cell
{
    public byte A;
    public ushort B;
    public void Bump()
    {
        A++;
        B += 3;
    }

    public readonly int Sum() => A + B;
}

public record struct Rec(Q<byte> X, uint Y);
public static class N
{
    static uint Take(in Q<uint> a, int i)
    {
        uint s = 0;
        for (int k = 0; k < 4; k++)
            if (k != i)
                s += a[k];
        return s;
    }

    static void Swap(ref uint a, ref uint b)
    {
        uint t = a;
        a = b;
        b = t;
    }

    static Q<uint> Make(uint x)
    {
        Q<uint> q = default;
        for (int i = 0; i < 4; i++)
            q[i] = x + (uint)i;
        return q;
    }

    [Kernel("n_order")]
    public static (uint, uint, uint, Q<uint>) Order(Q<uint> a, byte n, uint x)
    {
        int i = n & 3;
        a[i] = (uint)(i = 2) + x;
        a[i] += (uint)(i = 1) + x;
        uint r = a[i = 3] + a[i];
        (i, a[i]) = (0, x * 2);
        uint s = a[i]-- + a[i];
        return (r, s, Make(x)[n & 3] + Take(a, i), a);
    }

    [Kernel("n_nested")]
    public static (Q<Q<byte>>, byte, byte) Nested(Q<Q<byte>> q, byte n, byte m)
    {
        q[n & 3][m & 3] ^= 0x55;
        q[n >> 6] = q[m >> 6];
        byte f = q[m & 3].At(n);
        return (q, f, q[2].First());
    }

    [Kernel("n_cells")]
    public static (Q<Cell>, int, uint, uint) Cells(Q<Cell> c, Q<uint> u, byte n)
    {
        c[n & 3].A += c[3 - (n & 3)].A;
        int s = c[n & 3].Sum();
        for (int i = 0; i < 3; i++)
            c[i + 1].Bump();
        c[n & 3].Bump();
        uint loc = 5;
        Swap(ref u[0], ref loc);
        u[2] += loc;
        Q<uint> copy = u;
        copy.SetFirst(77);
        u[1] += copy[3];
        return (c, s, u[0] * 2 + u[1], copy.First() + copy.At(n));
    }

    [Kernel("n_while")]
    public static (int, int, uint) Whiles(uint x, byte n)
    {
        int i = 0, k = 0;
        uint s = 0;
        while (i++ < 5 && (x >> i & 1) != 0)
        {
            if ((x >> (i + 8) & 1) != 0) continue;
            s += (uint)i;
            if (s == 7)
                break;
        }
        do
        {
            k++;
            if (k == 3 && n > 9)
                break;
            s = s * 3 + x;
        }
        while (k < 4 && (n >> k & 1) == 0);
        for (int j = 0; j < n && j < 6; j += 2) s ^= x << j;
        int t = 0;
        for (U3 c = (U3)n; t < 8 && c != (U3)0; t++)
        {
            c = c - (U3)1;
            if (s == 99)
                return (t, k, 1);
        }
        return (i, k * 16 + t, s);
    }

    [Kernel("n_rec")]
    public static Rec Recs(Rec r, byte n)
    {
        Rec q = r with { Y = r.X[n & 3] };
        q.X = r.X;
        var z = q.X;
        z[n & 3] = 9;
        q.X = z;
        return q;
    }

    [Kernel("n_state")]
    public static uint States(byte kind, uint key, [Depth(16)] Counter c, [Depth(16)] Table<uint> t)
    {
        ulong v = kind switch
        {
            0 => c.Add(key, 3),
            1 => c.Add(t.Read(key), 4),
            < 9 when key > 70 => c.Add(key + 1, t.Read(key >> 3)),
            _ => 8,
        };
        return (uint)v ^ kind;
    }
}
