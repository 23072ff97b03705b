using SmartNic.Flash.Images;

namespace SmartNic.Flash.Writing;

/// <summary>A range of a bank's content that is written at the very end.</summary>
/// <param name="Offset">First byte, from the start of the bank.</param>
/// <param name="Bytes">Bytes.</param>
internal readonly record struct Piece(int Offset, int Bytes);

/// <summary>Finds synchronisation words.</summary>
internal static class SyncPieces
{
    /// <summary>
    /// The pieces of a content that hold its synchronisation words, in rising order, each as large
    /// as the memory can program on its own.
    /// </summary>
    public static List<Piece> Of(ReadOnlySpan<byte> content, int commitBytes)
    {
        var pieces = new List<Piece>();
        var at = 0;
        while (Next(content, ref at) is { } offset)
        {
            var start = offset - (offset % commitBytes);
            var end = offset + ConfigurationPackets.Sync.Length;
            end = Math.Min(content.Length, (end + commitBytes - 1) / commitBytes * commitBytes);
            if (pieces.Count > 0 && start < pieces[^1].Offset + pieces[^1].Bytes)
            {
                start = pieces[^1].Offset;
                pieces.RemoveAt(pieces.Count - 1);
            }

            pieces.Add(new Piece(start, end - start));
        }

        return pieces;
    }

    /// <summary>The next synchronisation word from an offset on; the offset goes behind it.
    /// </summary>
    public static int? Next(ReadOnlySpan<byte> content, ref int at)
    {
        var found = content[at..].IndexOf(ConfigurationPackets.Sync);
        if (found < 0)
        {
            return null;
        }

        at += found + ConfigurationPackets.Sync.Length;
        return at - ConfigurationPackets.Sync.Length;
    }
}
