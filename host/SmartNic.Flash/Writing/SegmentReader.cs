namespace SmartNic.Flash.Writing;

/// <summary>Reads what is in a segment.</summary>
public static class SegmentReader
{
    private const int ChunkBytes = 64 << 10;
    private const int HeadBytes = 16 << 10;

    /// <summary>Reads a whole segment as an image file has it, without the ones at its end.
    /// </summary>
    /// <param name="flash">The memory.</param>
    /// <param name="segment">Which.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>The bytes; none for an empty segment.</returns>
    public static byte[] Read(
        CorundumFlash flash, FlashSegment segment, IFlashProgress progress,
        CancellationToken cancel)
    {
        progress.Begin(FlashStage.Save, segment.Bytes);
        var contents = flash.Banks(segment).Select(bank =>
        {
            var content = new byte[bank.Bytes];
            for (var at = 0; at < content.Length; at += ChunkBytes)
            {
                cancel.ThrowIfCancellationRequested();
                var chunk = content.AsSpan(at, Math.Min(ChunkBytes, content.Length - at));
                bank.Read(bank.Start + at, chunk);
                progress.Advance(chunk.Length);
            }

            return content;
        }).ToArray();
        var image = CorundumFlash.Join(contents);
        var end = image.AsSpan().LastIndexOfAnyExcept((byte)0xFF) + 1;
        return image[..Math.Min(image.Length, (end + 3) & ~3)];
    }

    /// <summary>Why a segment cannot be what an FPGA falls back to; null when it can.</summary>
    /// <param name="flash">The memory.</param>
    /// <param name="segment">Which.</param>
    /// <param name="fpgaId">JTAG id code of the FPGA.</param>
    public static string? WhyNotBootable(CorundumFlash flash, FlashSegment segment, uint fpgaId)
    {
        var bank = flash.Banks(segment)[0];
        var head = new byte[Math.Min(HeadBytes, bank.Bytes)];
        bank.Read(bank.Start, head);
        if (head.AsSpan().IndexOf(Images.ConfigurationPackets.Sync) < 0)
        {
            return $"segment {segment.Index} has no synchronisation word in its first "
                + $"{head.Length} bytes";
        }

        // Of two chips the packets go on in both; they are not looked at.
        return flash.Memories.Count == 1
            && Images.ConfigurationPackets.Walk(head).IdCode is { } id
            && !FpgaPart.IsSame(id, fpgaId)
            ? $"segment {segment.Index} has an image for {FpgaPart.Text(id)}" : null;
    }
}
