using System.Runtime.InteropServices;
using SmartNic.Driver;

namespace SmartNic.Sim.Native;

/// <summary>snic_sim_frame of sim/verilator/snic_sim.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeFrame
{
    public byte Kind;
    public byte Interface;
    public byte Bad;
    public byte Reserved;
    public ushort Queue;
    public ushort Tag;
    public uint Length;
    public uint Reserved2;
    public ulong TimeNs;
    public ulong FirstClock;
    public ulong LastClock;

    public readonly SimFrame ToManaged() => new(
        new PortId((PortKind)Kind, Interface, Queue),
        Tag,
        (int)Length,
        Bad != 0,
        TimeNs,
        FirstClock,
        LastClock);
}
