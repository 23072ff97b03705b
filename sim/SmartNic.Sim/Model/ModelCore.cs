using System.Buffers.Binary;
using SmartNic.Driver;
using SmartNic.Hls.Language;
using SmartNic.Kernels;

namespace SmartNic.Sim.Model;

/// <summary>
/// One interface of the gateway in software: the same kernels, run natively, between the same
/// tables and counters. Only what is by hand in RTL is written again here: prefix, edit, trim.
/// </summary>
internal sealed class ModelCore(byte index, FrameOutput output)
{
    private static readonly PortKind[] OutputPorts =
        [PortKind.Wire, PortKind.Host, PortKind.Slow];

    private readonly byte[] _window = new byte[Window.BufferBytes];
    private readonly byte[] _output =
        new byte[EditPrefix.Bytes + EditInner.Bytes + Protocol.MaxFrameBytes];

    /// <summary>A core whose outputs always have room.</summary>
    public ModelCore(byte index, FrameSink sink)
        : this(index, (port, timeNs, tag, frame) =>
        {
            sink(port, timeNs, tag, frame);
            return true;
        })
    {
    }

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
        meta.Sum = FrameSum.Of(frame);
        meta.TimeNs = timeNs;
        meta.Gen = gen;
        meta.HashKey = hashKey;
        meta.Bad = bad || frame.Length > Protocol.MaxFrameBytes;
        meta.Oversize = frame.Length > Protocol.MaxFrameBytes;
        meta.Interface = (U4)index;
        Ports.In(PortKind.Wire, frame.Length);
        Verdict v = Tables.Rx(Fill(frame), meta);
        Rx.Count(v, Egress(v, PortKind.Wire, timeNs, tag, frame));
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
        meta.Sum = FrameSum.Of(frame);
        meta.TimeNs = timeNs;
        meta.Gen = gen;
        meta.HashKey = hashKey;
        meta.Bad = bad || frame.Length > Protocol.MaxFrameBytes;
        meta.Oversize = frame.Length > Protocol.MaxFrameBytes;
        meta.Interface = (U4)index;
        meta.Queue = (U12)queue;
        meta.FromSlow = fromSlow;
        Ports.In(fromSlow ? PortKind.Slow : PortKind.Host, frame.Length);
        Verdict v = Tables.Tx(Fill(frame), meta);
        Tx.Count(
            v, Egress(v, fromSlow ? PortKind.Slow : PortKind.Host, timeNs, tag, frame));
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

    /// <summary>Whole words; what is put behind them goes over what is too much.</summary>
    private static void Put(ReadOnlySpan<ulong> words, int bytes, Span<byte> output)
    {
        for (int i = 0; 8 * i < bytes; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(output[(8 * i)..], words[i]);
        }
    }

    /// <summary>What hw/egress does: prefix, edit, then the kept bytes, to every output.</summary>
    /// <returns>False when the output of the original had no room.</returns>
    public bool Egress(
        in Verdict v, PortKind from, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame)
    {
        if ((Destination)(byte)v.Dest == Destination.Drop && (Outputs)(byte)v.Copies == default)
        {
            return true;
        }

        int stored = Math.Min(frame.Length, Protocol.MaxFrameBytes);
        int prefix = Math.Min((int)(byte)v.PrefixBytes, EditPrefix.Bytes);
        int front = prefix + Math.Min((int)(byte)v.EditBytes, EditInner.Bytes);
        int resume = Math.Min(v.Resume, stored);
        int length = Math.Min((int)(uint)v.Length, stored - resume);
        if (front + length == 0)
        {
            return true;
        }

        Put(v.Prefix, prefix, _output);
        Put(v.Edit, front - prefix, _output.AsSpan(prefix));
        frame.Slice(resume, length).CopyTo(_output.AsSpan(front));
        var bytes = _output.AsSpan(0, front + length);
        bool isOut = true;
        foreach (PortKind kind in OutputPorts)
        {
            bool original = (byte)v.Dest == (int)kind + 1;
            if (!original && (((byte)v.Copies >> (int)kind) & 1) == 0)
            {
                continue;
            }

            // Nobody waits for a word of a copy, or of what goes back to the wire.
            bool isNobodys = !original || (from == PortKind.Wire && kind == PortKind.Wire);
            ushort queue = kind == PortKind.Host ? (ushort)v.Queue : (ushort)0;
            PortId port = new(kind, index, queue);
            bool isTaken = output(port, timeNs, isNobodys ? (ushort)0 : tag, bytes);
            isOut &= isTaken || !original;
            Ports.Left(kind, bytes.Length, original, isTaken);
        }

        return isOut;
    }
}
