using System.CommandLine;
using SmartNic.Cli.Shell;
using SmartNic.Flash;
using SmartNic.Flash.Reboot;
using SmartNic.Pci;
using SmartNic.Pci.Nic;
using SmartNic.Registers;

namespace SmartNic.Cli.Board;

/// <summary>A board whose flash is written.</summary>
internal abstract class FlashTarget : IDisposable
{
    /// <summary>What the user calls it.</summary>
    public abstract string Name { get; }

    /// <summary>Registers of its NIC.</summary>
    public abstract IBar Bar { get; }

    /// <summary>Bytes of them.</summary>
    public abstract long BarBytes { get; }

    /// <summary>Time of its parts.</summary>
    public abstract IFlashClock Clock { get; }

    /// <summary>The board that the command line names.</summary>
    /// <exception cref="CliException">It names none.</exception>
    /// <exception cref="PciException">It cannot be used.</exception>
    public static FlashTarget Open(ParseResult result, PciOptions pci, Option<string?> simulated)
    {
        var name = result.GetValue(simulated);
        pci.CheckOnly(result, simulated);
        if (name is not null)
        {
            return SimulatedFlashTarget.Open(name);
        }

        var address = result.GetValue(pci.Board) ?? throw new CliException(ExitCode.Usage,
            "which board? name it with --pci ADDRESS", "`snic board probe` lists the boards");
        return PciFlashTarget.Open(pci.Bus(result), address, result.GetValue(pci.Enable));
    }

    /// <summary>Lets the FPGA load itself from flash and finds the board again.</summary>
    public abstract void Reboot(CorundumFlash flash, Action<string> note);

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>A card.</summary>
internal sealed class PciFlashTarget : FlashTarget
{
    private readonly SysfsBus bus;
    private readonly PciFunction function;
    private readonly PciBar bar;

    private PciFlashTarget(SysfsBus bus, PciFunction function, PciBar bar) =>
        (this.bus, this.function, this.bar) = (bus, function, bar);

    public override string Name => function.Address;

    public override IBar Bar => bar;

    public override long BarBytes => bar.LengthBytes;

    public override IFlashClock Clock { get; } = new SystemClock();

    public static PciFlashTarget Open(SysfsBus bus, string address, bool enable)
    {
        var function = !address.StartsWith("/dev/", StringComparison.Ordinal) ? bus.Board(address)
            : bus.Boards().FirstOrDefault(board => board.CharDevice == address)
                ?? throw new CliException(ExitCode.Device, $"no board on the bus has {address}",
                    "`snic board probe` lists the boards");
        PciBoard.Enable(function, enable);
        return new PciFlashTarget(bus, function, PciBoard.OpenNicBar(function));
    }

    public override void Reboot(CorundumFlash flash, Action<string> note) =>
        new PciReboot(function, bus.Root).Run(flash.BootFpga, note);

    public override void Dispose() => bar.Dispose();
}
