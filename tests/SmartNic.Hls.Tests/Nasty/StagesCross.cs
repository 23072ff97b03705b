// right: scalars of every kind cross, names meet, a stage comes twice, a window moves by a field
using System;
using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

[InlineArray(4)]
public struct Four { private ushort _e; }

public struct In
{
    public U5 A;
    public sbyte B;
    public Four Q;
}

public struct P : IPacket
{
    public UInt128 Wide;
    public In Inner;
    public byte Why;
    public long Signed;
    public bool valid;
    public uint x_s1;
    public uint clk;

    public readonly bool IsOpen => Why == 0;
}

public static class FirstStage
{
    [Stage]
    public static void Run(ref P p, Window w, uint rst, int at)
    {
        if (!p.IsOpen) { return; }
        p.Wide = new UInt128(w.U64(0), w.U64(8));
        p.Inner.A = (U5)w.U8(16);
        p.Inner.B = (sbyte)w.U8(17);
        for (int i = 0; i < 4; i++) p.Inner.Q[i] = (ushort)(w.U16(18) + rst + i);
        p.Signed = (int)w.U32(24) >> (at & 7);
        p.valid = w.U8(30) > 9;
        p.x_s1 = w.U32(32);
        p.clk = rst * 3;
        if (w.U8(3) == 7) { p.Why = 1; }
    }
}

public static class SecondStage
{
    [Stage]
    public static void Run(ref P p, Window w, ulong outWhy, bool why)
    {
        if (!p.IsOpen) { return; }
        p.Signed += p.Inner.B;
        p.Wide ^= (UInt128)outWhy << 40;
        p.Inner.Q[2] ^= w.U16(0);
        if (p.valid & p.Signed < -5 | why)
        {
            p.Why = (byte)(p.Inner.Q[1] & 3);
            p.Inner.A++;
        }
    }
}

public static class K
{
    [Pipeline("stages_cross")]
    public static (UInt128, long, byte, ushort, byte, uint) Run(Window frame, uint a, ulong b)
    {
        P p = default;
        FirstStage.Run(ref p, frame, a, (int)a);
        Window n = frame.Skip((int)(p.Inner.A & (U5)3) * 2 + 4);
        SecondStage.Run(ref p, n, b + (ulong)p.Signed, b == 5);
        SecondStage.Run(ref p, frame, b * a, b == 6);
        return (p.Wide, p.Signed, p.Why, p.Inner.Q[2], (byte)p.Inner.A, p.x_s1 ^ p.clk);
    }
}
