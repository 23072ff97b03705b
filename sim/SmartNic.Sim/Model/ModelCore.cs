using System.Buffers.Binary;
using SmartNic.Driver;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Sim.Model;

/// <summary>
/// One interface of the gateway in software: the same kernels, run natively, between the same
/// tables and counters. Only what is by hand in RTL is written again here: cut, insert, trim.
/// </summary>
internal sealed class ModelCore(byte index, FrameSink sink)
{
    private readonly byte[] _window = new byte[Window.BufferBytes];
    private readonly byte[] _output = new byte[Protocol.MaxFrameBytes + 64];

    /// <summary>The tables that the host writes.</summary>
    public ModelTables Tables { get; } = new();

    /// <summary>Events by {tenant, slot}, wire to host.</summary>
    public ModelCounters Rx { get; } = new();

    /// <summary>Events by {tenant, slot}, host to wire.</summary>
    public ModelCounters Tx { get; } = new();

    /// <summary>Frames in and out by port.</summary>
    public ModelPortCounters Ports { get; } = new();

    /// <summary>A frame from the wire.</summary>
    public void Wire(
        bool gen, ulong hashKey, ulong timeNs, ushort tag, bool bad, ReadOnlySpan<byte> frame)
    {
        RxMeta meta = default;
        meta.Length = Length(frame);
        meta.TimeNs = timeNs;
        meta.Gen = gen;
        meta.HashKey = hashKey;
        meta.Bad = bad;
        meta.Oversize = frame.Length > Protocol.MaxFrameBytes;
        meta.Interface = (U4)index;
        Ports.In(PortKind.Wire, frame.Length);
        Verdict v = Tables.Rx(Fill(frame), meta);
        Rx.Count(v);
        Egress(v, timeNs, tag, frame);
    }

    /// <summary>
    /// A frame from a host queue, or from the slow path with its metadata header.
    /// </summary>
    public void Host(
        bool gen, ulong hashKey, ulong timeNs, ushort tag, bool bad, bool fromSlow, ushort queue,
        ReadOnlySpan<byte> frame)
    {
        TxMeta meta = default;
        meta.Length = Length(frame);
        meta.TimeNs = timeNs;
        meta.Gen = gen;
        meta.HashKey = hashKey;
        meta.Bad = bad;
        meta.Oversize = frame.Length > Protocol.MaxFrameBytes;
        meta.Interface = (U4)index;
        meta.Queue = (U12)queue;
        meta.FromSlow = fromSlow;
        Ports.In(fromSlow ? PortKind.Slow : PortKind.Host, frame.Length);
        Verdict v = Tables.Tx(Fill(frame), meta);
        Tx.Count(v);
        Egress(v, timeNs, tag, frame);
    }

    /// <summary>Ingress saturates the length of an oversize frame.</summary>
    private static U14 Length(ReadOnlySpan<byte> frame) =>
        (U14)(uint)Math.Min(frame.Length, Protocol.MaxFrameBytes + 1);

    private Window Fill(ReadOnlySpan<byte> frame)
    {
        int n = Math.Min(frame.Length, Window.LengthBytes);
        frame[..n].CopyTo(_window);
        _window.AsSpan(n).Clear();
        return new Window(_window);
    }

    private static void Prefix(in Verdict v, Span<byte> output)
    {
        BinaryPrimitives.WriteUInt64BigEndian(output, v.H0);
        BinaryPrimitives.WriteUInt64BigEndian(output[8..], v.H1);
        BinaryPrimitives.WriteUInt64BigEndian(output[16..], v.H2);
        BinaryPrimitives.WriteUInt64BigEndian(output[24..], v.H3);
        BinaryPrimitives.WriteUInt64BigEndian(output[32..], v.H4);
        BinaryPrimitives.WriteUInt64BigEndian(output[40..], v.H5);
        BinaryPrimitives.WriteUInt64BigEndian(output[48..], v.H6);
    }

    /// <summary>What hw/egress does: prefix, then the kept bytes, to one port.</summary>
    private void Egress(in Verdict v, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame)
    {
        var destination = (Destination)(byte)v.Dest;
        if (destination == Destination.Drop)
        {
            return;
        }

        int insert = (byte)v.Insert;
        int length = (int)(uint)v.Length;
        if (insert != 0)
        {
            // Whole words; the frame is put over what is beyond the prefix.
            Prefix(v, _output);
        }

        frame.Slice(v.Strip, length).CopyTo(_output.AsSpan(insert));
        PortKind kind = destination switch
        {
            Destination.Wire => PortKind.Wire,
            Destination.Host => PortKind.Host,
            _ => PortKind.Slow,
        };
        ushort queue = kind == PortKind.Host ? (ushort)v.Queue : (ushort)0;
        Ports.Out(kind, insert + length);
        sink(new PortId(kind, index, queue), timeNs, tag, _output.AsSpan(0, insert + length));
    }
}
