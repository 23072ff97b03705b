using System.Numerics;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// RFC 2697, RFC 2698 and RFC 4115, section 3 of each, from their texts: two buckets of bytes,
/// refilled continuously at the stored rate, in exact arithmetic. Shares no code with the kernel.
/// </summary>
internal sealed class MeterOracle
{
    private readonly Bucket _committed;
    private readonly Bucket _other;
    private readonly MeterKind _kind;
    private readonly bool _isAware;

    /// <summary>Time per byte and burst time are the stored fixed-point values, 2^-20 ns.</summary>
    public MeterOracle(
        ulong cirTimePerByte, ulong cbsTime, ulong pirTimePerByte, ulong pbsTime, ulong startNs,
        bool full, MeterKind kind = MeterKind.TwoRate, bool isAware = false)
    {
        _committed = new Bucket(cirTimePerByte, cbsTime, startNs, full);
        _other = new Bucket(pirTimePerByte, pbsTime, startNs, full);
        (_kind, _isAware) = (kind, isAware);
    }

    /// <summary>Colour of a packet of so many bytes at a time.</summary>
    public MeterColor Packet(ulong nowNs, int bytes, MeterColor incoming = MeterColor.Green)
    {
        Rational over = _committed.Refill(nowNs);
        if (_kind == MeterKind.SingleRate)
        {
            _other.Add(nowNs, over);
        }
        else
        {
            _other.Refill(nowNs);
        }

        MeterColor before = _isAware ? incoming : MeterColor.Green;
        return _kind switch
        {
            MeterKind.TwoRate => TwoRate(bytes, before),
            _ => OneOfTwo(bytes, before),
        };
    }

    /// <summary>RFC 2698 section 3: red first, then yellow.</summary>
    private MeterColor TwoRate(int bytes, MeterColor before)
    {
        if (before == MeterColor.Red || _other.Lacks(bytes))
        {
            return MeterColor.Red;
        }

        _other.Take(bytes);
        if (before == MeterColor.Yellow || _committed.Lacks(bytes))
        {
            return MeterColor.Yellow;
        }

        _committed.Take(bytes);
        return MeterColor.Green;
    }

    /// <summary>
    /// RFC 2697 section 3 and RFC 4115 section 3: green first, else yellow from the other bucket.
    /// </summary>
    private MeterColor OneOfTwo(int bytes, MeterColor before)
    {
        if (before == MeterColor.Green && !_committed.Lacks(bytes))
        {
            _committed.Take(bytes);
            return MeterColor.Green;
        }

        if (before != MeterColor.Red && !_other.Lacks(bytes))
        {
            _other.Take(bytes);
            return MeterColor.Yellow;
        }

        return MeterColor.Red;
    }

    private sealed class Bucket
    {
        private readonly BigInteger _timePerByte;
        private readonly Rational _size;
        private Rational _tokens;
        private ulong _lastNs;

        public Bucket(ulong timePerByte, ulong burstTime, ulong startNs, bool full)
        {
            _timePerByte = timePerByte;
            _size = new Rational(burstTime, timePerByte);
            _tokens = full ? _size : Rational.Of(0);
            _lastNs = startNs;
        }

        /// <summary>Fills it at its rate; the result is what it had no room for.</summary>
        public Rational Refill(ulong nowNs)
        {
            var elapsed = (BigInteger)(nowNs - _lastNs) << 20;
            return Add(nowNs, new Rational(elapsed, _timePerByte));
        }

        /// <summary>Adds tokens; the result is what it had no room for.</summary>
        public Rational Add(ulong nowNs, Rational tokens)
        {
            Rational all = (_tokens + tokens).Reduced();
            _tokens = Rational.Min(_size, all);
            _lastNs = nowNs;
            return (all - _tokens).Reduced();
        }

        public bool Lacks(int bytes) => _tokens < Rational.Of(bytes);

        public void Take(int bytes) => _tokens = (_tokens - Rational.Of(bytes)).Reduced();
    }
}
