namespace SmartNic.Flash.Writing;

/// <summary>
/// Writes an image so that power may fail at any time: while it is incomplete, there is no
/// synchronisation word in the segment, so the FPGA finds no image there and falls back. The first
/// word of the old image is the first thing that goes, that of the new one the last that comes.
/// </summary>
/// <remarks>
/// What was done is not noted anywhere: it is seen in the memory itself. Sectors that are right are
/// left alone, so running it again after an interruption goes on where it ended. A sector that has
/// to be written is always erased before, even if it reads as erased: an erase that was interrupted
/// leaves cells that only look so. For the same reason the last right sector before the first wrong
/// one is written again when an update was interrupted.
/// </remarks>
/// <param name="progress">Told how far it is.</param>
/// <param name="cancel">Stops between two pages; can be resumed.</param>
public sealed class Flasher(IFlashProgress progress, CancellationToken cancel)
{
    private const int Attempts = 2;
    private int retries;

    /// <summary>Writes contents into banks.</summary>
    /// <param name="banks">Where; the first one is where the FPGA starts to read.</param>
    /// <param name="contents">What, a content per bank.</param>
    /// <param name="rewrite">Whether sectors that are right are written, too.</param>
    /// <param name="dryRun">Whether nothing is changed, only compared.</param>
    /// <exception cref="FlashException">The memory failed; what to do next is in its advice.
    /// </exception>
    /// <exception cref="Driver.DeviceLostException">The device does not answer.</exception>
    /// <exception cref="OperationCanceledException">Stopped; can be resumed.</exception>
    public FlashReport Write(
        IReadOnlyList<FlashBank> banks,
        IReadOnlyList<byte[]> contents,
        bool rewrite = false,
        bool dryRun = false)
    {
        retries = 0;
        BankPlan[] plans = [.. banks.Zip(contents, (bank, content) => new BankPlan(bank, content))];
        Sector[] sectors = [.. plans.SelectMany(plan => plan.Sectors)];
        progress.Begin(FlashStage.Compare, sectors.Sum(sector => (long)sector.Bytes));
        var isThere = true;
        foreach (var plan in plans)
        {
            isThere &= Compare(plan);
        }

        var written = Choose(plans, sectors, rewrite);
        var report = new FlashReport(contents.Sum(content => (long)content.Length), sectors.Length,
            written, 0, !isThere || rewrite);
        if (!report.IsChanged || dryRun)
        {
            return report;
        }

        if (written > 0)
        {
            Disarm(plans);
            written = sectors.Count(sector => sector.IsWrong);
            Write(sectors);
        }

        Commit(plans);
        return report with { SectorsWritten = written, Retries = retries };
    }

    private bool Compare(BankPlan plan)
    {
        var memory = new byte[plan.Content.Length];
        foreach (var sector in plan.Sectors)
        {
            cancel.ThrowIfCancellationRequested();
            plan.Bank.Read(sector.Address, memory.AsSpan(sector.Offset, sector.Bytes));
            progress.Advance(sector.Bytes);
        }

        var at = 0;
        while (SyncPieces.Next(memory, ref at) is { } offset)
        {
            plan.Syncs.Add(plan.Bank.Start + offset);
        }

        foreach (var sector in plan.Sectors)
        {
            plan.Compare(sector, memory);
        }

        return plan.IsThere(memory);
    }

    /// <summary>Which sectors are written; returns how many.</summary>
    private static int Choose(BankPlan[] plans, Sector[] sectors, bool rewrite)
    {
        var first = Array.FindIndex(sectors, sector => sector.IsWrong);
        if (first > 0 && plans.All(plan => plan.Syncs.Count == 0))
        {
            sectors[first - 1].IsWrong = true;
        }

        foreach (var sector in sectors)
        {
            sector.IsWrong |= rewrite;
        }

        return sectors.Count(sector => sector.IsWrong);
    }

    private void Disarm(BankPlan[] plans)
    {
        progress.Begin(FlashStage.Disarm, 0);
        foreach (var plan in plans)
        {
            plan.Syncs.AddRange(SegmentScan.Find(
                plan.Bank, plan.Bank.Start + plan.Content.Length, cancel));
            foreach (var address in plan.Syncs)
            {
                foreach (var sector in plan.Sectors.Where(sector =>
                    address + 4 > sector.Address && address < sector.Address + sector.Bytes))
                {
                    sector.IsWrong = true;
                }

                Break(plan.Bank, address);
            }
        }
    }

    /// <summary>Makes something else of a synchronisation word.</summary>
    private static void Break(FlashBank bank, long address)
    {
        var commit = bank.Geometry.CommitBytes;
        if (commit <= 2)
        {
            var start = address / commit * commit;
            var end = (address + 4 + commit - 1) / commit * commit;
            bank.Program(start, new byte[end - start]);
        }
        else
        {
            var (start, bytes) = bank.Sectors(address + 1 - bank.Start).Last();
            bank.Erase(start, bytes);
        }

        Span<byte> now = stackalloc byte[4 + (int)(address % 2 * 2)];
        bank.Read(address / 2 * 2, now);
        if (now.IndexOf(Images.ConfigurationPackets.Sync) >= 0)
        {
            throw new FlashException($"{bank.Geometry.Part}: the synchronisation word at "
                + $"0x{address:X} cannot be cleared", "the old image is still there, unchanged");
        }
    }

    private void Write(Sector[] sectors)
    {
        var wrong = sectors.Where(sector => sector.IsWrong).ToArray();
        progress.Begin(FlashStage.Write, wrong.Sum(sector => (long)sector.Bytes));
        foreach (var sector in wrong)
        {
            Write(sector);
        }
    }

    private void Write(Sector sector)
    {
        for (var attempt = 1; ; attempt++)
        {
            var failure = TryWrite(sector, attempt == 1);
            if (failure is null)
            {
                return;
            }

            if (attempt == Attempts)
            {
                throw failure;
            }

            retries++;
            progress.Note($"{failure.Message}; once more");
        }
    }

    private FlashException? TryWrite(Sector sector, bool isFirst)
    {
        var bank = sector.Bank.Bank;
        try
        {
            cancel.ThrowIfCancellationRequested();
            bank.Erase(sector.Address, sector.Bytes);
            bank.Program(sector.Address, sector.Masked, count =>
            {
                progress.Advance(isFirst ? count : 0);
                cancel.ThrowIfCancellationRequested();
            });
        }
        catch (FlashException e)
        {
            return e;
        }

        return Verify(bank, sector.Address, sector.Masked);
    }

    private static FlashException? Verify(
        FlashBank bank, long address, ReadOnlySpan<byte> expected)
    {
        var read = new byte[expected.Length];
        bank.Read(address, read);
        var at = expected.CommonPrefixLength(read);
        return at == expected.Length ? null : new FlashException(
            $"{bank.Geometry.Part}: at 0x{address + at:X} is {read[at]:X2}, expected "
            + $"{expected[at]:X2}, after it was written", "the flash may be worn out");
    }

    private void Commit(BankPlan[] plans)
    {
        progress.Begin(FlashStage.Commit, 0);
        foreach (var plan in plans.Reverse())
        {
            foreach (var piece in plan.Pieces.Reverse())
            {
                var address = plan.Bank.Start + piece.Offset;
                var content = plan.Content.AsSpan(piece.Offset, piece.Bytes);
                if (Verify(plan.Bank, address, content) is null)
                {
                    continue;
                }

                plan.Bank.Program(address, content);
                if (Verify(plan.Bank, address, content) is { } failure)
                {
                    throw failure;
                }
            }
        }
    }
}
