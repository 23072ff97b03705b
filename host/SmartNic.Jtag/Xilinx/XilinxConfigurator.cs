using SmartNic.Flash;
using SmartNic.Jtag.Tap;
using SmartNic.Usb;

namespace SmartNic.Jtag.Xilinx;

/// <summary>
/// Configures a part over JTAG (UG470 table 10-4, UG570 table 10-3): JPROGRAM, wait for INIT,
/// CFG_IN with the stream, JSTART, startup clocks, status. What is loaded is gone with the power.
/// </summary>
public sealed class XilinxConfigurator
{
    private const int ChunkBytes = 256 * 1024;
    private const int StartupClocks = 2048;
    private const uint IrDone = 1 << 5;
    private const uint IrInit = 1 << 4;
    private static readonly TimeSpan ClearTimeout = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StartupTimeout = TimeSpan.FromMilliseconds(200);

    private readonly JtagChain _chain;
    private readonly JtagDevice _device;
    private readonly XilinxPart _part;

    /// <summary>Prepares for one part of a chain.</summary>
    /// <exception cref="JtagException">It is not a part that we know.</exception>
    public XilinxConfigurator(JtagChain chain, JtagDevice device)
    {
        _chain = chain;
        _device = device;
        _part = device.Part ?? throw new JtagException(
            $"the {device} cannot be configured", "name another one with --device");
    }

    private TapController Tap => _chain.Tap;

    /// <summary>Refuses an image for another part.</summary>
    /// <exception cref="JtagException">It is for another part.</exception>
    public void Check(FpgaImage image)
    {
        if (image.Part is { } part && !_part.Fits(part))
        {
            throw new JtagException(
                $"{image.Path} is for {part}, and the board has {_device}",
                "build it for this board, or choose another board with --cable");
        }

        if (image.IdCode is { } code && !FpgaPart.IsSame(code, _part.Idcode))
        {
            throw new JtagException(
                $"{image.Path} is for {FpgaPart.Text(code)}, and the board has {_device}",
                "build it for this board, or choose another board with --cable");
        }
    }

    /// <summary>Loads an image and starts it.</summary>
    /// <param name="image">An image for this part.</param>
    /// <param name="progress">Told after every 256 KiB; null for nobody.</param>
    /// <returns>The status at the end: DONE, end of startup.</returns>
    /// <exception cref="JtagException">Refused, or the part says that it failed.</exception>
    /// <exception cref="UsbException">The cable failed.</exception>
    public ConfigStatus Load(FpgaImage image, Action<LoadProgress>? progress = null)
    {
        Check(image);
        long sent = 0;
        try
        {
            Clear();
            Stream(image.Payload.Span, progress, ref sent);
            return Start(image);
        }
        catch (UsbException e) when (e.Failure is UsbFailure.Removed or UsbFailure.Timeout
            or UsbFailure.Transfer)
        {
            throw new JtagException(
                $"{e.Message}; {sent} of {image.Payload.Length} bytes were in the FPGA, which is "
                + "not configured now",
                "connect the cable and load again; or power the board off and on: it starts "
                + "from its flash, which was not touched");
        }
    }

    /// <summary>Clears the configuration, as PROGRAM_B does, and waits for the end.</summary>
    /// <exception cref="JtagException">INIT does not go high.</exception>
    public void Clear()
    {
        Tap.Reset();
        _chain.Instruct(_device, _part.Whole(Instruction.Jprogram));

        // CFG_IN and not BYPASS while waiting: the part must not begin to load from its flash.
        uint cfgIn = _part.First(Instruction.CfgIn);
        long millisecond = Math.Max(1, Tap.Link.FrequencyHz / 1000);
        for (int ms = 0; ; ms++)
        {
            uint captured = _chain.InstructAndRead(_device, cfgIn);
            CheckCapture(captured);
            if (IsSet(captured, IrInit))
            {
                return;
            }

            if (ms > ClearTimeout.TotalMilliseconds)
            {
                throw new JtagException(
                    $"{_device}: INIT stays low {ClearTimeout.TotalSeconds} s after JPROGRAM: its "
                    + "memory is not cleared",
                    "check the board's supplies, and that nothing holds INIT_B or PROGRAM_B low");
            }

            Tap.Idle(millisecond);
        }
    }

    /// <summary>Clears the configuration and lets the part boot as its mode pins say.</summary>
    public void Reboot()
    {
        Tap.Reset();
        _chain.Instruct(_device, _part.Whole(Instruction.Jprogram));
        _chain.Instruct(_device, _part.Whole(Instruction.Bypass));
        Tap.Reset();
        Tap.Link.Finish();
    }

    /// <summary>Reads the status register.</summary>
    public ConfigStatus ReadStatus()
    {
        byte[] request = ConfigStream.Bits(
            ConfigStream.Dummy, ConfigStream.Sync, ConfigStream.NoOp, ConfigStream.ReadStat,
            ConfigStream.NoOp, ConfigStream.NoOp);
        Tap.Reset();
        _chain.Instruct(_device, _part.First(Instruction.CfgIn));
        _chain.Write(_device, request, 8L * request.Length);
        _chain.Instruct(_device, _part.First(Instruction.CfgOut));
        byte[] read = new byte[4];
        _chain.Exchange(_device, new byte[4], read, 32);
        byte[] end = ConfigStream.Bits(
            ConfigStream.WriteCommand, ConfigStream.Desync, ConfigStream.NoOp, ConfigStream.NoOp);
        _chain.Instruct(_device, _part.First(Instruction.CfgIn));
        _chain.Write(_device, end, 8L * end.Length);
        uint value = 0;
        foreach (byte part in read)
        {
            value = (value << 8) | BitOrder.Reverse(part);
        }

        return new ConfigStatus(value);
    }

    private void Stream(ReadOnlySpan<byte> payload, Action<LoadProgress>? progress, ref long sent)
    {
        _chain.Instruct(_device, _part.First(Instruction.CfgIn));
        Tap.GoTo(TapState.ShiftDr);
        var expected = TimeSpan.FromSeconds(8.0 * payload.Length / Tap.Link.FrequencyHz);
        byte[] chunk = new byte[ChunkBytes];
        progress?.Invoke(new LoadProgress(0, payload.Length, expected));
        while (sent < payload.Length)
        {
            var from = payload[(int)sent..Math.Min(payload.Length, (int)sent + ChunkBytes)];
            from.CopyTo(chunk);
            BitOrder.Reverse(chunk.AsSpan(0, from.Length));
            Tap.Shift(chunk, 8L * from.Length, isLast: false);
            Tap.Link.Finish();
            sent += from.Length;
            progress?.Invoke(new LoadProgress(sent, payload.Length, expected));
        }

        // Bits that are still in bypass registers in front of the part, and the last one.
        Tap.Shift(new byte[8], _chain.Behind(_device) + 1, isLast: true);
        Tap.GoTo(TapState.Idle);
    }

    private ConfigStatus Start(FpgaImage image)
    {
        _chain.Instruct(_device, _part.Whole(Instruction.Jstart));
        Tap.Idle(StartupClocks);
        long millisecond = Math.Max(1, Tap.Link.FrequencyHz / 1000);
        uint jstart = _part.Whole(Instruction.Jstart);
        uint captured = _chain.InstructAndRead(_device, jstart);
        for (int ms = 0; ms < StartupTimeout.TotalMilliseconds
            && !IsSet(captured, IrDone) && IsSet(captured, IrInit); ms++)
        {
            Tap.Idle(millisecond);
            captured = _chain.InstructAndRead(_device, jstart);
        }

        CheckCapture(captured);
        var status = ReadStatus();
        Tap.Reset();
        Tap.GoTo(TapState.Idle);
        Tap.Link.Finish();
        return status.IsDone && status.IsEndOfStartup && IsSet(captured, IrDone)
            ? status
            : throw LoadFailure.Of(_device, image, status, IsSet(captured, IrInit));
    }

    // What a stacked part captures beyond the 6 bits nearest to TDO is not documented.
    private static bool IsSet(uint captured, uint mask) => (captured & mask) != 0;

    private void CheckCapture(uint captured)
    {
        // The standard has 01 in the two bits nearest to TDO (IEEE 1149.1 7.1.1).
        if ((captured & 3) != 1)
        {
            throw new JtagException(
                $"{_device}: its instruction register captures {captured:x} instead of ...01: "
                + "the chain is not read any more",
                "check the cable, the board's power, and try a lower --frequency");
        }
    }
}
