using System.Runtime.InteropServices;
using SmartNic.Driver;
using SmartNic.Registers;
using SmartNic.Sim.Native;

namespace SmartNic.Sim;

/// <summary>
/// The verilated board with its clock: ports, registers, time. Not thread safe. Everything it does
/// is deterministic: the same calls give the same clocks.
/// </summary>
public sealed unsafe class SimCore : IDisposable, IBar
{
    /// <summary>Bytes of the longest frame that may leave the board.</summary>
    public const int MaxFrameBytes = Kernels.Protocol.MaxFrameBytes + 64;

    private readonly SimLibrary _library;
    private readonly SimHandle _handle;

    /// <summary>Starts a board and resets it.</summary>
    /// <param name="options">Which one.</param>
    /// <exception cref="SimException">Not built, or the waveform cannot be written.</exception>
    public SimCore(SimOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _library = SimLibrary.Load(options);
        uint width, interfaces, traced;
        _library.Geometry(&width, &interfaces, &traced);
        DataWidthBits = (int)width;
        Interfaces = (int)interfaces;
        _handle = new SimHandle(_library, options.TracePath);
        Check(0);
    }

    /// <summary>Width of the streams in bits.</summary>
    public int DataWidthBits { get; }

    /// <summary>Number of interfaces.</summary>
    public int Interfaces { get; }

    /// <summary>Clocks since the start.</summary>
    public ulong Clocks => _library.Clocks(_handle.Pointer);

    /// <summary>Chooses how inputs are related; only while nothing is in flight.</summary>
    /// <exception cref="SimException">Frames are in flight.</exception>
    public void SetMode(SimMode mode) => Check(_library.Mode(_handle.Pointer, (int)mode));

    /// <summary>Idle clocks in front of the beats of an input.</summary>
    /// <param name="kind">Which input.</param>
    /// <param name="iface">Of which interface.</param>
    /// <param name="chance">Chance of an idle clock, 0 to below 1.</param>
    /// <param name="seed">The same seed gives the same gaps.</param>
    public void SetGaps(PortKind kind, int iface, double chance, ulong seed) =>
        Check(_library.Gaps(_handle.Pointer, (int)kind, iface, Chance(chance), seed));

    /// <summary>Clocks in which an output is not ready.</summary>
    /// <param name="kind">Which output.</param>
    /// <param name="iface">Of which interface.</param>
    /// <param name="chance">Chance of such a clock, 0 to 1.</param>
    /// <param name="seed">The same seed gives the same stalls.</param>
    public void SetStalls(PortKind kind, int iface, double chance, ulong seed) =>
        Check(_library.Stalls(_handle.Pointer, (int)kind, iface, Chance(chance), seed));

    /// <summary>Sets the time in parallel mode; it never goes back.</summary>
    public void SetTime(ulong timeNs) => _library.SetTime(_handle.Pointer, timeNs);

    /// <summary>Puts a frame at the end of an input's list.</summary>
    /// <param name="port">Which input, and for hosts which queue.</param>
    /// <param name="timeNs">Its arrival time; used in ordered mode only.</param>
    /// <param name="tag">Comes out with the frame.</param>
    /// <param name="frame">At least one byte; copied before the call returns.</param>
    /// <param name="bad">Marks it as broken on the way here.</param>
    /// <exception cref="SimException">No such input, or no bytes.</exception>
    public void Push(
        PortId port, ulong timeNs, ushort tag, ReadOnlySpan<byte> frame, bool bad = false)
    {
        NativeFrame head = new()
        {
            Kind = (byte)port.Kind,
            Interface = port.Interface,
            Bad = bad ? (byte)1 : (byte)0,
            Queue = port.Queue,
            Tag = tag,
            Length = (uint)frame.Length,
            TimeNs = timeNs,
        };
        fixed (byte* data = frame)
        {
            Check(_library.Push(_handle.Pointer, &head, data));
        }
    }

    /// <summary>Frames of an input that are not accepted yet.</summary>
    public int Waiting(PortKind kind, int iface) =>
        (int)_library.Waiting(_handle.Pointer, (int)kind, iface);

    /// <summary>
    /// Advances the clock until nothing moves any more, or for a number of clocks.
    /// </summary>
    /// <param name="maxClocks">At most so many clocks.</param>
    /// <returns>True when the board is idle.</returns>
    /// <exception cref="SimException">The board broke a rule of its ports.</exception>
    public bool Run(long maxClocks)
    {
        int result = _library.Run(_handle.Pointer, (ulong)maxClocks);
        Check(result);
        return result == 1;
    }

    /// <summary>Takes the oldest frame that left the board.</summary>
    /// <param name="buffer">Receives it; <see cref="MaxFrameBytes"/> hold every frame.</param>
    /// <param name="frame">What is known of it.</param>
    /// <returns>False when there is none.</returns>
    /// <exception cref="ArgumentException">The buffer is too small; the frame stays.</exception>
    public bool TryPop(Span<byte> buffer, out SimFrame frame)
    {
        NativeFrame head;
        int result;
        fixed (byte* data = buffer)
        {
            result = _library.Pop(_handle.Pointer, &head, data, (uint)buffer.Length);
        }

        if (result == 0 && head.Length > buffer.Length)
        {
            throw new ArgumentException($"the frame has {head.Length} bytes", nameof(buffer));
        }

        frame = head.ToManaged();
        return result == 1;
    }

    /// <summary>Starts (empty) or stops the log of accepted frames.</summary>
    public void LogAccepted(bool enabled) => _library.Log(_handle.Pointer, enabled ? 1 : 0);

    /// <summary>Takes the oldest accepted frame, in the order of their first beats.</summary>
    /// <returns>False when there is none, or its last beat was not accepted yet.</returns>
    public bool TryPopAccepted(out SimFrame frame)
    {
        NativeFrame head;
        bool taken = _library.PopAccepted(_handle.Pointer, &head) == 1;
        frame = taken ? head.ToManaged() : default;
        return taken;
    }

    /// <inheritdoc/>
    public uint Read32(uint offset)
    {
        uint value;
        Check(_library.Read(_handle.Pointer, offset, &value));
        return value;
    }

    /// <inheritdoc/>
    public void Write32(uint offset, uint value) =>
        Check(_library.Write(_handle.Pointer, offset, value));

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
        for (int n = 0; n < words.Length; n++)
        {
            Write32(offset + ((uint)n * sizeof(uint)), words[n]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _handle.Dispose();

    private static uint Chance(double chance) =>
        chance is >= 0 and <= 1
            ? (uint)(chance * 65536)
            : throw new ArgumentOutOfRangeException(nameof(chance), chance, "0 to 1");

    private void Check(int result)
    {
        byte* text = result > 0 ? null : _library.Error(_handle.Pointer);
        GC.KeepAlive(_handle);
        if (text is not null)
        {
            throw new SimException("simulated board: " + Marshal.PtrToStringUTF8((nint)text));
        }
    }
}
