using SmartNic.Driver.Tests.Board;
using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Driver.Tests.Adoption;

/// <summary>Words that change behind the driver are found, named and repaired.</summary>
public sealed class AuditTests
{
    private const int Interfaces = 2;

    private static (MemoryBar Board, GatewayDriver Driver) Start(int seed)
    {
        var board = new MemoryBar(Interfaces);
        var driver = Fresh.Attach(board);
        var configs = new RandomConfig(new Random(seed), Interfaces);
        for (var n = 0; n < 3; n++)
        {
            Assert.That(driver.Apply(configs.Next()).Errors, Is.Empty);
        }

        return (board, driver);
    }

    [Test]
    public void ABoardAsItShouldBeHasNoDifference()
    {
        var (board, driver) = Start(3);
        board.Written = () => Assert.Fail("an audit writes nothing");
        Assert.That(driver.Audit(), Is.Empty);
        Assert.That(driver.Audit(isRepairing: true), Is.Empty);
    }

    /// <summary>
    /// Any bit of any entry in use, on any interface, in any table: named with table and field, and
    /// only that entry is written again.
    /// </summary>
    [Test]
    public void EveryFlippedBitIsFoundAndRepaired()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var (board, driver) = Start(random.Next());
        var world = TransactionTests.See(board);
        foreach (var table in TableLayouts.All.Where(t => !t.Name.EndsWith("_state")))
        {
            for (var n = 0; n < 4; n++)
            {
                var iface = random.Next(Interfaces);
                if (Pick(board, iface, table, random) is not var (index, words, field))
                {
                    continue;
                }

                var bit = field.Lsb + random.Next(field.Width);
                words[bit / 32] ^= 1u << (bit % 32);
                Write(board, iface, table, index, words);
                var found = driver.Audit();
                var name = table.Name.EndsWith("_a") || table.Name.EndsWith("_b")
                    ? table.Name[..^2]
                    : table.Name;
                Assert.That(found.Select(d => (d.Where, d.Interface)),
                    Is.Not.Empty.And.All.EqualTo((name, iface)), $"{table.Name}.{field.Path}");
                Assert.That(found.Any(d => d.IsRepaired), Is.False);

                var commits = board.Interfaces[iface].Commits;
                var repaired = driver.Audit(isRepairing: true);
                Assert.That(repaired, Has.Count.EqualTo(found.Count));
                Assert.That(repaired.All(d => d.IsRepaired));
                Assert.That(board.Interfaces[iface].Commits - commits, Is.EqualTo(1));
                Assert.That(driver.Audit(), Is.Empty);
                Assert.That(TransactionTests.See(board), Is.EqualTo(world));
            }
        }
    }

    [Test]
    public void TheDifferenceIsNamed()
    {
        var (board, driver) = Start(5);
        var tenant = driver.Current!.Tenants[0];
        var queue = (uint)driver.TenantIndex(tenant.Name)!.Value;
        Write(board, 1, TableLayouts.TxPort.Info, queue, new uint[TableLayouts.TxPort.Words]);
        var difference = driver.Audit().Single();
        Assert.That($"{difference}", Does.StartWith(
            $"tx_port [{queue}] of generation 0 on interface 1: valid is 0, should be 1, "
            + $"tenant is 0, should be {queue}, vni is 0, should be {tenant.Vni}"));
        Assert.That($"{driver.Audit(isRepairing: true).Single()}", Does.EndWith("; repaired"));
    }

    /// <summary>An entry in a free slot, that a packet would find, is one too many.</summary>
    [Test]
    public void AnEntryTooManyIsFound()
    {
        var (board, driver) = Start(7);
        var table = TableLayouts.TxFdbA.Info;
        var bucket = (uint)Enumerable.Range(0, table.Depth).First(
            i => Read(board, 0, table, (uint)i).All(word => word == 0));
        var words = Read(board, 0, table, bucket);
        words[0] = 3;
        Write(board, 0, table, bucket, words);
        Assert.That($"{driver.Audit().Single()}",
            Does.StartWith($"tx_fdb a[{bucket}].0 on interface 0: gen is 3, should be 0"));
        driver.Audit(isRepairing: true);
        Assert.That(Read(board, 0, table, bucket), Has.All.Zero);
    }

    /// <summary>An entry that differs on two interfaces is two differences, and both are mended.
    /// </summary>
    [Test]
    public void EveryInterfaceIsNamed()
    {
        var (board, driver) = Start(9);
        var table = TableLayouts.RxPolicy.Info;
        var index = Enumerable.Range(0, table.Depth).Select(i => (uint)i).First(
            i => Read(board, 0, table, i)[0] != 0);
        uint[] words = [Read(board, 0, table, index)[0] ^ 1];
        for (var iface = 0; iface < Interfaces; iface++)
        {
            Write(board, iface, table, index, words);
        }

        var repaired = driver.Audit(isRepairing: true);
        Assert.That(repaired.Select(d => (d.Where, d.Interface, d.IsRepaired)),
            Is.EqualTo([("rx_policy", 0, true), ("rx_policy", 1, true)]));
        Assert.That(driver.Audit(), Is.Empty);
    }

    [Test]
    public void RegistersAreCompared()
    {
        var (board, driver) = Start(8);
        var before = board.Read32(G.HashKey1Lo);
        board.Write32(G.HashKey1Lo, before ^ 1);
        Assert.That($"{driver.Audit().Single()}", Does.StartWith("HASH_KEY1 register: is "));
        Assert.That(driver.Audit(isRepairing: true).Single().IsRepaired);
        Assert.That(board.Read32(G.HashKey1Lo), Is.EqualTo(before));
    }

    /// <summary>
    /// What a killed owner left is no difference: the next transaction writes it, or a repair.
    /// </summary>
    [Test]
    public void LeftoversAreNoDifference()
    {
        for (var left = 10; left < 400; left += 30)
        {
            var (board, driver) = (new MemoryBar(Interfaces), default(GatewayDriver));
            var bar = new KillBar(board);
            driver = Fresh.Attach(bar);
            var configs = new RandomConfig(new Random(left), Interfaces);
            Assert.That(driver.Apply(configs.Next()).Errors, Is.Empty);
            bar.Left = left;
            Assert.Throws<DeviceLostException>(() => driver.Apply(configs.Next()));
            var world = TransactionTests.See(board);
            driver = GatewayDriver.Attach(board);
            Assert.That(driver.Audit(), Is.Empty);
            board.Written = () => Assert.That(TransactionTests.See(board), Is.EqualTo(world));
            Assert.That(driver.Audit(isRepairing: true), Is.Empty);
            board.Written = null;
            Assert.That(driver.Audit(), Is.Empty);
            Assert.That(driver.Apply(configs.Next()).Errors, Is.Empty);
            Assert.That(driver.Audit(), Is.Empty);
        }
    }

    /// <summary>An entry in use, its words, and a field of it; of a bucket, one of a used slot.
    /// </summary>
    private static (uint Index, uint[] Words, EntryField Field)? Pick(
        MemoryBar board, int iface, TableInfo table, Random random)
    {
        var used = Enumerable.Range(0, table.Depth)
            .Select(i => (Index: (uint)i, Words: Read(board, iface, table, (uint)i)))
            .Where(e => e.Words.AsSpan().ContainsAnyExcept(0u)).ToArray();
        if (used.Length == 0)
        {
            return null;
        }

        var (index, words) = used[random.Next(used.Length)];
        bool IsUsed(EntryField field) =>
            table.Fields.SingleOrDefault(f => f.Path == $"{field.Path[..2]}.Gen") is not { } gen
            || Words32.Get(words, gen.Lsb, gen.Width) != 0;
        EntryField[] fields = [.. table.Fields.Where(IsUsed)];
        return (index, words, fields[random.Next(fields.Length)]);
    }

    private static uint[] Read(MemoryBar board, int iface, TableInfo table, uint index)
    {
        var block = I.Base + ((uint)iface * I.Size);
        board.Write32(block + I.TableRead, I.TableReadWord((uint)table.Id, index));
        return [.. Enumerable.Range(0, table.Words)
            .Select(n => board.Read32(block + I.TableData + (4 * (uint)n)))];
    }

    private static void Write(
        MemoryBar board, int iface, TableInfo table, uint index, uint[] words)
    {
        var block = I.Base + ((uint)iface * I.Size);
        board.WriteBlock(block + I.TableData, words);
        board.Write32(block + I.TableCommit, I.TableCommitWord((uint)table.Id, index));
    }
}
