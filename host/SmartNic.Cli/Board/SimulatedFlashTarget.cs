using SmartNic.Cli.Shell;
using SmartNic.Flash;
using SmartNic.Pci.Nic;
using SmartNic.Registers;
using SmartNic.Sim.Flash;

namespace SmartNic.Cli.Board;

/// <summary>
/// A simulated card: <c>sim:spi</c>, <c>sim:dual</c> or <c>sim:bpi</c>, then, after a colon, a file
/// that keeps what is in its flash.
/// </summary>
internal sealed class SimulatedFlashTarget : FlashTarget
{
    public const string Prefix = "sim:";
    private const uint TwoSegments = 0x012;
    private const uint AlveoSegments = 0x0100_2000 | TwoSegments;
    private readonly FlashBoard board;
    private readonly string? file;

    private SimulatedFlashTarget(string name, FlashBoard board, string? file)
    {
        (Name, this.board, this.file) = (name, board, file);
        if (file is not null && File.Exists(file))
        {
            Load(file);
        }
        else
        {
            PutFallback();
        }
    }

    public override string Name { get; }

    public override IBar Bar => board;

    public override long BarBytes => FlashBoard.BarBytes;

    public override IFlashClock Clock => board;

    public static SimulatedFlashTarget Open(string name)
    {
        var parts = name.Split(':', 3);

        // FPGAs of cards with such a flash: Alveo U200, VCU118, VCU108.
        var (kind, fpga, format) = (parts[0] + ":", parts.ElementAtOrDefault(1)) switch
        {
            (Prefix, "spi") => (FlashBoardKind.Spi, 0x04B3_7093u, AlveoSegments),
            (Prefix, "dual") => (FlashBoardKind.Dual, 0x04B3_1093u, TwoSegments),
            (Prefix, "bpi") => (FlashBoardKind.Bpi, 0x0384_2093u, TwoSegments),
            _ => throw CliException.Usage($"--board {name}: expected sim:spi, sim:dual or "
                + "sim:bpi, and :FILE for a file that keeps the contents"),
        };
        return new SimulatedFlashTarget(
            name, new FlashBoard(kind, fpga, 0, format), parts.ElementAtOrDefault(2));
    }

    public override void Reboot(CorundumFlash flash, Action<string> note)
    {
        flash.BootFpga();
        note($"the simulated FPGA was told {board.Boots} time to load itself from flash");
    }

    public override void Dispose()
    {
        if (file is not null)
        {
            using var stream = File.Create(file);
            for (var chip = 0; chip < board.Chips; chip++)
            {
                stream.Write(board.Memory(chip));
            }
        }

        board.Dispose();
    }

    /// <summary>A new card comes with a fallback image: here, one that configures nothing.
    /// </summary>
    private void PutFallback()
    {
        var nic = new CorundumNic(board, FlashBoard.BarBytes);
        using var flash = CorundumFlash.Open(board, nic, board);
        uint[] words =
        [
            .. Enumerable.Repeat(0xFFFF_FFFF, 20), 0xAA99_5566, 0x2000_0000,
            .. Enumerable.Repeat(0xFFFF_FFFF, 6), 0xAA99_5566, 0x2000_0000,
            0x3001_8001, nic.Firmware.FpgaId, 0x3000_8001, 0xD, 0x2000_0000, 0x2000_0000,
        ];
        var image = new FpgaImage("fallback", null, null, null, words
            .SelectMany(word => BitConverter.GetBytes(word).Reverse()).ToArray());
        foreach (var (bank, content) in
            flash.Banks(flash.Segments.Fallback!).Zip(flash.Split(image)))
        {
            bank.Program(bank.Start, content);
        }
    }

    private void Load(string path)
    {
        using var stream = File.OpenRead(path);
        var bytes = Enumerable.Range(0, board.Chips).Sum(chip => (long)board.Memory(chip).Length);
        if (stream.Length != bytes)
        {
            throw CliException.Failed($"{path}: has {stream.Length} bytes, the flash of "
                + $"{Name.Split(':')[1]} has {bytes}: it is of something else");
        }

        for (var chip = 0; chip < board.Chips; chip++)
        {
            stream.ReadExactly(board.Memory(chip));
        }
    }
}
