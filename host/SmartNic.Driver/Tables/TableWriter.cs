using SmartNic.Registers;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Driver.Tables;

/// <summary>
/// Writes whole entries to every interface: the words that the entry has, then the commit, which
/// takes effect in one clock. Writes only, so that they can be posted; allocates nothing.
/// </summary>
internal sealed class TableWriter(IBar bar, int interfaces)
{
    /// <summary>Number of interfaces that every entry goes to.</summary>
    public int Interfaces => interfaces;

    /// <summary>Writes an entry.</summary>
    public void Write(int table, uint index, ReadOnlySpan<uint> words)
    {
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            bar.WriteBlock(block + I.TableData, words);
            bar.Write32(block + I.TableCommit, I.TableCommitWord((uint)table, index));
        }
    }

    /// <summary>Makes every entry of every table zero: alive for nobody.</summary>
    public void ClearAll()
    {
        foreach (var table in TableLayouts.All)
        {
            WriteZero(table.Id, [.. Enumerable.Range(0, table.Depth).Select(i => (uint)i)]);
        }
    }

    /// <summary>Makes entries of a table zero: a write each.</summary>
    public void WriteZero(int table, IReadOnlyList<uint> indices)
    {
        if (indices.Count == 0)
        {
            return;
        }

        Span<uint> zero = stackalloc uint[I.TableDataCount];
        zero.Clear();
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            bar.WriteBlock(block + I.TableData, zero);
            foreach (var index in indices)
            {
                bar.Write32(block + I.TableCommit, I.TableCommitWord((uint)table, index));
            }
        }
    }
}
