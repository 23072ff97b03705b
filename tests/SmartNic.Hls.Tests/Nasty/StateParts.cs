// right: tables of a type in parts, whose names have another order than they stand in
using System.Runtime.InteropServices;
using SmartNic.Hls.Language;

public struct P : IPacket
{
    public uint Sum;
    public bool Closed;
    public readonly bool IsOpen => !Closed;
}

public struct Pair
{
    public Table<ushort> High;
    public Table<ushort> Aside;
}

[Tables, StructLayout(LayoutKind.Auto)]
public partial struct Parts
{
    [Depth(16)] public Table<ushort> Zebra;
}

public partial struct Parts
{
    [Depth(16)] public Pair Both;
    [Depth(16)] public Table<ushort> Ape;
    [Depth(16)] public Counter Mole;
}

public static class UpperStage
{
    [Stage]
    public static void Run(ref P p, byte key, Table<ushort> t, in Pair both)
    {
        if (!p.IsOpen) { return; }
        p.Sum = (uint)(t.Read(key) * 3 + both.Aside.Read(key));
        if (p.Sum == 7) { p.Closed = true; }
    }
}

public static class LowerStage
{
    [Stage]
    public static void Run(ref P p, byte key, Table<ushort> t, in Pair both, Counter seen)
    {
        if (!p.IsOpen) { return; }
        p.Sum ^= (uint)(t.Read(key) - both.High.Read(key)) + (uint)seen.Add(key, 1);
    }
}

public static class Nasty
{
    [Pipeline("nasty")]
    public static uint Run(byte key, in Parts parts)
    {
        P p = default;
        UpperStage.Run(ref p, key, parts.Zebra, parts.Both);
        LowerStage.Run(ref p, (byte)(key + 1), parts.Ape, parts.Both, parts.Mole);
        return p.Sum;
    }
}
