using System.Numerics;

namespace SmartNic.Kernels.Tests;

/// <summary>
/// RFC 2698 section 3, colour-blind mode, from its text: two buckets of bytes, refilled
/// continuously at the stored rate, in exact arithmetic. Shares no code with the kernel.
/// </summary>
internal sealed class MeterOracle
{
    private readonly Bucket _committed;
    private readonly Bucket _peak;

    /// <summary>Time per byte and burst time are the stored fixed-point values, 2^-20 ns.</summary>
    public MeterOracle(
        ulong cirTimePerByte, ulong cbsTime, ulong pirTimePerByte, ulong pbsTime, ulong startNs,
        bool full)
    {
        _committed = new Bucket(cirTimePerByte, cbsTime, startNs, full);
        _peak = new Bucket(pirTimePerByte, pbsTime, startNs, full);
    }

    /// <summary>Colour of a packet of so many bytes at a time.</summary>
    public MeterColor Packet(ulong nowNs, int bytes)
    {
        _committed.Refill(nowNs);
        _peak.Refill(nowNs);
        if (_peak.Lacks(bytes))
        {
            return MeterColor.Red;
        }

        _peak.Take(bytes);
        if (_committed.Lacks(bytes))
        {
            return MeterColor.Yellow;
        }

        _committed.Take(bytes);
        return MeterColor.Green;
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

        public void Refill(ulong nowNs)
        {
            var elapsed = (BigInteger)(nowNs - _lastNs) << 20;
            _tokens = Rational.Min(_size, _tokens + new Rational(elapsed, _timePerByte)).Reduced();
            _lastNs = nowNs;
        }

        public bool Lacks(int bytes) => _tokens < Rational.Of(bytes);

        public void Take(int bytes) => _tokens -= Rational.Of(bytes);
    }
}
