using System.Runtime.InteropServices;
using SmartNic.Sim.Server;

namespace SmartNic.SoftBoard.Linux;

/// <summary>
/// Frames that wait to be sent on a device, by one call for all. What the device has no room for
/// stays; when the queue is full, no more is taken.
/// </summary>
internal sealed unsafe class SendQueue : IDisposable
{
    private const int Frames = 256;
    private const int Bytes = 512 * 1024;

    private readonly PacketSocket _socket;
    private readonly byte* _bytes = (byte*)NativeMemory.Alloc(Bytes);
    private readonly PacketCalls.Message* _messages =
        (PacketCalls.Message*)NativeMemory.AllocZeroed(
            Frames, (nuint)sizeof(PacketCalls.Message));

    private readonly PacketCalls.Vector* _vectors =
        (PacketCalls.Vector*)NativeMemory.AllocZeroed(Frames, (nuint)sizeof(PacketCalls.Vector));

    private int _first, _end, _used;

    /// <summary>An empty queue.</summary>
    /// <param name="socket">Where it is sent; bound.</param>
    public SendQueue(PacketSocket socket)
    {
        _socket = socket;
        for (int n = 0; n < Frames; n++)
        {
            _messages[n].Vectors = &_vectors[n];
            _messages[n].VectorCount = 1;
        }
    }

    /// <summary>Whether frames wait.</summary>
    public bool HasWaiting => _first < _end;

    /// <summary>Frames that were taken, and that the device could not send.</summary>
    public long Lost { get; private set; }

    /// <summary>Their bytes.</summary>
    public long LostBytes { get; private set; }

    /// <summary>Copies a frame behind the others.</summary>
    /// <returns>False when there is no room.</returns>
    public bool TryAdd(ReadOnlySpan<byte> frame)
    {
        if (_end == Frames || frame.Length > Bytes - _used)
        {
            Flush();
            if (_end == Frames || frame.Length > Bytes - _used)
            {
                return false;
            }
        }

        frame.CopyTo(new Span<byte>(_bytes + _used, frame.Length));
        _vectors[_end++] = new() { Base = _bytes + _used, Length = (nuint)frame.Length };
        _used += frame.Length;
        return true;
    }

    /// <summary>Sends what waits, as far as the device takes it.</summary>
    public void Flush()
    {
        while (_first < _end)
        {
            int sent = PacketCalls.Send(_socket.Handle, _messages + _first, (uint)(_end - _first),
                PacketCalls.DoNotWait);
            if (sent > 0)
            {
                _first += sent;
            }
            else if (!TryGoOn(Marshal.GetLastPInvokeError()))
            {
                return;
            }
        }

        _first = _end = _used = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        NativeMemory.Free(_bytes);
        NativeMemory.Free(_messages);
        NativeMemory.Free(_vectors);
    }

    /// <summary>After an error of the first frame that waits.</summary>
    /// <returns>False when it shall be tried again later.</returns>
    private bool TryGoOn(int error)
    {
        switch (error)
        {
            case LinuxCalls.WouldBlock or PacketCalls.NoBufferSpace:
                return false;
            case LinuxCalls.Interrupted:
                return true;
            case PacketCalls.DeviceIsDown or PacketCalls.NoDevice or PacketCalls.NoSuchDevice:
                while (_first < _end)
                {
                    Lose();
                }

                return true;
            default:
                // One that the device does not take, such as one that became longer than its MTU.
                Lose();
                return true;
        }
    }

    private void Lose()
    {
        Lost++;
        LostBytes += (long)_vectors[_first++].Length;
    }
}
