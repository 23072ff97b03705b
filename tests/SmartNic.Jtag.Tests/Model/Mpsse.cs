namespace SmartNic.Jtag.Tests.Model;

/// <summary>
/// The command processor of FTDI AN_108 with pins 0 to 3 on a chain. Commands may be cut anywhere
/// between two writes. A command that it does not know is answered by FA and itself.
/// </summary>
internal sealed class Mpsse(SimChain chain)
{
    private readonly List<byte> _command = [];
    private byte _low;
    private byte _lowDirection;
    private bool _divideBy5 = true;
    private int _divisor;
    private bool _tdi = true;
    private bool _tms = true;

    public Queue<byte> ToHost { get; } = new();

    /// <summary>An operation code that this chip does not know; null for none.</summary>
    public byte? Unknown { get; set; }

    /// <summary>Frequency of TCK.</summary>
    public double FrequencyHz => (_divideBy5 ? 12e6 : 60e6) / (2 * (1 + _divisor));

    /// <summary>Directions of pins 7 to 0.</summary>
    public byte LowDirection => _lowDirection;

    /// <summary>Values of pins 7 to 0.</summary>
    public byte Low => _low;

    public void Execute(ReadOnlySpan<byte> bytes)
    {
        // A long command arrives whole far more often than not: then it is not copied.
        if (_command.Count == 0)
        {
            while (!bytes.IsEmpty && Length(bytes) is { } whole && whole <= bytes.Length)
            {
                Run(bytes[..whole]);
                bytes = bytes[whole..];
            }
        }

        foreach (byte value in bytes)
        {
            _command.Add(value);
            var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_command);
            if (Length(all) == all.Length)
            {
                Run(all);
                _command.Clear();
            }
        }
    }

    /// <summary>Bytes of the command that begins here; null where that is not known yet.</summary>
    private int? Length(ReadOnlySpan<byte> c) => c[0] switch
    {
        _ when c[0] == Unknown => 1,
        0x19 or 0x39 or 0x3D => c.Length < 3 ? null : 3 + 1 + (c[1] | (c[2] << 8)),
        0x1B or 0x3B or 0x3F or 0x4B or 0x6B or 0x6F => 3,
        0x80 or 0x82 or 0x86 or 0x8F => 3,
        0x8E => 2,
        _ => 1,
    };

    private void Run(ReadOnlySpan<byte> c)
    {
        byte code = c[0];
        if (code == Unknown)
        {
            Refuse(code);
            return;
        }

        switch (code)
        {
            case 0x19 or 0x39 or 0x3D:
                Bytes(c[3..], (code & 0x20) != 0);
                break;
            case 0x1B or 0x3B or 0x3F:
                Bits(c[1] + 1, [], c.Slice(2, 1), (code & 0x20) != 0);
                break;
            case 0x4B or 0x6B or 0x6F:
                _tdi = (c[2] & 0x80) != 0;
                Bits(c[1] + 1, [(byte)(c[2] & 0x7F)], [], (code & 0x20) != 0);
                break;
            case 0x80:
                (_low, _lowDirection) = (c[1], c[2]);
                _tms = (_low & 8) != 0;
                break;
            case 0x81:
                ToHost.Enqueue(_low);
                break;
            case 0x83:
                ToHost.Enqueue(0);
                break;
            case 0x86:
                _divisor = c[1] | (c[2] << 8);
                chain.PeriodPs = (uint)(1e12 / FrequencyHz);
                break;
            case 0x8A or 0x8B:
                _divideBy5 = code == 0x8B;
                break;
            case 0x8E:
                chain.Clock([], _tms, [], _tdi, [], c[1] + 1);
                break;
            case 0x8F:
                chain.Clock([], _tms, [], _tdi, [], 8L * ((c[1] | (c[2] << 8)) + 1));
                break;
            case 0x82 or 0x85 or 0x87 or 0x8D or 0x97:
                break;
            default:
                Refuse(code);
                break;
        }
    }

    private void Refuse(byte code)
    {
        ToHost.Enqueue(0xFA);
        ToHost.Enqueue(code);
    }

    private void Bytes(ReadOnlySpan<byte> data, bool isRead)
    {
        byte[] tdo = isRead ? new byte[data.Length] : [];
        chain.Clock([], _tms, data, false, tdo, 8L * data.Length);
        _tdi = (data[^1] & 0x80) != 0;
        foreach (byte value in tdo)
        {
            ToHost.Enqueue(value);
        }
    }

    private void Bits(int count, ReadOnlySpan<byte> tms, ReadOnlySpan<byte> tdi, bool isRead)
    {
        Span<byte> tdo = stackalloc byte[1];
        chain.Clock(tms, _tms, tdi, _tdi, tdo, count);
        _tms = tms.IsEmpty ? _tms : ((tms[0] >> (count - 1)) & 1) != 0;
        _tdi = tdi.IsEmpty ? _tdi : ((tdi[0] >> (count - 1)) & 1) != 0;
        if (isRead)
        {
            // Bits are shifted in from the top.
            ToHost.Enqueue((byte)((tdo[0] & ((1 << count) - 1)) << (8 - count)));
        }
    }
}
