using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Three-colour meter of one tenant; times as in Meter.</summary>
public struct MeterConfig
{
    /// <summary>Off: every packet is green.</summary>
    public bool Enabled;

    /// <summary>A meter first seen with this epoch starts with full buckets.</summary>
    public bool StartFull;

    /// <summary>Names this configuration; a state of another epoch starts anew.</summary>
    public ushort Epoch;

    /// <summary>1 / CIR in units of 2^-20 ns a byte.</summary>
    public U37 CirTimePerByte;

    /// <summary>
    /// 1 / PIR in units of 2^-20 ns a byte; 1 / CIR of RFC 2697, 1 / EIR of RFC 4115.
    /// </summary>
    public U37 PirTimePerByte;

    /// <summary>CBS / CIR in units of 2^-20 ns; 0 for a rate of 0, of which nothing is green.
    /// </summary>
    public U51 CbsTime;

    /// <summary>
    /// PBS / PIR in units of 2^-20 ns; EBS / CIR of RFC 2697, EBS / EIR of RFC 4115. 0 for a rate
    /// of 0.
    /// </summary>
    public U51 PbsTime;

    /// <summary>When not StartFull: the time at which both buckets were empty.</summary>
    public ulong StartNs;

    /// <summary>A MeterKind.</summary>
    public U2 Kind;

    /// <summary>A LengthBase.</summary>
    public U2 LengthBase;

    /// <summary>The colour that a packet comes with counts (DropPrecedence).</summary>
    public bool IsColorAware;
}
