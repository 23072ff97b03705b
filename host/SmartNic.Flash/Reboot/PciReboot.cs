using System.Buffers.Binary;
using System.Text.RegularExpressions;
using SmartNic.Pci;

namespace SmartNic.Flash.Reboot;

/// <summary>
/// Takes a card off the bus while its FPGA loads itself again, and looks for it afterwards: error
/// reports of the port off, driver unbound, function removed, hot reset of the port, rescan.
/// </summary>
public sealed partial class PciReboot
{
    private const int Tries = 5;
    private const int BridgeControl = 0x3E;
    private const byte BusReset = 0x40;
    private const int Command = 0x04;
    private const int SystemErrors = 0x0100;
    private const int CapabilityPointer = 0x34;
    private const byte PciExpress = 0x10;
    private const int DeviceControl = 0x08;
    private const int FatalErrors = 0x0004;
    private readonly PciFunction function;
    private readonly string? port;
    private readonly string rescan;
    private readonly Action<TimeSpan> wait;

    /// <summary>Prepares to reboot a card.</summary>
    /// <param name="function">The card.</param>
    /// <param name="root">Folder with a folder per function, as <see cref="SysfsBus.Root"/>.
    /// </param>
    /// <param name="wait">Lets time pass; null for this machine's.</param>
    public PciReboot(PciFunction function, string root, Action<TimeSpan>? wait = null)
    {
        this.function = function;
        this.wait = wait ?? Thread.Sleep;

        // The folder is a link into the tree of the bus, where the port is the folder above.
        var real = new DirectoryInfo(function.Folder).ResolveLinkTarget(returnFinalTarget: true)
            ?.FullName ?? function.Folder;
        var above = Path.GetDirectoryName(real)!;
        port = AddressForm().IsMatch(Path.GetFileName(above)) ? above : null;
        rescan = port is not null ? Path.Combine(port, "rescan")
            : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(root))!, "rescan");
    }

    /// <summary>Address of the port above the card; null where there is none to be seen.</summary>
    public string? Port => port is null ? null : Path.GetFileName(port);

    /// <summary>Does it.</summary>
    /// <param name="boot">Tells the FPGA to load itself; the card answers no more then.</param>
    /// <param name="note">Told each step.</param>
    /// <exception cref="PciException">Not allowed, or the card did not come back.</exception>
    public void Run(Action boot, Action<string> note)
    {
        QuietPort();
        var unbind = Path.Combine(function.Folder, "driver", "unbind");
        if (File.Exists(unbind))
        {
            note($"unbinding driver {function.Driver}");
            Write(unbind, function.Address);
        }

        note("the FPGA loads itself from flash");
        boot();
        Write(Path.Combine(function.Folder, "remove"), "1");
        wait(TimeSpan.FromSeconds(5));
        for (var i = 0; i < Tries; i++)
        {
            HotReset();
            wait(TimeSpan.FromSeconds(2));
            note("looking for the card again");
            Write(rescan, "1");
            if (File.Exists(Path.Combine(function.Folder, "vendor")))
            {
                return;
            }
        }

        throw new PciException($"{function.Address} did not come back",
            "switch the machine off and on (a warm reboot keeps the FPGA); if it stays away, the "
            + "image does not fit the board: the fallback image boots when the new one is wrong");
    }

    /// <summary>A card that goes away is no reason for the machine to stop.</summary>
    private void QuietPort()
    {
        if (port is null || Open() is not { } config)
        {
            return;
        }

        using (config)
        {
            Change(config, Command, value => value & ~SystemErrors);
            for (int at = ReadByte(config, CapabilityPointer) & 0xFC, i = 0; at != 0 && i < 48; i++)
            {
                if (ReadByte(config, at) == PciExpress)
                {
                    Change(config, at + DeviceControl, value => value & ~FatalErrors);
                    return;
                }

                at = ReadByte(config, at + 1) & 0xFC;
            }
        }
    }

    private void HotReset()
    {
        if (port is null || Open() is not { } config)
        {
            return;
        }

        using (config)
        {
            Change(config, BridgeControl, value => value | BusReset);
            wait(TimeSpan.FromMilliseconds(10));
            Change(config, BridgeControl, value => value & ~BusReset);
        }
    }

    private FileStream? Open()
    {
        var path = Path.Combine(port!, "config");
        try
        {
            return File.Exists(path)
                ? new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 0)
                : null;
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PciException($"cannot write {path}: {e.Message}", "run as root");
        }
    }

    private static byte ReadByte(FileStream config, int offset)
    {
        config.Position = offset;
        return config.ReadByte() is var value and >= 0 ? (byte)value : (byte)0;
    }

    private static void Change(FileStream config, int offset, Func<int, int> change)
    {
        Span<byte> bytes = stackalloc byte[2];
        config.Position = offset;
        config.ReadExactly(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(
            bytes, (ushort)change(BinaryPrimitives.ReadUInt16LittleEndian(bytes)));
        config.Position = offset;
        config.Write(bytes);
    }

    private static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PciException($"cannot write {text} to {path}: {e.Message}", "run as root");
        }
    }

    [GeneratedRegex(@"\A[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]\z")]
    private static partial Regex AddressForm();
}
