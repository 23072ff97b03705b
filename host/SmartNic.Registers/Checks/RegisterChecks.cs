namespace SmartNic.Registers;

/// <summary>
/// Tests of a board's registers that follow from the specification. They want a board without
/// traffic and with empty tables; they leave registers at reset values and tables empty. Each
/// check returns what it found wrong, one sentence each; an empty list is a pass.
/// </summary>
/// <param name="bar">The board.</param>
/// <param name="device">The specification.</param>
/// <param name="seed">Seed of the random patterns; print it.</param>
/// <param name="absent">
/// Blocks that this board does not have: no word of theirs may be anything but zero. The ring
/// belongs to the application block of a card, not to the gateway alone.
/// </param>
public sealed class RegisterChecks(
    IBar bar, DeviceSpec device, int seed, params IReadOnlyList<string> absent)
{
    private readonly List<string> _faults = [];
    private readonly Random _random = new(seed);

    /// <summary>Every check, by name.</summary>
    public static IReadOnlyDictionary<string, Func<RegisterChecks, IReadOnlyList<string>>> All
    { get; } = new Dictionary<string, Func<RegisterChecks, IReadOnlyList<string>>>
    {
        ["reset"] = c => c.Reset(),
        ["read-write"] = c => c.ReadWrite(),
        ["bit-bash"] = c => c.BitBash(),
        ["alias"] = c => c.Alias(),
        ["read-only"] = c => c.ReadOnly(),
        ["reserved"] = c => c.Reserved(),
        ["tables"] = c => c.Tables(),
        ["counters"] = c => c.Counters(),
        ["wide"] = c => c.Wide(),
    };

    /// <summary>Constants and storage read what the specification says after reset.</summary>
    public IReadOnlyList<string> Reset() => Run(() =>
    {
        foreach (var word in Words().Where(w => w.IsKnown))
        {
            Expect(word, word.Reset, "after reset");
        }
    });

    /// <summary>Every writable register keeps random words.</summary>
    public IReadOnlyList<string> ReadWrite() => Run(() =>
    {
        foreach (var word in Words().Where(w => w.Writable != 0))
        {
            for (var i = 0; i < 8; i++)
            {
                var value = Next();
                bar.Write32(word.Offset, value);
                Expect(word, value & word.Writable, $"after writing 0x{value:x8}");
            }

            bar.Write32(word.Offset, word.Reset);
        }
    });

    /// <summary>Every bit of a writable register is kept alone.</summary>
    public IReadOnlyList<string> BitBash() => Run(() =>
    {
        foreach (var word in Words().Where(w => w.Writable != 0))
        {
            for (var bit = 0; bit < 64; bit++)
            {
                var one = 1u << (bit % 32);
                var value = bit < 32 ? one : ~one;
                bar.Write32(word.Offset, value);
                Expect(word, value & word.Writable, $"after writing 0x{value:x8}");
            }

            bar.Write32(word.Offset, word.Reset);
        }
    });

    /// <summary>Writable registers do not share storage: all written, then all read.</summary>
    public IReadOnlyList<string> Alias() => Run(() =>
    {
        var words = Words().Where(w => w.Writable != 0).ToArray();
        foreach (var inverted in new[] { 0u, uint.MaxValue })
        {
            foreach (var word in words)
            {
                bar.Write32(word.Offset, word.Offset * 0x9E3779B9 ^ inverted);
            }

            foreach (var word in words)
            {
                var value = word.Offset * 0x9E3779B9 ^ inverted;
                Expect(word, value & word.Writable, "after writing all registers");
            }
        }

        Restore(words);
    });

    /// <summary>Writes to constants change nothing; write-only registers read 0.</summary>
    public IReadOnlyList<string> ReadOnly() => Run(() =>
    {
        foreach (var word in Words().Where(w => w.Register.IsFixed))
        {
            bar.Write32(word.Offset, ~word.Reset);
            Expect(word, word.Reset, "after a write that must not do anything");
        }

        foreach (var word in Words().Where(w => w.Register.Kind == RegisterKind.Strobe))
        {
            Expect(word, 0, "write only");
        }
    });

    /// <summary>Addresses without a register read zero, and writes there reach nothing.</summary>
    public IReadOnlyList<string> Reserved() => Run(() =>
    {
        var known = Words().Where(w => w.IsKnown).ToArray();
        var absentWords = SpecWords.Of(device, Interfaces()).Where(IsAbsent).Select(w => w.Offset);
        var unused = SpecWords.Unused(device, Interfaces(), _random).Concat(absentWords);
        foreach (var offset in unused)
        {
            bar.Write32(offset, Next());
            if (bar.Read32(offset) is not 0 and var read)
            {
                _faults.Add($"0x{offset:x6}: no register, reads 0x{read:x8}");
            }
        }

        foreach (var word in known)
        {
            Expect(word, word.Reset, "after writes where no register is");
        }
    });

    /// <summary>First, last and random entries of every table hold their bits.</summary>
    public IReadOnlyList<string> Tables() => Run(() =>
    {
        for (var n = 0; n < Interfaces(); n++)
        {
            foreach (var table in device.Tables)
            {
                new TableCheck(new InterfaceAccess(bar, n), table, n, _random).Run(_faults);
            }
        }

        Restore(Words().Where(w => w.Writable != 0));
    });

    /// <summary>Counters of a silent board are zero and can be selected and cleared.</summary>
    public IReadOnlyList<string> Counters() => Run(() =>
    {
        uint[] indices = [0, 15, 0x8000, 0xFFFF, 0x10000, 0x1FFFF];
        for (var n = 0; n < Interfaces(); n++)
        {
            var access = new InterfaceAccess(bar, n);
            foreach (var index in indices)
            {
                Silent(access, n, false, index);
                Silent(access, n, true, index);
            }
        }
    });

    /// <summary>64-bit values never go back; those of ports are zero on a silent board.</summary>
    public IReadOnlyList<string> Wide() => Run(() =>
    {
        foreach (var word in Words().Where(w => w.Register.Kind == RegisterKind.WideLow))
        {
            var first = Pair(word.Offset);
            var second = Pair(word.Offset);
            var isTime = word.Offset == GlobalRegisters.TimeNsLo;
            if (second < first || (!isTime && second != 0))
            {
                _faults.Add($"0x{word.Offset:x6} {word.Register.Name}: reads 0x{first:x16}, "
                    + $"then 0x{second:x16}");
            }
        }
    });

    private ulong Pair(uint low) => bar.Read32(low) | ((ulong)bar.Read32(low + 4) << 32);

    private void Silent(InterfaceAccess access, int n, bool isTx, uint index)
    {
        var before = access.ReadCounter(isTx, index, clear: true);
        var after = access.ReadCounter(isTx, index);
        if (before != (0, 0) || after != (0, 0))
        {
            _faults.Add($"interface {n}: counter 0x{index:x} (tx {isTx}) reads {before}, {after}");
        }
    }

    private int Interfaces() => (int)bar.Read32(GlobalRegisters.IfCount);

    private IEnumerable<SpecWord> Words() =>
        SpecWords.Of(device, Interfaces()).Where(w => !IsAbsent(w));

    private bool IsAbsent(SpecWord word) => device.Blocks.Any(
        b => absent.Contains(b.Name) && word.Offset - b.Base < b.Size);

    private uint Next() => (uint)_random.NextInt64(1L << 32);

    private void Restore(IEnumerable<SpecWord> words)
    {
        foreach (var word in words)
        {
            bar.Write32(word.Offset, word.Reset);
        }
    }

    private void Expect(SpecWord word, uint expected, string when)
    {
        var read = bar.Read32(word.Offset);
        if (read != expected)
        {
            _faults.Add($"0x{word.Offset:x6} {word.Register.Name}: reads 0x{read:x8}, "
                + $"expected 0x{expected:x8} {when}");
        }
    }

    private IReadOnlyList<string> Run(Action check)
    {
        _faults.Clear();
        check();
        return [.. _faults];
    }
}
