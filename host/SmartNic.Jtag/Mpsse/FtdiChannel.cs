using SmartNic.Usb;

namespace SmartNic.Jtag.Mpsse;

/// <summary>
/// One channel of an FTDI chip in MPSSE mode: a stream of bytes each way. Every packet to the host
/// begins with two status bytes, which are taken out here (AN_135 2.4; libftdi's protocol).
/// </summary>
internal sealed class FtdiChannel : IDisposable
{
    private const byte VendorOut = 0x40;
    private const byte RequestReset = 0x00;
    private const byte RequestFlow = 0x02;
    private const byte RequestEventChar = 0x06;
    private const byte RequestErrorChar = 0x07;
    private const byte RequestLatency = 0x09;
    private const byte RequestBitMode = 0x0B;
    private const ushort LatencyMs = 1;
    private const int StatusBytes = 2;
    private static readonly TimeSpan ControlTimeout = TimeSpan.FromSeconds(1);

    private readonly IUsbDevice _usb;
    private readonly int _channel;
    private readonly int _packetBytes;
    private readonly byte[] _transfer;
    private readonly Queue<byte> _received = new();

    public FtdiChannel(IUsbDevice usb, int channel)
    {
        _usb = usb;
        _channel = channel;
        usb.ClaimInterface(channel);
        _packetBytes = usb.MaxPacketBytes(EndpointIn);
        if (_packetBytes is not (64 or 512))
        {
            throw new JtagException(
                $"{usb.Identity}: packets of {_packetBytes} bytes instead of 64 or 512",
                "is it an FT2232H, FT4232H or FT232H?");
        }

        _transfer = new byte[16 * _packetBytes];
        Request(RequestReset, 0);
        Request(RequestEventChar, 0);
        Request(RequestErrorChar, 0);
        Request(RequestLatency, LatencyMs);
        Request(RequestFlow, 0, 0x0100); // RTS/CTS: no byte is lost when a buffer is full
        Request(RequestBitMode, 0x0000); // back to reset
        Request(RequestBitMode, 0x0200); // MPSSE
        Purge();
    }

    public UsbIdentity Identity => _usb.Identity;

    /// <summary>Bytes that came beyond those that were asked for.</summary>
    public int Waiting => _received.Count;

    private byte EndpointIn => (byte)(0x81 + (2 * _channel));

    private byte EndpointOut => (byte)(0x02 + (2 * _channel));

    /// <summary>Empties the buffers both ways.</summary>
    public void Purge()
    {
        Request(RequestReset, 1);
        Request(RequestReset, 2);
        _received.Clear();
    }

    public void Write(ReadOnlySpan<byte> data, TimeSpan timeout) =>
        _usb.BulkOut(EndpointOut, data, timeout);

    /// <summary>Reads bytes, at most until the deadline.</summary>
    /// <returns>Bytes that came, fewer than asked for when the time ran out.</returns>
    public int Read(Span<byte> data, TimeSpan timeout)
    {
        long end = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        int got = Take(data);
        while (got < data.Length)
        {
            long left = end - Environment.TickCount64;
            if (left <= 0)
            {
                break;
            }

            int length = _usb.BulkIn(EndpointIn, _transfer, TimeSpan.FromMilliseconds(left));
            Strip(_transfer.AsSpan(0, length));
            got += Take(data[got..]);
        }

        return got;
    }

    /// <summary>The oldest bytes that came beyond those that were asked for.</summary>
    public byte[] TakeWaiting()
    {
        byte[] rest = [.. _received];
        _received.Clear();
        return rest;
    }

    public void Dispose()
    {
        try
        {
            Request(RequestBitMode, 0x0000);
        }
        catch (UsbException)
        {
            // The cable is gone, and its mode with it.
        }

        _usb.Dispose();
    }

    private void Request(byte request, ushort value, ushort high = 0) => _usb.ControlOut(
        VendorOut, request, value, (ushort)(high | (_channel + 1)), [], ControlTimeout);

    private int Take(Span<byte> data)
    {
        int count = Math.Min(data.Length, _received.Count);
        for (int i = 0; i < count; i++)
        {
            data[i] = _received.Dequeue();
        }

        return count;
    }

    private void Strip(ReadOnlySpan<byte> transfer)
    {
        for (int at = 0; at < transfer.Length; at += _packetBytes)
        {
            int end = Math.Min(at + _packetBytes, transfer.Length);
            foreach (byte value in transfer[Math.Min(at + StatusBytes, end)..end])
            {
                _received.Enqueue(value);
            }
        }
    }
}
