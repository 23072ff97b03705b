using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>Two-rate three-colour meter (RFC 2698) of one tenant; times as in Meter.</summary>
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

    /// <summary>1 / PIR in units of 2^-20 ns a byte.</summary>
    public U37 PirTimePerByte;

    /// <summary>CBS / CIR in units of 2^-20 ns.</summary>
    public U51 CbsTime;

    /// <summary>PBS / PIR in units of 2^-20 ns.</summary>
    public U51 PbsTime;

    /// <summary>When not StartFull: the time at which both buckets were empty.</summary>
    public ulong StartNs;
}
