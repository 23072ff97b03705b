using SmartNic.Pci.Nic;
using SmartNic.Registers;

namespace SmartNic.Pci.Tests;

/// <summary>Whatever memory holds, reading it as a NIC ends: well, or in our error.</summary>
public sealed class RandomBlockTests
{
    private const int Rounds = 20_000;

    /// <summary>Random words; many are small, so that links often lead somewhere.</summary>
    [Test]
    public void Random_memory_never_hangs_or_crashes_the_walk()
    {
        var (lists, _, errors) = Run(random =>
        {
            var memory = new uint[1 << random.Next(3, 11)];
            foreach (ref var word in memory.AsSpan())
            {
                word = Word(random, memory.Length);
            }

            (memory[0], memory[1]) = (BlockType.FirmwareId, 0x100);
            return memory;
        });
        Assert.That(lists, Is.GreaterThan(100), "hardly any walk came to an end");
        Assert.That(errors, Is.GreaterThan(100), "hardly any walk failed");
    }

    /// <summary>A good NIC with up to 20 words wrong.</summary>
    [Test]
    public void A_damaged_nic_never_hangs_or_crashes_the_walk()
    {
        var (_, interfaces, errors) = Run(random =>
        {
            var memory = GoodNic();
            for (var wrong = random.Next(20); wrong > 0; wrong--)
            {
                // Near the start of a region, where the blocks are.
                var place = (0x100 * random.Next(3)) + random.Next(0x50);
                memory[place] = Word(random, memory.Length);
            }

            return memory;
        });
        Assert.That(interfaces, Is.GreaterThan(100), "hardly any walk came to interfaces");
        Assert.That(errors, Is.GreaterThan(100), "hardly any walk failed");
    }

    private static (int Lists, int Interfaces, int Errors) Run(Func<Random, uint[]> make)
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        int lists = 0, interfaces = 0, errors = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var bar = new CheckedMemory(make(random));
            try
            {
                var nic = new CorundumNic(bar, bar.LengthBytes);
                nic.SteerQueues();
                interfaces += nic.Interfaces.Count(entry => entry.ReadPorts().Count > 0);
                lists++;
            }
            catch (PciException e)
            {
                Assert.That(e.Message, Does.Contain("register blocks of the NIC"));
                errors++;
            }
        }

        TestContext.Out.WriteLine(
            $"{lists} lists, {interfaces} interfaces with ports, {errors} errors");
        return (lists, interfaces, errors);
    }

    private static uint Word(Random random, int words) => random.Next(8) switch
    {
        0 => (uint)random.NextInt64(1L << 32),
        1 => (uint)(0xC000 + random.Next(6)),
        2 => random.Next(2) == 0 ? 0x100u : 0x200,
        3 => 0,
        4 => (uint)random.Next(4),
        5 => BlockType.RxQueueMap,
        _ => (uint)(4 * random.Next(words)),
    };

    /// <summary>Two interfaces with a port each, in 0xC00 bytes.</summary>
    private static uint[] GoodNic()
    {
        var memory = new uint[0x300];
        void Put(int offset, params uint[] words) => words.CopyTo(memory, offset / 4);
        Put(0, BlockType.FirmwareId, 0x100, 0x40);
        Put(0x40, BlockType.Interfaces, 0x100, 0x80, 0x400, 2, 0x400, 0);
        Put(0x80, BlockType.Application, 0x200, 0, ApplicationInfo.Id);
        foreach (var region in (int[])[0x400, 0x800])
        {
            Put(region, BlockType.InterfaceControl, 0x400, 0x40);
            Put(region + 0x40, BlockType.RxQueueMap, 0x200, 0xC0, 2);
            Put(region + 0xC0, BlockType.Port, 0x200, 0, 0x100);
            Put(region + 0x100, BlockType.PortControl, 0x200, 0, 0, 1, 1);
        }

        return memory;
    }

    /// <summary>Memory that fails the test when it is left, or accessed between words.</summary>
    private sealed class CheckedMemory(uint[] memory) : IBar
    {
        public long LengthBytes => 4L * memory.Length;

        public uint Read32(uint offset) => memory[Index(offset)];

        public void Write32(uint offset, uint value) => memory[Index(offset)] = value;

        public void WriteBlock(uint offset, ReadOnlySpan<uint> words) =>
            words.CopyTo(memory.AsSpan(Index(offset)));

        private static int Index(uint offset) => offset % 4 == 0
            ? checked((int)(offset / 4)) : throw new ArgumentOutOfRangeException(nameof(offset));
    }
}
