using System.Buffers.Binary;
using System.Net;
using NUnit.Framework;

namespace SmartNic.Examples.Tests;

/// <summary>Conversions, and random numbers with their seed in the log.</summary>
internal static class Numbers
{
    public static uint Address(IPAddress address) =>
        BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    public static Random Seeded()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        return new(seed);
    }

    public static ulong NextUInt64(this Random random)
    {
        Span<byte> bytes = stackalloc byte[8];
        random.NextBytes(bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }

    public static uint NextUInt32(this Random random) => (uint)random.NextUInt64();
}
