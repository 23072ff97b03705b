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
        Span<uint> zero = stackalloc uint[I.TableDataCount];
        zero.Clear();
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            bar.WriteBlock(block + I.TableData, zero);
            foreach (var table in TableLayouts.All)
            {
                var commits = new BarAccess[table.Depth];
                for (uint index = 0; index < table.Depth; index++)
                {
                    commits[index] = BarAccess.Write(
                        block + I.TableCommit, I.TableCommitWord((uint)table.Id, index));
                }

                bar.Exchange(commits, []);
            }
        }
    }
}
