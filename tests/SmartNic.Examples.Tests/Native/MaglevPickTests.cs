using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>The paper's table, and the hash of Jenkins' own program.</summary>
public sealed class MaglevPickTests
{
    /// <summary>Table 1 of the paper: three backends, and the same without B1.</summary>
    [Test]
    public void ThePapersTableComesOut() => Assert.Multiple(() =>
    {
        Assert.That(MaglevTable.Populate([3, 0, 3], [4, 2, 1], 7),
            Is.EqualTo((int[])[1, 0, 1, 0, 2, 2, 0]));
        Assert.That(MaglevTable.Populate([3, 3], [4, 1], 7),
            Is.EqualTo((int[])[0, 0, 0, 0, 1, 1, 1]), "B2 is the second here");
    });

    /// <summary>Property of section 3.4: no backend has more than one entry more.</summary>
    [Test]
    public void EntriesAreEvenlyShared()
    {
        var random = Numbers.Seeded();
        const int Size = (int)MaglevPick.Size;
        int[] offsets = [.. Enumerable.Range(0, 100).Select(_ => random.Next(Size))];
        int[] skips = [.. Enumerable.Range(0, 100).Select(_ => random.Next(1, Size))];
        var shares = MaglevTable.Populate(offsets, skips, Size).CountBy(b => b)
            .Select(s => s.Value).ToList();
        Assert.That(shares.Max() - shares.Min(), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void ImpossibleTablesAreRefused() => Assert.Multiple(() =>
    {
        Assert.That(() => MaglevTable.Populate([], [], 7), Throws.ArgumentException);
        Assert.That(() => MaglevTable.Populate([7], [1], 7), Throws.ArgumentException);
        Assert.That(() => MaglevTable.Populate([0], [0], 7), Throws.ArgumentException);
    });

    /// <summary>What driver5 of lookup3.c prints.</summary>
    [TestCase("", 0u, 0xdeadbeefu)]
    [TestCase("Four score and seven years ago", 0u, 0x17770551u)]
    [TestCase("Four score and seven years ago", 1u, 0xcd628161u)]
    public void TheOracleIsLookup3(string text, uint seed, uint hash) =>
        Assert.That(Lookup3(Encoding.ASCII.GetBytes(text), seed), Is.EqualTo(hash));

    [Test]
    public void TheHashIsLookup3OfTwelveBytes()
    {
        var random = Numbers.Seeded();
        for (int i = 0; i < 10_000; i++)
        {
            var key = new byte[12];
            random.NextBytes(key);
            uint[] w = [.. key.Chunk(4).Select(c => BinaryPrimitives.ReadUInt32LittleEndian(c))];
            Assert.That(MaglevPick.Hash(w[0], w[1], w[2]), Is.EqualTo(Lookup3(key, 0)));
        }
    }

    [Test]
    public void AFlowGetsTheBackendOfItsEntry()
    {
        var random = Numbers.Seeded();
        var table = new Table<Backend>(65536);
        int[] entries = MaglevTable.Populate([11, 222, 3333], [5, 7, 11], (int)MaglevPick.Size);
        for (uint i = 0; i < entries.Length; i++)
        {
            Backend backend = default;
            backend.IsPresent = true;
            backend.Address = 0x0a000000 + (uint)entries[i];
            table.Write(i, backend);
        }

        for (int i = 0; i < 10_000; i++)
        {
            uint a = random.NextUInt32(), b = random.NextUInt32(), c = random.NextUInt32();
            var at = (int)((BigInteger)MaglevPick.Hash(a, b, c) * MaglevPick.Size / (1L << 32));
            var backend = MaglevPick.Run(a, b, c, table);
            Assert.That((backend.IsPresent, backend.Address), Is.EqualTo(
                (true, 0x0a000000 + (uint)entries[at])));
        }
    }

    /// <summary>hashlittle of lookup3.c, byte by byte.</summary>
    private static uint Lookup3(byte[] key, uint seed)
    {
        uint a, b, c;
        a = b = c = 0xdeadbeef + (uint)key.Length + seed;
        int at = 0;
        for (; key.Length - at > 12; at += 12)
        {
            Add();
            void Mix(ref uint x, ref uint y, uint z, int turn)
            {
                x -= y;
                x ^= (y << turn) | (y >> (32 - turn));
                y += z;
            }

            Mix(ref a, ref c, b, 4);
            Mix(ref b, ref a, c, 6);
            Mix(ref c, ref b, a, 8);
            Mix(ref a, ref c, b, 16);
            Mix(ref b, ref a, c, 19);
            Mix(ref c, ref b, a, 4);
        }

        if (at == key.Length)
        {
            return c;
        }

        Add();
        void Final(ref uint x, uint y, int turn) =>
            x = (x ^ y) - ((y << turn) | (y >> (32 - turn)));
        Final(ref c, b, 14);
        Final(ref a, c, 11);
        Final(ref b, a, 25);
        Final(ref c, b, 16);
        Final(ref a, c, 4);
        Final(ref b, a, 14);
        Final(ref c, b, 24);
        return c;

        void Add()
        {
            a += Word(0);
            b += Word(4);
            c += Word(8);
        }

        uint Word(int offset) => (uint)Enumerable.Range(0, 4)
            .Where(i => at + offset + i < key.Length)
            .Sum(i => (long)key[at + offset + i] << (8 * i));
    }
}
