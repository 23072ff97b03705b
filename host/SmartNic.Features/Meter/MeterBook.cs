using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>What a meter shall do, in the units of the configuration.</summary>
/// <param name="PeakRate">Rate of the peak or excess bucket, bit/s; 0 without a meter.</param>
/// <param name="CommittedRate">Committed rate, bit/s.</param>
/// <param name="PeakBurst">Size of the peak or excess bucket, bytes.</param>
/// <param name="CommittedBurst">Size of the committed bucket, bytes.</param>
internal readonly record struct MeterPlan(
    ulong PeakRate, ulong CommittedRate, ulong PeakBurst, ulong CommittedBurst)
{
    /// <summary>How the buckets belong together.</summary>
    public MeterKind Kind { get; init; }

    /// <summary>What a frame is charged.</summary>
    public LengthBase Length { get; init; }

    /// <summary>Whether the colour that a packet comes with counts.</summary>
    public ColorMode ColorMode { get; init; }

    /// <summary>The meter of a tenant's rate.</summary>
    public static MeterPlan Of(RateConfig rate) => new(
        rate.BurstRate.BitsPerSecond,
        rate.CommittedRate.BitsPerSecond,
        rate.BurstBytes,
        rate.CommittedBurstBytes)
    {
        Kind = rate.Kind,
        Length = rate.Rate.InPackets ? LengthBase.Packet : rate.Length,
        ColorMode = rate.ColorMode,
    };

    /// <summary>The meter of a slow-path limit: each packet is charged as 64 bytes.</summary>
    public static MeterPlan Of(SlowPathLimit limit)
    {
        var (rate, burst) = (MeterMath.BitsPerSecond(limit), MeterMath.BurstBytes(limit));
        return new(rate, rate, burst, burst);
    }
}

/// <summary>
/// The meters of one table, with their epochs. A meter of a new owner starts full; one whose rate
/// or burst changes goes on, in a new epoch, with no tokens at the time of the change; one that
/// does not change keeps its epoch, and so its state.
/// </summary>
internal sealed partial class MeterBook(DirectTable table, TableInfo states)
{
    private readonly MeterPlan?[] _now = new MeterPlan?[DirectTable.Indices];
    private readonly MeterPlan?[] _next = new MeterPlan?[DirectTable.Indices];
    private readonly ushort[] _epochs = new ushort[DirectTable.Indices];
    private readonly ushort[] _nextEpochs = new ushort[DirectTable.Indices];
    private readonly uint[] _words = new uint[InterfaceRegisters.TableDataCount];

    /// <summary>The table that holds the meters.</summary>
    public DirectTable Table => table;

    /// <summary>Starts a plan.</summary>
    public void Begin()
    {
        Array.Clear(_next);
        _epochs.CopyTo(_nextEpochs, 0);
    }

    /// <summary>Says what the new world has at an index.</summary>
    /// <param name="index">Index of the meter.</param>
    /// <param name="meter">What it shall do.</param>
    /// <param name="nowNs">The board's time.</param>
    public void Want(ushort index, MeterPlan meter, ulong nowNs)
    {
        _next[index] = meter;
        var before = _now[index];
        if (before is null ? IsAdopted(index, meter) : before == meter)
        {
            table.Want(index, table[index]);
            return;
        }

        var isNew = before is null && table[index][0] == 0;
        var epoch = NextEpoch(index, isNew);
        _nextEpochs[index] = epoch;
        TableLayouts.RxMeter.Pack(Config(meter, epoch, isNew, nowNs), _words);
        table.Want(index, _words);
    }

    /// <summary>Puts the plan in force.</summary>
    public void Commit()
    {
        _next.CopyTo(_now, 0);
        _nextEpochs.CopyTo(_epochs, 0);
        for (var i = 0; i < _next.Length; i++)
        {
            _isEpochKnown[i] |= _next[i] is not null;
        }
    }

    /// <summary>The meters in force.</summary>
    /// <param name="ownerOf">Name of an index' owner.</param>
    public IEnumerable<MeterView> Views(Func<int, string> ownerOf)
    {
        for (var i = 0; i < _now.Length; i++)
        {
            if (_now[i] is { } m)
            {
                var rate = m.PeakRate
                    + (m.Kind == MeterKind.ExcessRate ? m.CommittedRate : 0);
                yield return new MeterView(
                    table.Info.Name, ownerOf(i), i, m.PeakRate != 0, _epochs[i], rate,
                    m.CommittedRate, m.PeakBurst, m.CommittedBurst,
                    MeterTypes.Kind.Write(m.Kind),
                    m.Length == LengthBase.Packet ? "packet" : MeterTypes.Length.Write(m.Length),
                    MeterTypes.ColorMode.Write(m.ColorMode));
            }
        }
    }

    private static MeterConfig Config(MeterPlan meter, ushort epoch, bool isNew, ulong nowNs)
    {
        var config = new MeterConfig
        {
            Enabled = meter.PeakRate != 0,
            StartFull = isNew,
            Epoch = epoch,
            StartNs = isNew ? 0 : nowNs,
            Kind = (U2)(byte)meter.Kind,
            LengthBase = (U2)(byte)meter.Length,
            IsColorAware = meter.ColorMode == ColorMode.Aware,
        };
        if (config.Enabled)
        {
            config.CirTimePerByte = (U37)MeterMath.TimePerByte(meter.CommittedRate);
            config.PirTimePerByte = (U37)MeterMath.TimePerByte(meter.PeakRate);
            config.CbsTime = (U51)MeterMath.BurstTime(meter.CommittedRate, meter.CommittedBurst);
            config.PbsTime = (U51)MeterMath.BurstTime(meter.PeakRate, meter.PeakBurst);
        }

        return config;
    }
}
