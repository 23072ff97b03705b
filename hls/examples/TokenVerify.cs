using System.Numerics;
using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>A key of SipHash, its bytes little-endian.</summary>
public struct TokenKey
{
    /// <summary>Bytes 0 to 7.</summary>
    public ulong Low;

    /// <summary>Bytes 8 to 15.</summary>
    public ulong High;
}

/// <summary>The state of SipHash while a token is hashed.</summary>
public struct TokenHash
{
    ulong v0;
    ulong v1;
    ulong v2;
    ulong v3;

    /// <summary>The state under a key.</summary>
    public TokenHash(TokenKey key)
    {
        v0 = key.Low ^ 0x736f6d6570736575;
        v1 = key.High ^ 0x646f72616e646f6d;
        v2 = key.Low ^ 0x6c7967656e657261;
        v3 = key.High ^ 0x7465646279746573;
    }

    /// <summary>Takes in eight bytes.</summary>
    public void Add(ulong word)
    {
        v3 ^= word;
        Rounds(2);
        v0 ^= word;
    }

    /// <summary>The hash of all that was added.</summary>
    public ulong End()
    {
        v2 ^= 0xff;
        Rounds(4);
        return (v0 ^ v1) ^ (v2 ^ v3);
    }

    void Rounds(int count)
    {
        for (int i = 0; i < count; i++)
        {
            (v0, v1) = Half(v0, v1, 13);
            (v2, v3) = Half(v2, v3, 16);
            v0 = BitOperations.RotateLeft(v0, 32);
            (v2, v1) = Half(v2, v1, 17);
            (v0, v3) = Half(v0, v3, 21);
            v2 = BitOperations.RotateLeft(v2, 32);
        }
    }

    static (ulong A, ulong B) Half(ulong a, ulong b, int turn) =>
        (a + b, BitOperations.RotateLeft(b, turn) ^ (a + b));
}

/// <summary>
/// Verifies a token that a packet carries: a SipHash-2-4 (Aumasson, Bernstein 2012) under a
/// secret key over the 24 bytes in front of it: flow, path and time of expiry.
/// </summary>
public static class TokenVerify
{
    /// <summary>True when the token is right and has not expired.</summary>
    /// <param name="header">16 bytes of flow, 4 of path, 4 of expiry, the token of 8; network
    /// order.</param>
    /// <param name="key">The secret.</param>
    /// <param name="now">Seconds.</param>
    [Kernel("snic_token_verify")]
    public static bool Run(Window header, TokenKey key, uint now)
    {
        var hash = new TokenHash(key);
        for (int i = 0; i < 3; i++)
        {
            hash.Add(Reversed(header.Skip(i * 8).U64(0)));
        }

        hash.Add(24ul << 56);
        bool isFresh = now <= header.U32(20);
        return hash.End() == Reversed(header.U64(24)) && isFresh;
    }

    // SipHash reads little-endian words.
    static ulong Reversed(ulong x)
    {
        ulong y = 0;
        for (int i = 0; i < 8; i++)
        {
            y = y << 8 | (x >> i * 8 & 0xFF);
        }

        return y;
    }
}
