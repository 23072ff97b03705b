using System.Numerics;
using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>Two words of 64 bits, little-endian: a key or a message of 16 bytes.</summary>
public struct Words128
{
    /// <summary>Bytes 0 to 7.</summary>
    public ulong Low;

    /// <summary>Bytes 8 to 15.</summary>
    public ulong High;
}

/// <summary>The four words of state of SipHash.</summary>
public struct SipState
{
    /// <summary>Word 0.</summary>
    public ulong V0;

    /// <summary>Word 1.</summary>
    public ulong V1;

    /// <summary>Word 2.</summary>
    public ulong V2;

    /// <summary>Word 3.</summary>
    public ulong V3;

    /// <summary>SipRound (section 2.1, figure 2.1).</summary>
    public void Round()
    {
        V0 += V1;
        V2 += V3;
        V1 = BitOperations.RotateLeft(V1, 13) ^ V0;
        V3 = BitOperations.RotateLeft(V3, 16) ^ V2;
        V0 = BitOperations.RotateLeft(V0, 32);
        V2 += V1;
        V0 += V3;
        V1 = BitOperations.RotateLeft(V1, 17) ^ V2;
        V3 = BitOperations.RotateLeft(V3, 21) ^ V0;
        V2 = BitOperations.RotateLeft(V2, 32);
    }

    /// <summary>Takes in one word of the message with two rounds.</summary>
    public void Compress(ulong word)
    {
        V3 ^= word;
        Round();
        Round();
        V0 ^= word;
    }
}

/// <summary>
/// SipHash-2-4 of a message of 16 bytes, e.g. a flow's key in a table that an attacker must not be
/// able to fill (Aumasson, Bernstein: "SipHash: a fast short-input PRF", INDOCRYPT 2012).
/// </summary>
public static class SipHash
{
    const ulong MessageBytes = 16;

    /// <summary>The 64-bit hash under a secret key.</summary>
    [Kernel("snic_siphash")]
    public static ulong Run(Words128 key, Words128 message)
    {
        SipState s = default;
        s.V0 = key.Low ^ 0x736f6d6570736575;
        s.V1 = key.High ^ 0x646f72616e646f6d;
        s.V2 = key.Low ^ 0x6c7967656e657261;
        s.V3 = key.High ^ 0x7465646279746573;
        s.Compress(message.Low);
        s.Compress(message.High);
        s.Compress(MessageBytes << 56);
        s.V2 ^= 0xff;
        for (int i = 0; i < 4; i++)
        {
            s.Round();
        }

        return (s.V0 ^ s.V1) ^ (s.V2 ^ s.V3);
    }
}
