using SmartNic.Driver.Tables;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Features;

/// <summary>What a meter shall do, in the units of the configuration.</summary>
internal readonly record struct MeterPlan(
    ulong PeakRate, ulong CommittedRate, ulong PeakBurst, ulong CommittedBurst)
{
    /// <summary>The meter of a tenant's rate.</summary>
    public static MeterPlan Of(TenantConfig tenant) => new(
        tenant.Rate.BitsPerSecond,
        tenant.CommittedRate.BitsPerSecond,
        tenant.BurstBytes,
        tenant.CommittedBurstBytes);

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
                yield return new MeterView(
                    table.Info.Name, ownerOf(i), i, m.PeakRate != 0, _epochs[i], m.PeakRate,
                    m.CommittedRate, m.PeakBurst, m.CommittedBurst);
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
