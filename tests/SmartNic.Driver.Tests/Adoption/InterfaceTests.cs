using SmartNic.Driver.Tables;
using SmartNic.Driver.Tests.Board;
using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tests.Adoption;

/// <summary>
/// An entry that some interface has otherwise than the first one, in the bank in force or in the
/// other: found by the next owner, and mended by its first transaction, everywhere.
/// </summary>
public sealed class InterfaceTests
{
    private static IEnumerable<TestCaseData> Places() =>
        from table in Fresh.World().Direct.Where(t => t.Count > 1).Select(t => t.Info)
        from iface in (int[])[0, 1]
        from isInForce in (bool[])[false, true]
        where iface > 0 || !isInForce
        select new TestCaseData(table, iface, isInForce)
            .SetName($"{table.Name} on interface {iface}, {(isInForce ? "in force" : "beside")}");

    [TestCaseSource(nameof(Places))]
    public void WhatDiffersIsMended(TableInfo table, int iface, bool isInForce)
    {
        var board = new MemoryBar(2);
        var config = new RandomConfig(new Random(7), 2).Next();
        var driver = Fresh.Attach(board);
        Assert.That(driver.Apply(config).Errors, Is.Empty);
        var bank = isInForce ? board.Generation : 1 - board.Generation;
        var count = (uint)table.Depth / 2;
        var free = 3000 % count;
        var index = (bank * count) + free;
        Write(board, iface, table, index, 0x5A5A5A5B);
        var second = GatewayDriver.Attach(board);
        Assert.That(second.Apply(config).Changed, Is.False, "the world is what it is");
        Assert.That(Word(board, iface, table, index), Is.EqualTo(0x5A5A5A5B), "and stays");

        var next = config with { SlowPath = new SlowPathLimit(4321, 10) };
        Assert.That(second.Apply(next).Errors, Is.Empty);
        foreach (var n in (int[])[0, 1])
        {
            foreach (var at in (uint[])[free, count + free])
            {
                Assert.That(Word(board, n, table, at), Is.Zero, $"interface {n}, entry {at}");
            }
        }
    }

    private static void Write(MemoryBar board, int iface, TableInfo table, uint index, uint word)
    {
        var block = I.Base + ((uint)iface * I.Size);
        board.WriteBlock(block + I.TableData, [word, .. new uint[I.TableDataCount - 1]]);
        board.Write32(block + I.TableCommit, I.TableCommitWord((uint)table.Id, index));
    }

    private static uint Word(MemoryBar board, int iface, TableInfo table, uint index)
    {
        var block = I.Base + ((uint)iface * I.Size);
        board.Write32(block + I.TableRead, I.TableReadWord((uint)table.Id, index));
        return board.Read32(block + I.TableData);
    }
}
