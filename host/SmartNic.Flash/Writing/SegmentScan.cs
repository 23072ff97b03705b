namespace SmartNic.Flash.Writing;

/// <summary>
/// Looks for synchronisation words behind the new image: what an older, longer one left. A block
/// whose samples are all ones is taken as empty.
/// </summary>
internal static class SegmentScan
{
    private const int BlockBytes = 64 << 10;
    private const int Samples = 16;
    private const int SampleBytes = 16;

    /// <summary>Addresses of synchronisation words from an address to the end of the bank.
    /// </summary>
    public static List<long> Find(FlashBank bank, long from, CancellationToken cancel)
    {
        var found = new List<long>();
        var block = new byte[BlockBytes + 4];
        for (var at = from; at < bank.End; at += BlockBytes)
        {
            cancel.ThrowIfCancellationRequested();
            var bytes = (int)Math.Min(BlockBytes, bank.End - at);
            if (IsEmpty(bank, at, bytes))
            {
                continue;
            }

            // A word may lie across the border of two blocks.
            var all = block.AsSpan(0, (int)Math.Min(bytes + 4, bank.End - at));
            bank.Read(at, all);
            var next = 0;
            while (SyncPieces.Next(all, ref next) is { } offset)
            {
                if (offset < bytes)
                {
                    found.Add(at + offset);
                }
            }
        }

        return found;
    }

    private static bool IsEmpty(FlashBank bank, long at, int bytes)
    {
        Span<byte> sample = stackalloc byte[SampleBytes];
        var step = Math.Max(SampleBytes, bytes / Samples & ~1);
        for (var offset = 0; offset + SampleBytes <= bytes; offset += step)
        {
            bank.Read(at + offset, sample);
            if (sample.ContainsAnyExcept((byte)0xFF))
            {
                return false;
            }
        }

        return true;
    }
}
