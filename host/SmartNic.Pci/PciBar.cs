using System.Text;
using SmartNic.Driver;
using SmartNic.Pci.Linux;
using SmartNic.Registers;

namespace SmartNic.Pci;

/// <summary>
/// A BAR in the memory of this process. Every access is one 32-bit access on the bus, in program
/// order. Reads that get no answer give all ones; they are told from registers that hold all ones
/// by a second read, of a register that never does. For little-endian hosts.
/// </summary>
public sealed unsafe class PciBar : IBar, IDisposable
{
    private const uint AllOnes = 0xFFFF_FFFF;

    // A look for the device is a call of the kernel, which costs as much as an access. Of an
    // exchange these many share one: microseconds.
    private const int AccessesPerLook = 16;
    private readonly MemoryMap map;
    private readonly uint witness;

    // Path of a file that is there as long as the device is, zero terminated; null for none.
    private readonly byte[]? presence;

    private PciBar(string name, MemoryMap map, uint witness, string? presencePath)
    {
        Name = name;
        this.map = map;
        this.witness = witness;
        presence = presencePath is null ? null : Encoding.UTF8.GetBytes(presencePath + "\0");
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>Bytes of the window.</summary>
    public long LengthBytes => map.LengthBytes;

    /// <summary>Maps a resource file of sysfs, all of it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="witness">Offset of a register that never reads all ones.</param>
    /// <param name="leastBytes">Bytes that the BAR must have.</param>
    /// <exception cref="PciException">Not there, not allowed, or too small.</exception>
    public static PciBar Open(string path, uint witness, long leastBytes)
    {
        using var file = LinuxCalls.OpenDevice(path);
        var length = RandomAccess.GetLength(file);
        CheckLength(path, length, Math.Max(leastBytes, witness + 4L));
        return new PciBar(path, MemoryMap.Create(file, path, 0, length), witness, path);
    }

    /// <summary>Maps a region of the kernel module's device.</summary>
    internal static PciBar OfRegion(
        Microsoft.Win32.SafeHandles.SafeFileHandle file,
        string name,
        long offset,
        long length,
        uint witness,
        long leastBytes)
    {
        CheckLength(name, length, Math.Max(leastBytes, witness + 4L));

        // The module's mappings outlive the device; no file has to be looked at.
        return new PciBar(
            name, MemoryMap.Create(file, name, offset, length), witness, presencePath: null);
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public uint Read32(uint offset)
    {
        using var pin = new Pin(this, offset, 1);
        return Read(pin, offset);
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public void Exchange(ReadOnlySpan<BarAccess> accesses, Span<uint> words)
    {
        while (!accesses.IsEmpty)
        {
            var together = accesses[..Math.Min(accesses.Length, AccessesPerLook)];
            using var pin = new Pin(this, together[0].Offset, 1);
            foreach (var access in together)
            {
                CheckRange(access.Offset, 1);
                if (access.IsWrite)
                {
                    Volatile.Write(ref *pin.At(access.Offset), access.Value);
                }
                else
                {
                    words[0] = Read(pin, access.Offset);
                    words = words[1..];
                }
            }

            accesses = accesses[together.Length..];
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The device was removed.</exception>
    public void Write32(uint offset, uint value)
    {
        using var pin = new Pin(this, offset, 1);
        Volatile.Write(ref *pin.Word, value);
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The device was removed.</exception>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        if (words.IsEmpty)
        {
            return;
        }

        using var pin = new Pin(this, offset, words.Length);
        for (var i = 0; i < words.Length; i++)
        {
            Volatile.Write(ref pin.Word[i], words[i]);
        }
    }

    /// <inheritdoc/>
    /// <exception cref="DeviceLostException">The device was removed.</exception>
    public void WriteSame(uint offset, ReadOnlySpan<uint> words)
    {
        if (words.IsEmpty)
        {
            return;
        }

        using var pin = new Pin(this, offset, 1);
        foreach (var word in words)
        {
            Volatile.Write(ref *pin.Word, word);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => map.Dispose();

    private static void CheckLength(string name, long length, long least)
    {
        if (length < least)
        {
            throw new PciException($"{name} has {length} bytes, at least {least} are needed",
                "is it a board of this project? `snic board probe` shows what it is");
        }
    }

    private uint Read(in Pin pin, uint offset)
    {
        var value = Volatile.Read(ref *pin.At(offset));
        if (value == AllOnes
            && (offset == witness || Volatile.Read(ref *pin.At(witness)) == AllOnes))
        {
            throw new DeviceLostException(
                $"{Name} reads all ones at 0x{offset:X}: the device is gone, or its memory "
                + "decoding is off");
        }

        return value;
    }

    private void CheckRange(uint offset, int words)
    {
        if (offset % 4 != 0 || offset + (4L * words) > LengthBytes)
        {
            throw new ArgumentOutOfRangeException(nameof(offset), offset,
                $"{words} words at 0x{offset:X} are not in {Name} ({LengthBytes} bytes), or not "
                + "at a multiple of 4");
        }
    }

    /// <summary>
    /// A mapping whose file is gone kills the process that touches it (SIGBUS), so the file is
    /// looked for first. Between the look and the touch is a window that this cannot close: of
    /// about a microsecond, in an exchange of some.
    /// </summary>
    private void CheckPresence()
    {
        if (presence is null)
        {
            return;
        }

        fixed (byte* path = presence)
        {
            if (LinuxCalls.Access(path, 0) != 0)
            {
                throw new DeviceLostException($"{Name} is not there any more: device removed");
            }
        }
    }

    /// <summary>Keeps the mapping while it is used, whoever disposes it meanwhile.</summary>
    private readonly ref struct Pin
    {
        private readonly MemoryMap map;

        public Pin(PciBar bar, uint offset, int words)
        {
            bar.CheckRange(offset, words);
            bar.CheckPresence();
            map = bar.map;
            var added = false;
            map.DangerousAddRef(ref added);
            Word = At(offset);
        }

        public uint* Word { get; }

        public uint* At(uint offset) => (uint*)(map.DangerousGetHandle() + (nint)offset);

        public void Dispose() => map.DangerousRelease();
    }
}
