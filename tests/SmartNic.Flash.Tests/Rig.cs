using SmartNic.Flash.Images;
using SmartNic.Flash.Writing;
using SmartNic.Pci.Nic;
using SmartNic.Sim.Flash;

namespace SmartNic.Flash.Tests;

/// <summary>A simulated board with a fallback image, and what one does with it.</summary>
internal sealed class Rig : IDisposable
{
    /// <summary>Eight equal segments, default 1, fallback 0.</summary>
    public const uint EightSegments = 0x018;

    /// <summary>As on Alveo cards: segment 0 has 0x1002000 bytes, segment 1 the rest.</summary>
    public const uint Alveo = 0x0100_2000 | 0x012;

    private const int DefaultWindowBytes = 2 << 20;
    private const uint BoardId = 0x10EE_9118;
    private readonly int windowBytes;

    /// <param name="kind">What flash it has.</param>
    /// <param name="format">Its FORMAT register.</param>
    /// <param name="windowBytes">Bytes of a segment, per chip, that are looked at.</param>
    public Rig(
        FlashBoardKind kind, uint format = EightSegments, int windowBytes = DefaultWindowBytes)
    {
        this.windowBytes = windowBytes;
        const uint fpgaId = TestImage.Vu9p;
        Board = new FlashBoard(kind, fpgaId, BoardId, format);
        FpgaId = fpgaId;
        Segments = FlashSegments.Of(format, 64 << 20);
        var fallback = TestImage.Create(200_000, 1, fpgaId, IsDual);
        Load(Segments.Fallback!, fallback);
        FallbackBytes = Raw(Segments.Fallback!);
        Assert.That(Boot(Segments.Fallback!), Is.EqualTo(BootResult.Boots));
    }

    public FlashBoard Board { get; }

    public uint FpgaId { get; }

    public FlashSegments Segments { get; }

    public bool IsDual => Board.Kind == FlashBoardKind.Dual;

    /// <summary>What the fallback segment has to hold, whatever happens.</summary>
    public byte[] FallbackBytes { get; }

    public byte[] Image(int bytes, int seed, bool nested = false) =>
        TestImage.Create(bytes, seed, FpgaId, IsDual, nested);

    /// <summary>Puts an image into a segment, without the program under test.</summary>
    public void Load(FlashSegment segment, byte[] payload)
    {
        var chips = IsDual ? DualQspi.Split("test", payload) : [payload];
        for (var chip = 0; chip < chips.Length; chip++)
        {
            var (start, bytes) = Range(segment);
            var room = Board.Memory(chip).Slice(start, bytes);
            room.Fill(0xFF);
            chips[chip].CopyTo(room);
            ToParallel(room[..((chips[chip].Length + 1) & ~1)]);
        }
    }

    /// <summary>Bytes of a segment, chip by chip, as they are in the chips.</summary>
    public byte[] Raw(FlashSegment segment)
    {
        var (start, bytes) = Range(segment);
        var raw = new byte[bytes * Board.Chips];
        for (var chip = 0; chip < Board.Chips; chip++)
        {
            Board.Memory(chip).Slice(start, bytes).CopyTo(raw.AsSpan(chip * bytes));
        }

        return raw;
    }

    /// <summary>Puts such bytes back.</summary>
    public void Restore(FlashSegment segment, byte[] raw)
    {
        var (start, bytes) = Range(segment);
        for (var chip = 0; chip < Board.Chips; chip++)
        {
            raw.AsSpan(chip * bytes, bytes).CopyTo(Board.Memory(chip).Slice(start, bytes));
        }
    }

    /// <summary>A segment as the FPGA reads it.</summary>
    public byte[] Contents(FlashSegment segment)
    {
        var (start, bytes) = Range(segment);
        if (IsDual)
        {
            return DualQspi.Join(Board.Memory(0).Slice(start, bytes),
                Board.Memory(1).Slice(start, bytes));
        }

        var data = Board.Memory(0).Slice(start, bytes).ToArray();
        ToParallel(data);
        return data;
    }

    public BootResult Boot(FlashSegment segment)
    {
        // Of two chips only the primary is read, until the head there says to read both.
        var (start, bytes) = Range(segment);
        var head = IsDual ? Board.Memory(0).Slice(start, bytes) : [];
        var sync = head.IndexOf<byte>([0xAA, 0x99, 0x55, 0x66]);
        return IsDual && sync < 0 ? BootResult.FallsBack
            : IsDual && sync >= DualQspi.HeadBytes ? BootResult.Hangs
            : BootModel.Boot(Contents(segment), FpgaId);
    }

    /// <summary>Flashes an image the way the command line does.</summary>
    public FlashReport Flash(
        byte[] payload, IFlashProgress? progress = null, bool rewrite = false,
        bool dryRun = false, CancellationToken cancel = default)
    {
        using var flash = Open();
        var image = new FpgaImage("test", null, null, null, payload);
        return new Flasher(progress ?? new Quiet(), cancel).Write(
            flash.Banks(flash.Segments.Default), flash.Split(image), rewrite, dryRun);
    }

    public CorundumFlash Open() =>
        CorundumFlash.Open(Board, new CorundumNic(Board, FlashBoard.BarBytes), Board);

    /// <summary>The fallback image, which boots, is as it was.</summary>
    public void AssertFallback(string what)
    {
        var (start, bytes) = Range(Segments.Fallback!);
        for (var chip = 0; chip < Board.Chips; chip++)
        {
            Assert.That(Board.Memory(chip).Slice(start, bytes).SequenceEqual(
                FallbackBytes.AsSpan(chip * bytes, bytes)), what);
        }
    }

    public void Dispose() => Board.Dispose();

    private (int Start, int Bytes) Range(FlashSegment segment) =>
        ((int)(segment.Start / Board.Chips),
            (int)Math.Min(segment.Bytes / Board.Chips, windowBytes));

    /// <summary>Between the order of a file and that of a parallel part's words; its own
    /// inverse.</summary>
    private void ToParallel(Span<byte> data)
    {
        if (Board.Kind is FlashBoardKind.Bpi or FlashBoardKind.BpiMicron)
        {
            // First byte of the file on D15..8, first bit of a byte at its lowest line.
            for (var i = 0; i + 1 < data.Length; i += 2)
            {
                (data[i], data[i + 1]) = (Mirror(data[i + 1]), Mirror(data[i]));
            }
        }
    }

    private static byte Mirror(byte value)
    {
        var result = 0;
        for (var bit = 0; bit < 8; bit++)
        {
            result |= ((value >> bit) & 1) << (7 - bit);
        }

        return (byte)result;
    }
}

/// <summary>Says nothing.</summary>
internal sealed class Quiet : IFlashProgress
{
    public List<string> Notes { get; } = [];

    public List<FlashStage> Stages { get; } = [];

    public void Begin(FlashStage stage, long totalBytes) => Stages.Add(stage);

    public void Advance(long bytes)
    {
    }

    public void Note(string text) => Notes.Add(text);
}
