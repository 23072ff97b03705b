using SmartNic.Driver;
using SmartNic.Pci.Nic;
using SmartNic.Pci.Ring;
using SmartNic.Registers;

namespace SmartNic.Pci;

/// <summary>
/// A board on the PCI bus, opened: the application's registers for <see cref="BoardDriver"/>, and
/// the NIC around it, and the packet rings of its slow port.
/// </summary>
public sealed class PciBoard : IDisposable
{
    private readonly PciBar bar;
    private readonly PciBar nicBar;

    // Null for a board that is opened by the kernel module's device.
    private PciFunction? function;

    private PciBoard(string name, PciBar nicBar, PciBar bar, bool checkSpec)
    {
        (Name, this.nicBar, this.bar) = (name, nicBar, bar);
        Nic = new CorundumNic(nicBar, nicBar.LengthBytes);
        if (Nic.Application is not { } id)
        {
            throw NoApplication(name);
        }

        if (id != ApplicationInfo.Id)
        {
            throw new PciException($"{name} has application 0x{id:X8}, expected "
                + $"0x{ApplicationInfo.Id:X8}", "load a bitstream with this project's application");
        }

        Application = ApplicationInfo.Read(bar);
        if (checkSpec)
        {
            Check(Application);
        }
    }

    /// <summary>Address or device file.</summary>
    public string Name { get; }

    /// <summary>The application's registers.</summary>
    public IBar Bar => bar;

    /// <summary>Bytes of them.</summary>
    public long BarBytes => bar.LengthBytes;

    /// <summary>The NIC around the application.</summary>
    public CorundumNic Nic { get; }

    /// <summary>What the application said about itself.</summary>
    public ApplicationInfo Application { get; }

    /// <summary>Opens a board by the resource files of sysfs.</summary>
    /// <param name="function">The board.</param>
    /// <param name="enable">Whether to switch memory decoding on where it is off.</param>
    /// <param name="checkSpec">Whether a board of another register spec is refused.</param>
    /// <exception cref="PciException">It cannot be used; the message says why.</exception>
    /// <exception cref="DeviceLostException">It does not answer.</exception>
    public static PciBoard Open(PciFunction function, bool enable = false, bool checkSpec = true)
    {
        Enable(function, enable);
        var board = Create(function.Address, checkSpec,
            () => OpenNicBar(function), () => OpenApplicationBar(function));
        board.function = function;
        return board;
    }

    /// <summary>Opens a board by the kernel module's device.</summary>
    /// <param name="device">The device; stays the caller's.</param>
    /// <param name="checkSpec">Whether a board of another register spec is refused.</param>
    /// <exception cref="PciException">It cannot be used; the message says why.</exception>
    /// <exception cref="DeviceLostException">It does not answer.</exception>
    public static PciBoard Open(CharDevice device, bool checkSpec = true) => Create(
        device.Path, checkSpec,
        () => device.Map(CharDevice.NicRegion, CorundumNic.Witness, 0),
        () => device.Map(
            CharDevice.ApplicationRegion, ApplicationInfo.Witness, ApplicationInfo.LeastBytes));

    /// <summary>Switches memory decoding on, or says how to.</summary>
    /// <param name="function">The board.</param>
    /// <param name="enable">Whether to write 1 to its <c>enable</c> file where it is off.</param>
    /// <exception cref="PciException">It is off and stays off.</exception>
    public static void Enable(PciFunction function, bool enable)
    {
        if (function.IsEnabled)
        {
            return;
        }

        var path = Path.Combine(function.Folder, "enable");
        if (!enable)
        {
            throw new PciException(
                $"{function.Address} does not answer: its memory decoding is off (enable is 0)",
                $"give --enable, or as root: echo 1 > {path}");
        }

        try
        {
            File.WriteAllText(path, "1");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PciException($"cannot write 1 to {path}: {e.Message}", "run as root");
        }
    }

    /// <summary>Maps the NIC's registers.</summary>
    /// <exception cref="PciException">Not there, or not allowed.</exception>
    public static PciBar OpenNicBar(PciFunction function) =>
        function.BarBytes.ContainsKey(PciFunction.NicBar)
            ? PciBar.Open(function.ResourcePath(PciFunction.NicBar), CorundumNic.Witness, 0)
            : throw new PciException($"{function.Address} has no BAR{PciFunction.NicBar}",
                "the kernel could not place it, or the card was removed: see dmesg");

    /// <summary>Maps the application's registers.</summary>
    /// <exception cref="PciException">Not there, not allowed, or too small.</exception>
    public static PciBar OpenApplicationBar(PciFunction function) =>
        function.BarBytes.ContainsKey(PciFunction.ApplicationBar)
            ? PciBar.Open(function.ResourcePath(PciFunction.ApplicationBar),
                ApplicationInfo.Witness, ApplicationInfo.LeastBytes)
            : throw NoApplication(function.Address);

    /// <summary>
    /// Ends the packet rings of whoever had the board before, and starts them anew, in a huge page
    /// that outlives this process. Switches bus mastering on, once no ring runs.
    /// </summary>
    /// <param name="isPrivate">
    /// Memory of this process instead, where there is no hugetlbfs: when the process is killed, the
    /// board goes on writing to pages that the kernel gives to somebody else.
    /// </param>
    /// <returns>The slow port; null for a board that was built without rings.</returns>
    /// <exception cref="PciException">
    /// No memory, no permission, another owner, rings that do not end, or an IOMMU between.
    /// </exception>
    /// <exception cref="DeviceLostException">The board does not answer.</exception>
    public PacketRing? OpenRing(bool isPrivate = false)
    {
        if (BarBytes < RingRegisters.Base + RingRegisters.Size || !PacketRing.IsThere(bar))
        {
            return null;
        }

        IDmaMemory memory = isPrivate ? PinnedMemory.Allocate() : HugePageFile.Open(RingName);
        try
        {
            if (!PacketRing.TryQuiesce(bar))
            {
                throw new PciException($"the packet rings of {Name} do not end, and still use the "
                    + "memory of their last owner",
                    "reset the card: echo 1 > "
                    + Path.Combine(function?.Folder ?? "/sys/bus/pci/devices/ADDRESS", "reset"));
            }

            if (function is not null)
            {
                BusMaster.Enable(function);
            }
        }
        catch (Exception e) when (e is PciException or DeviceLostException)
        {
            memory.Dispose();
            throw;
        }

        return PacketRing.Open(bar, memory);
    }

    /// <summary>The card's address, also where it was opened by the kernel module's device.
    /// </summary>
    private string RingName
    {
        get
        {
            var device = Path.GetFileName(Name);
            var link = Path.Combine("/sys/class/misc", device, "device");
            return function?.Address ?? (Directory.Exists(link)
                ? Path.GetFileName(Directory.ResolveLinkTarget(link, true)?.FullName ?? device)
                : device);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        bar.Dispose();
        nicBar.Dispose();
    }

    internal static PciException NoApplication(string board) => new(
        $"{board} has no application (no BAR{PciFunction.ApplicationBar}, or no application id)",
        "its bitstream was built with APP_ENABLE=0; load one with this project's application");

    private static PciBoard Create(
        string name, bool checkSpec, Func<PciBar> openNicBar, Func<PciBar> openBar)
    {
        PciBar? nicBar = null, bar = null;
        try
        {
            nicBar = openNicBar();
            bar = openBar();
            return new PciBoard(name, nicBar, bar, checkSpec);
        }
        catch (Exception e) when (e is PciException or DeviceLostException)
        {
            bar?.Dispose();
            nicBar?.Dispose();
            throw;
        }
    }

    private void Check(ApplicationInfo application)
    {
        if (!application.IsGateway)
        {
            throw new PciException(
                $"{Name}: MAGIC reads 0x{application.Magic:X8}, expected "
                + $"0x{GlobalRegisters.MagicValue:X8}: this is not a gateway");
        }

        if (!application.HasOurSpec)
        {
            throw new PciException(
                $"{Name} has register spec 0x{application.SpecHash:X16}, this program was built "
                + $"for 0x{RegisterSpecHash.Value:X16}",
                "use the program and the bitstream of one build; the image to flash is "
                + GatewayImage.Name);
        }

        var needed = InterfaceRegisters.Base
            + ((long)application.Interfaces * InterfaceRegisters.Size);
        if (needed > BarBytes)
        {
            throw new PciException($"{Name} says that it has {application.Interfaces} interfaces, "
                + $"but BAR{PciFunction.ApplicationBar} has {BarBytes} bytes");
        }
    }
}
