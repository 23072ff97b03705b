using System.Numerics;

namespace SmartNic.Examples.Tests;

/// <summary>SipHash-2-4 over bytes, as its authors describe it.</summary>
internal static class SipOracle
{
    public static ulong Hash(byte[] key, byte[] message)
    {
        ulong k0 = BitConverter.ToUInt64(key), k1 = BitConverter.ToUInt64(key, 8);
        ulong[] v = [.. "somepseudorandomlygeneratedbytes".Chunk(8).Select((c, i) =>
            c.Aggregate(0ul, (x, letter) => (x << 8) | letter) ^ (i % 2 == 0 ? k0 : k1))];
        void Round()
        {
            Half(0, 1, 13);
            Half(2, 3, 16);
            v[0] = BitOperations.RotateRight(v[0], 32);
            Half(2, 1, 17);
            Half(0, 3, 21);
            v[2] = BitOperations.RotateRight(v[2], 32);
        }

        void Half(int a, int b, int turn)
        {
            v[a] += v[b];
            v[b] = (v[b] << turn | v[b] >> (64 - turn)) ^ v[a];
        }

        int padding = 7 - (message.Length % 8);
        byte[] padded = [.. message, .. new byte[padding], (byte)message.Length];
        foreach (byte[] block in padded.Chunk(8))
        {
            ulong m = BitConverter.ToUInt64(block);
            v[3] ^= m;
            Round();
            Round();
            v[0] ^= m;
        }

        v[2] ^= 0xff;
        for (int i = 0; i < 4; i++)
        {
            Round();
        }

        return v[0] ^ v[1] ^ v[2] ^ v[3];
    }
}
