using SmartNic.Guest.Card;

namespace SmartNic.Guest.Proxy;

/// <summary>Memory of the guest, mapped into this process, by guest physical address.</summary>
internal sealed unsafe class GuestMemory : IHostMemory, IDisposable
{
    private readonly List<Region> regions = [];

    /// <summary>Whether the card is allowed to access memory (bus mastering).</summary>
    public Func<bool> IsAllowed { get; set; } = () => true;

    /// <summary>Bytes that the card moved.</summary>
    public long BytesMoved { get; private set; }

    /// <summary>Replaces the map.</summary>
    /// <param name="words">Eight addresses, eight sizes, eight file offsets.</param>
    /// <param name="files">A file for each region; closed here.</param>
    public void Replace(ReadOnlySpan<ulong> words, IReadOnlyList<int> files)
    {
        Clear();
        for (int i = 0; i < files.Count; i++)
        {
            nint at = LinuxCalls.Map(files[i], words[16 + i], words[8 + i]);
            LinuxCalls.Close(files[i]);
            regions.Add(new Region(words[i], words[8 + i], at));
        }
    }

    /// <inheritdoc/>
    public bool TryMove(ulong address, Span<byte> data, bool isWrite)
    {
        if (!IsAllowed())
        {
            return false;
        }

        foreach (Region region in regions)
        {
            ulong offset = address - region.Start;
            if (address < region.Start || offset >= region.Bytes
                || region.Bytes - offset < (ulong)data.Length)
            {
                continue;
            }

            var memory = new Span<byte>((byte*)region.Address + offset, data.Length);
            if (isWrite)
            {
                data.CopyTo(memory);
            }
            else
            {
                memory.CopyTo(data);
            }

            BytesMoved += data.Length;
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose() => Clear();

    private void Clear()
    {
        foreach (Region region in regions)
        {
            LinuxCalls.Unmap(region.Address, (nuint)region.Bytes);
        }

        regions.Clear();
    }

    private readonly record struct Region(ulong Start, ulong Bytes, nint Address);
}
