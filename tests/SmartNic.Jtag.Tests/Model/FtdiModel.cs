using SmartNic.Usb;

namespace SmartNic.Jtag.Tests.Model;

/// <summary>
/// An FTDI chip with its MPSSE, by FTDI's application notes AN_108 and AN_135: vendor requests,
/// bytes of bulk OUT executed as commands on the pins, two status bytes in each packet of bulk IN.
/// </summary>
internal sealed class FtdiModel : IUsbDevice
{
    private readonly Mpsse _mpsse;
    private readonly Queue<byte> _toHost;
    private readonly int _packetBytes;
    private readonly int _channel;
    private bool _isMpsse;
    private long _bytesOut;

    public FtdiModel(
        SimChain chain, ushort product = 0x6011, int packetBytes = 512, int channel = 0)
    {
        Identity = new UsbIdentity(0x0403, product, 0x0800, 1, 7, "21770202700VA", "FT4232H");
        _packetBytes = packetBytes;
        _channel = channel;
        _mpsse = new Mpsse(chain);
        _toHost = _mpsse.ToHost;
    }

    public UsbIdentity Identity { get; }

    public Mpsse Engine => _mpsse;

    /// <summary>Bytes of bulk OUT after which the cable is pulled; null for never.</summary>
    public long? PulledAfterBytes { get; set; }

    /// <summary>Bytes of bulk OUT so far.</summary>
    public long BytesOut => _bytesOut;

    /// <summary>Swallows everything: a chip that hangs.</summary>
    public bool IsDeaf { get; set; }

    public bool IsDisposed { get; private set; }

    private bool IsPulled => PulledAfterBytes is { } limit && _bytesOut >= limit;

    public void ClaimInterface(int number)
    {
        Present("claiming its interface");
        Assert.That(number, Is.EqualTo(_channel), "interface");
    }

    public int MaxPacketBytes(byte endpoint) => _packetBytes;

    public void ControlOut(
        byte requestType, byte request, ushort value, ushort index, ReadOnlySpan<byte> data,
        TimeSpan timeout)
    {
        Present($"control request {request:x2}");
        Assert.That(requestType, Is.EqualTo(0x40), "vendor request to the device");
        Assert.That(index & 0xFF, Is.EqualTo(_channel + 1), "channel");
        switch (request)
        {
            case 0x00 when value is 0 or 1 or 2:
                _toHost.Clear();
                break;
            case 0x0B when value >> 8 == 2:
                _isMpsse = true;
                break;
            case 0x0B when value >> 8 == 0:
                _isMpsse = false;
                break;
            case 0x02 or 0x06 or 0x07 or 0x09:
                break;
            default:
                throw new UsbException(UsbFailure.Transfer, $"request {request:x2} {value:x4}");
        }
    }

    public int ControlIn(
        byte requestType, byte request, ushort value, ushort index, Span<byte> data,
        TimeSpan timeout) => throw new UsbException(UsbFailure.Transfer, "stall");

    public void BulkOut(byte endpoint, ReadOnlySpan<byte> data, TimeSpan timeout)
    {
        Present("bulk out");
        Assert.That(endpoint, Is.EqualTo(0x02 + (2 * _channel)));
        Assert.That(_isMpsse, Is.True, "bulk data before MPSSE mode");
        long room = (PulledAfterBytes ?? long.MaxValue) - _bytesOut;
        int taken = (int)Math.Min(room, data.Length);
        if (!IsDeaf)
        {
            _mpsse.Execute(data[..taken]);
        }

        _bytesOut += taken;
        Present("bulk out");
    }

    public int BulkIn(byte endpoint, Span<byte> data, TimeSpan timeout)
    {
        Present("bulk in");
        Assert.That(endpoint, Is.EqualTo(0x81 + (2 * _channel)));
        Assert.That(data.Length % _packetBytes, Is.Zero, "a transfer of whole packets");
        int at = 0;
        do
        {
            int payload = Math.Min(_toHost.Count, _packetBytes - 2);
            data[at] = 0x32;
            data[at + 1] = 0x60;
            for (int i = 0; i < payload; i++)
            {
                data[at + 2 + i] = _toHost.Dequeue();
            }

            at += payload + 2;
            if (payload < _packetBytes - 2)
            {
                break;
            }
        }
        while (at < data.Length);

        if (at == 2)
        {
            Thread.Sleep(1); // the latency timer
        }

        return at;
    }

    public void Dispose() => IsDisposed = true;

    private void Present(string doing)
    {
        if (IsPulled)
        {
            throw new UsbException(UsbFailure.Removed,
                $"{Identity}: unplugged, or without power, during {doing}", "plug it in");
        }
    }
}
