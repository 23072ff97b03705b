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
    /// <param name="progress">Told entries done, entries in all.</param>
    public void ClearAll(Action<int, int>? progress)
    {
        const int Step = 1024;
        var total = interfaces * TableLayouts.All.Sum(t => t.Depth);
        var done = 0;
        Span<uint> zero = stackalloc uint[I.TableDataCount];
        for (uint n = 0; n < interfaces; n++)
        {
            var block = I.Base + (n * I.Size);
            bar.WriteBlock(block + I.TableData, zero);
            foreach (var table in TableLayouts.All)
            {
                for (uint index = 0; index < table.Depth; index++)
                {
                    bar.Write32(block + I.TableCommit, I.TableCommitWord((uint)table.Id, index));
                    if (++done % Step == 0)
                    {
                        progress?.Invoke(done, total);
                    }
                }
            }
        }

        progress?.Invoke(total, total);
    }
}
