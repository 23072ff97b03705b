using System.Buffers.Binary;
using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Sim.Model;

namespace SmartNic.Bench;

/// <summary>
/// The kernels as they run on the host: parse, classify, meter, next hop, count, and the edit: rx
/// leaves the inner frame where it lies, tx writes the outer headers in front of it.
/// </summary>
internal sealed class NativeBench
{
    private const int Flows = 10_000;
    private const int Tenants = 4095;
    private const int Headroom = EditPrefix.Bytes;
    private const int Stride = Headroom + Window.BufferBytes;
    private const int Rounds = 9;
    private const ulong NsPerPacket = 40;

    private readonly ModelCore _core = new(0, (_, _, _, _) => { });
    private readonly ModelBar _bar;
    private readonly int _innerBytes;
    private readonly byte[] _wire;
    private readonly byte[] _host;
    private readonly ushort[] _queues = new ushort[Flows];
    private readonly (int Start, int Length, int Queue)[] _out = new (int, int, int)[Flows];
    private ulong _nowNs = 1_000_000;

    /// <summary>Programs the tables with the driver, and lays out the frames.</summary>
    /// <param name="innerBytes">Length of the tenants' frames without FCS.</param>
    public NativeBench(int innerBytes)
    {
        _innerBytes = innerBytes;
        _bar = new ModelBar([_core], () => _nowNs);
        var driver = GatewayDriver.Attach(
            _bar, options: new AttachOptions { TablesAreEmpty = true });
        ApplyResult applied = driver.Apply(Gateways.Of(Tenants, Flows, 64, 10_000_000_000));
        if (!applied.Ok)
        {
            throw new InvalidOperationException(string.Join("; ", applied.Errors));
        }

        _wire = new byte[(Flows * Stride) + Window.BufferBytes];
        _host = new byte[_wire.Length];
        int[] order = [.. Enumerable.Range(0, Flows)];
        new Random(1).Shuffle(order);
        foreach (var (slot, flow) in order.Index())
        {
            int tenant = flow % Tenants;
            byte[] inner = Packets.Inner(flow, innerBytes);
            int at = (slot * Stride) + Headroom;
            inner.CopyTo(_host, at);
            Packets.Outer(Gateways.Vni(tenant), inner).CopyTo(_wire, at);
            _queues[slot] = driver.TenantIndex($"t{tenant}")!.Value;
        }
    }

    /// <summary>Measures both directions.</summary>
    public IEnumerable<NativeSpeed> Run()
    {
        yield return Measure("rx", Rx);
        yield return Measure("tx", Tx);
    }

    private NativeSpeed Measure(string direction, Func<int> pass)
    {
        var warm = new CpuClock();
        while (warm.Seconds < 1.5)
        {
            int delivered = pass();
            if (delivered != Flows)
            {
                throw new InvalidOperationException(
                    $"native {direction}: {delivered} of {Flows} packets were delivered");
            }
        }

        var rates = new List<double>();
        for (int round = 0; round < Rounds; round++)
        {
            long packets = 0;
            var clock = new CpuClock();
            while (clock.Seconds < 0.2)
            {
                packets += pass();
            }

            rates.Add(packets / clock.Seconds);
        }

        rates.Sort();
        return new NativeSpeed(
            direction, _innerBytes, Flows, Tenants, rates[Rounds / 2], rates[^1]);
    }

    /// <summary>Every wire frame once.</summary>
    /// <returns>Packets that were delivered to their tenant.</returns>
    private int Rx()
    {
        ModelTables t = _core.Tables;
        RxMeta meta = default;
        meta.Gen = _bar.Generation;
        meta.HashKey = _bar.HashKey;
        meta.Length = (U14)(uint)(_innerBytes + Packets.OuterBytes);
        int delivered = 0;
        for (int i = 0; i < Flows; i++)
        {
            int at = (i * Stride) + Headroom;
            meta.TimeNs = _nowNs += NsPerPacket;
            meta.Sum = FrameSum.Of(_wire.AsSpan(at, (int)(uint)meta.Length));
            Verdict v = t.Rx(new Window(_wire.AsSpan(at, Window.BufferBytes)), meta);
            _core.Rx.Count(v);
            if ((byte)v.Dest == (byte)Destination.Host)
            {
                _out[delivered++] = (at + v.Resume, (int)(uint)v.Length, (int)(uint)v.Queue);
            }
        }

        return delivered;
    }

    /// <summary>Every tenant's frame once.</summary>
    /// <returns>Packets that went to the wire.</returns>
    private int Tx()
    {
        ModelTables t = _core.Tables;
        TxMeta meta = default;
        meta.Gen = _bar.Generation;
        meta.HashKey = _bar.HashKey;
        meta.Length = (U14)(uint)_innerBytes;
        int delivered = 0;
        for (int i = 0; i < Flows; i++)
        {
            int at = (i * Stride) + Headroom;
            meta.TimeNs = _nowNs += NsPerPacket;
            meta.Sum = FrameSum.Of(_host.AsSpan(at, (int)(uint)meta.Length));
            meta.Queue = (U12)_queues[i];
            Verdict v = t.Tx(new Window(_host.AsSpan(at, Window.BufferBytes)), meta);
            _core.Tx.Count(v);
            if ((byte)v.Dest == (byte)Destination.Wire)
            {
                int prefix = (int)(uint)v.PrefixBytes;
                Prepend(_host.AsSpan(at - prefix, prefix), v);
                _out[delivered++] = (at - prefix, (int)(uint)v.Length + prefix, 0);
            }
        }

        return delivered;
    }

    private static void Prepend(Span<byte> header, in Verdict v)
    {
        int words = header.Length / 8;
        for (int i = 0; i < words; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(header[(8 * i)..], v.Prefix[i]);
        }

        for (int i = 8 * words; i < header.Length; i++)
        {
            header[i] = (byte)(v.Prefix[words] >> (56 - (8 * (i % 8))));
        }
    }
}
