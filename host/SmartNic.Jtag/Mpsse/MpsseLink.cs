using System.Buffers.Binary;
using SmartNic.Usb;

namespace SmartNic.Jtag.Mpsse;

/// <summary>JTAG through the MPSSE of an FTDI chip (FTDI AN_108, AN_129, AN_135).</summary>
public sealed class MpsseLink : IJtagLink
{
    /// <summary>The fastest that these chips clock.</summary>
    public const long MaxFrequencyHz = 30_000_000;

    private const int BufferBytes = 65536;

    private readonly FtdiChannel _channel;
    private readonly int _readBytes;
    private readonly byte[] _commands = new byte[BufferBytes];
    private readonly TimeSpan _patience;
    private int _length;
    private long _pendingClocks;

    /// <summary>Takes over a cable, and sets its pins and its clock.</summary>
    /// <param name="usb">The device; owned from here on.</param>
    /// <param name="chip">Which chip it is.</param>
    /// <param name="profile">Its channel and pins.</param>
    /// <param name="frequencyHz">The most that TCK may have.</param>
    /// <param name="patience">
    /// What an answer may take beyond its bits; null for one second.
    /// </param>
    /// <exception cref="UsbException">The cable is in use or gone.</exception>
    /// <exception cref="JtagException">It does not answer as an MPSSE does.</exception>
    public MpsseLink(
        IUsbDevice usb, FtdiChip chip, CableProfile profile, long frequencyHz,
        TimeSpan? patience = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(frequencyHz, 500);
        _patience = patience ?? TimeSpan.FromSeconds(1);
        _readBytes = chip.ReceiveBytes;
        // 60 MHz / (2 * (1 + divisor)), not above what was asked for (AN_108 3.8.1).
        long twice = 2 * frequencyHz;
        long divisor = Math.Clamp((60_000_000 + twice - 1) / twice, 1, 65536);
        FrequencyHz = 60_000_000 / (2 * divisor);
        try
        {
            _channel = new FtdiChannel(usb, profile.Channel);
        }
        catch
        {
            usb.Dispose();
            throw;
        }

        try
        {
            Synchronise(0xAA);
            Synchronise(0xAB);
            Append([Command.DivideBy5Off, Command.AdaptiveOff, Command.ThreePhaseOff]);
            Append([Command.LoopbackOff]);
            Append([Command.Divisor, (byte)(divisor - 1), (byte)((divisor - 1) >> 8)]);
            Append([Command.SetLow, profile.LowValue, profile.LowDirection]);
            Append([Command.SetHigh, profile.HighValue, profile.HighDirection]);
            Finish();
        }
        catch
        {
            _channel.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public long FrequencyHz { get; }

    /// <summary>Round trips over USB so far: waits for an answer.</summary>
    public long RoundTrips { get; private set; }

    /// <inheritdoc/>
    public void Tms(uint bits, int count)
    {
        for (; count > 0; count -= 7, bits >>= 7)
        {
            int now = Math.Min(count, 7);
            Append([Command.TmsOut, (byte)(now - 1), (byte)(0x80 | (bits & 0x7F))]);
            _pendingClocks += now;
        }
    }

    /// <inheritdoc/>
    public void Shift(ReadOnlySpan<byte> tdi, long bits, bool isLast)
    {
        long body = isLast ? bits - 1 : bits;
        int bytes = checked((int)(body / 8));
        for (int at = 0; at < bytes;)
        {
            int now = Math.Min(bytes - at, BufferBytes / 2);
            AppendBytes(Command.BytesOut, tdi.Slice(at, now));
            at += now;
        }

        int rest = (int)(body % 8);
        if (rest != 0)
        {
            Append([Command.BitsOut, (byte)(rest - 1), tdi[bytes]]);
        }

        if (isLast)
        {
            Append([Command.TmsOut, 0, LastBit(tdi, bits)]);
        }

        _pendingClocks += bits % 8;
    }

    /// <inheritdoc/>
    public void ShiftRead(ReadOnlySpan<byte> tdi, Span<byte> tdo, long bits, bool isLast)
    {
        long body = isLast ? bits - 1 : bits;
        int bytes = checked((int)(body / 8));
        int rest = (int)(body % 8);
        // What is asked for at once must fit the chip's buffer: the host reads when all is sent.
        int most = _readBytes - 2;
        int done = 0;
        while (bytes - done > most)
        {
            AppendBytes(Command.BytesOutIn, tdi.Slice(done, most));
            Receive(tdo.Slice(done, most));
            done += most;
        }

        if (bytes > done)
        {
            AppendBytes(Command.BytesOutIn, tdi[done..bytes]);
        }

        if (rest != 0)
        {
            Append([Command.BitsOutIn, (byte)(rest - 1), tdi[bytes]]);
        }

        if (isLast)
        {
            Append([Command.TmsOutIn, 0, LastBit(tdi, bits)]);
        }

        _pendingClocks += bits % 8;
        Span<byte> answer = stackalloc byte[2];
        var tail = answer[..((rest != 0 ? 1 : 0) + (isLast ? 1 : 0))];
        byte[] received = new byte[bytes - done + tail.Length];
        Receive(received);
        received.AsSpan(0, bytes - done).CopyTo(tdo[done..]);
        received.AsSpan(bytes - done).CopyTo(tail);

        // Bits come in at the top of a byte (AN_108 3.3.8).
        int value = rest != 0 ? tail[0] >> (8 - rest) : 0;
        if (isLast)
        {
            value |= (tail[^1] >> 7) << rest;
        }

        if (rest != 0 || isLast)
        {
            tdo[bytes] = (byte)value;
        }
    }

    /// <inheritdoc/>
    public void Idle(long clocks)
    {
        while (clocks >= 8)
        {
            long now = Math.Min(clocks / 8, Command.MaxBytes);
            Append([Command.ClockBytes, (byte)(now - 1), (byte)((now - 1) >> 8)]);
            _pendingClocks += now * 8;
            clocks -= now * 8;
        }

        if (clocks > 0)
        {
            Append([Command.ClockBits, (byte)(clocks - 1)]);
            _pendingClocks += clocks;
        }
    }

    /// <inheritdoc/>
    public void Send()
    {
        _channel.Write(_commands.AsSpan(0, _length), Patience());
        _length = 0;
    }

    /// <inheritdoc/>
    public void Finish()
    {
        Append([Command.GetLow]);
        Receive(new byte[1]);
    }

    /// <inheritdoc/>
    public void Dispose() => _channel.Dispose();

    private static byte LastBit(ReadOnlySpan<byte> tdi, long bits)
    {
        int bit = (tdi[(int)((bits - 1) / 8)] >> (int)((bits - 1) % 8)) & 1;
        return (byte)((bit << 7) | 1);
    }

    private void AppendBytes(byte command, ReadOnlySpan<byte> data)
    {
        Span<byte> head = [command, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(head[1..], (ushort)(data.Length - 1));
        if (_length + head.Length + data.Length > BufferBytes)
        {
            Send();
        }

        Append(head);
        Append(data);
        _pendingClocks += 8L * data.Length;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (_length + bytes.Length > BufferBytes)
        {
            Send();
        }

        bytes.CopyTo(_commands.AsSpan(_length));
        _length += bytes.Length;
    }

    private TimeSpan Patience() =>
        _patience + TimeSpan.FromSeconds(2.0 * _pendingClocks / FrequencyHz);

    private void Receive(Span<byte> data)
    {
        Append([Command.SendImmediate]);
        Send();
        int got = _channel.Read(data, Patience());
        RoundTrips++;
        _pendingClocks = 0;
        if (got == data.Length && _channel.Waiting == 0)
        {
            return;
        }

        // A refused command answers FA and itself, in front of what was asked for.
        byte[] all = [.. data[..got], .. _channel.TakeWaiting()];
        int bad = all.AsSpan().IndexOf(Command.BadCommand);
        string seen = Convert.ToHexStringLower(all.AsSpan(0, Math.Min(all.Length, 16)));
        throw bad >= 0 && bad + 1 < all.Length && all.Length != data.Length
            ? new JtagException(
                $"{_channel.Identity}: the cable refused command {all[bad + 1]:x2}",
                "is it an FT2232H, FT4232H or FT232H, and is JTAG on this channel?")
            : new JtagException(
                $"{_channel.Identity}: {all.Length} bytes answered instead of {data.Length}"
                + (seen.Length > 0 ? $" ({seen})" : string.Empty),
                "plug the cable out and in again; if it stays, try a lower --frequency");
    }

    /// <summary>A wrong command and its echo: both ends are in step (AN_135 5.3.1).</summary>
    private void Synchronise(byte wrong)
    {
        byte[] answer = new byte[2];
        for (int attempt = 0; ; attempt++)
        {
            _channel.Write([wrong, Command.SendImmediate], _patience);
            int got = _channel.Read(answer, _patience);
            if (got == 2 && answer[0] == Command.BadCommand && answer[1] == wrong
                && _channel.Waiting == 0)
            {
                return;
            }

            if (attempt == 2)
            {
                string came = got == 0 ? "nothing"
                    : Convert.ToHexStringLower(answer.AsSpan(0, got));
                throw new JtagException(
                    $"{_channel.Identity}: no MPSSE answers (to {wrong:x2} came {came})",
                    "close other programs that use the cable, and plug it out and in again");
            }

            _channel.Purge();
        }
    }
}
