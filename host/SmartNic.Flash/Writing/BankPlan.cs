namespace SmartNic.Flash.Writing;

/// <summary>A sector of a bank, and whether it has to be written.</summary>
internal sealed class Sector(BankPlan bank, long address, int bytes)
{
    public BankPlan Bank { get; } = bank;

    public long Address { get; } = address;

    public int Bytes { get; } = bytes;

    public bool IsWrong { get; set; }

    /// <summary>Offset in the bank's content.</summary>
    public int Offset => (int)(Address - Bank.Bank.Start);

    /// <summary>What it holds before the synchronisation words are there.</summary>
    public ReadOnlySpan<byte> Masked => Bank.Masked.AsSpan(Offset, Bytes);
}

/// <summary>What a bank is to hold, and what of that it does not.</summary>
internal sealed class BankPlan
{
    /// <exception cref="FlashException">The bank does not lie on sectors.</exception>
    public BankPlan(FlashBank bank, ReadOnlySpan<byte> content)
    {
        Bank = bank;
        Sectors =
        [
            .. bank.Sectors(content.Length).Select(at => new Sector(this, at.Address, at.Bytes)),
        ];
        Content = new byte[Sectors.Sum(sector => sector.Bytes)];
        Array.Fill(Content, (byte)0xFF);
        content.CopyTo(Content);
        Pieces = SyncPieces.Of(Content, bank.Geometry.CommitBytes);
        Masked = [.. Content];
        foreach (var piece in Pieces)
        {
            Masked.AsSpan(piece.Offset, piece.Bytes).Fill(0xFF);
        }
    }

    public FlashBank Bank { get; }

    public IReadOnlyList<Sector> Sectors { get; }

    /// <summary>All that it will hold, up to the end of its last sector.</summary>
    public byte[] Content { get; }

    /// <summary>The same without the pieces.</summary>
    public byte[] Masked { get; }

    /// <summary>What is written at the very end.</summary>
    public IReadOnlyList<Piece> Pieces { get; }

    /// <summary>Addresses of synchronisation words that are in the memory now.</summary>
    public List<long> Syncs { get; } = [];

    /// <summary>Whether all of it is in the memory, given what was read from there.</summary>
    public bool IsThere(ReadOnlySpan<byte> memory) => memory.SequenceEqual(Content);

    /// <summary>Compares a sector with what was read: right but for pieces that can still be
    /// programmed.</summary>
    public void Compare(Sector sector, ReadOnlySpan<byte> memory)
    {
        var now = memory.Slice(sector.Offset, sector.Bytes).ToArray();
        foreach (var piece in Pieces)
        {
            var (from, to) = (Math.Max(piece.Offset, sector.Offset),
                Math.Min(piece.Offset + piece.Bytes, sector.Offset + sector.Bytes));
            if (from < to && CanProgram(memory[from..to], Content.AsSpan(from, to - from)))
            {
                now.AsSpan(from - sector.Offset, to - from).Fill(0xFF);
            }
        }

        sector.IsWrong = !now.AsSpan().SequenceEqual(sector.Masked);
    }

    private bool CanProgram(ReadOnlySpan<byte> now, ReadOnlySpan<byte> wanted)
    {
        if (now.SequenceEqual(wanted) || !now.ContainsAnyExcept((byte)0xFF))
        {
            return true;
        }

        // Where single bytes can be programmed, ones can become zeros at any time.
        var isFine = Bank.Geometry.CommitBytes <= 2;
        for (var i = 0; i < now.Length && isFine; i++)
        {
            isFine = (now[i] & wanted[i]) == wanted[i];
        }

        return isFine;
    }
}
