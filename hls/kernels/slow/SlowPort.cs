using SmartNic.Hls.Language;

namespace SmartNic.Kernels;

/// <summary>The metadata header in front of every frame of the slow port.</summary>
public static class SlowPort
{
    /// <summary>Length of the header, bytes.</summary>
    public const int HeaderBytes = 32;

    /// <summary>Byte 0 of the header.</summary>
    public const byte Version = 1;

    /// <summary>What a punted packet costs at the limiter, whatever its length, bytes.</summary>
    public const int MeteredBytes = 64;

    /// <summary>Sum (RFC 1071) of the header.</summary>
    /// <param name="w">At the header.</param>
    public static uint Sum(Window w)
    {
        ulong a = ((ulong)w.U32(0) + w.U32(4)) + ((ulong)w.U32(8) + w.U32(12));
        ulong b = ((ulong)w.U32(16) + w.U32(20)) + ((ulong)w.U32(24) + w.U32(28));
        return Checksum.Fold(a + b);
    }

    /// <summary>Hands a whole frame, with what is known of it, to the slow path.</summary>
    public static void Punt(
        ref Verdict v, PuntReason reason, U4 port, U12 tenant, U24 vni,
        U12 queue, U14 bytes, ulong timeNs)
    {
        v.Dest = (U2)(byte)Destination.Slow;
        v.Tenant = tenant;
        v.PrefixBytes = (U7)HeaderBytes;
        v.Length = bytes;
        v.CountBytes = bytes;
        v.Prefix[0] = ((ulong)Version << 56) | ((ulong)reason << 40) | ((ulong)port << 32)
            | ((ulong)tenant << 16) | (ulong)bytes;
        v.Prefix[1] = ((ulong)vni << 32) | (ulong)queue;
        v.Prefix[2] = timeNs;
    }
}
