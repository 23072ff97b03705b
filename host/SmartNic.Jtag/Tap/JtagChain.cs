namespace SmartNic.Jtag.Tap;

/// <summary>The parts between TDI and TDO, one of which is talked to at a time.</summary>
public sealed class JtagChain
{
    private readonly int _irBits;

    internal JtagChain(TapController tap, IReadOnlyList<JtagDevice> devices)
    {
        Tap = tap;
        Devices = devices;
        _irBits = devices.Sum(device => device.IrLength);
    }

    /// <summary>The pins and their state.</summary>
    public TapController Tap { get; }

    /// <summary>All parts, the one nearest to TDO first.</summary>
    public IReadOnlyList<JtagDevice> Devices { get; }

    /// <summary>Gives a part an instruction, and all others BYPASS.</summary>
    /// <param name="device">One of <see cref="Devices"/>.</param>
    /// <param name="instruction">As many bits as its register has.</param>
    /// <remarks>The state is Run-Test/Idle after it.</remarks>
    public void Instruct(JtagDevice device, uint instruction)
    {
        Tap.GoTo(TapState.ShiftIr);
        Tap.Shift(InstructionBits(device, instruction), _irBits, isLast: true);
        Tap.GoTo(TapState.Idle);
    }

    /// <summary>The same, and reads what the part's register captured: its status.</summary>
    public uint InstructAndRead(JtagDevice device, uint instruction)
    {
        byte[] captured = new byte[BitArrays.BytesFor(_irBits)];
        Tap.GoTo(TapState.ShiftIr);
        Tap.ShiftRead(InstructionBits(device, instruction), captured, _irBits, isLast: true);
        Tap.GoTo(TapState.Idle);
        return BitArrays.Number(captured, IrOffset(device), device.IrLength);
    }

    /// <summary>
    /// Shifts bits into the selected register of a part whose others are in BYPASS.
    /// </summary>
    /// <param name="device">Which part.</param>
    /// <param name="data">Bits; they arrive in the register, whatever is in front of it.</param>
    /// <param name="bits">How many.</param>
    public void Write(JtagDevice device, ReadOnlySpan<byte> data, long bits)
    {
        Tap.GoTo(TapState.ShiftDr);
        long behind = Behind(device);
        Tap.Shift(data, bits, isLast: behind == 0);
        if (behind > 0)
        {
            Tap.Shift(new byte[BitArrays.BytesFor(behind)], behind, isLast: true);
        }

        Tap.GoTo(TapState.Idle);
    }

    /// <summary>Shifts bits through the selected register of a part, and reads as many.</summary>
    /// <param name="device">Which part.</param>
    /// <param name="data">Bits to shift in.</param>
    /// <param name="read">Receives what was in the register and what came in.</param>
    /// <param name="bits">How many.</param>
    public void Exchange(JtagDevice device, ReadOnlySpan<byte> data, Span<byte> read, long bits)
    {
        int before = device.Position;
        long all = before + bits + Behind(device);
        byte[] tdi = new byte[BitArrays.BytesFor(all)];
        byte[] tdo = new byte[tdi.Length];
        BitArrays.Copy(data, 0, tdi, 0, bits);
        Tap.GoTo(TapState.ShiftDr);
        Tap.ShiftRead(tdi, tdo, all, isLast: true);
        Tap.GoTo(TapState.Idle);
        BitArrays.Copy(tdo, before, read, 0, bits);
    }

    /// <summary>Bypass registers between TDI and a part: so many bits come in late.</summary>
    public int Behind(JtagDevice device) => Devices.Count - 1 - device.Position;

    private int IrOffset(JtagDevice device) =>
        Devices.Take(device.Position).Sum(other => other.IrLength);

    private byte[] InstructionBits(JtagDevice device, uint instruction)
    {
        byte[] bits = new byte[BitArrays.BytesFor(_irBits)];
        bits.AsSpan().Fill(0xFF);
        BitArrays.SetNumber(bits, IrOffset(device), device.IrLength, instruction);
        return bits;
    }
}
