namespace SmartNic.Jtag;

/// <summary>
/// TCK, TMS, TDI and TDO, whatever cable drives them. Bits are least significant first. Calls are
/// collected until <see cref="Send"/>, <see cref="Finish"/> or <see cref="ShiftRead"/>.
/// </summary>
public interface IJtagLink : IDisposable
{
    /// <summary>Frequency of TCK, as it is.</summary>
    long FrequencyHz { get; }

    /// <summary>Clocks TMS; TDI is high.</summary>
    /// <param name="bits">Values of TMS, bit 0 first.</param>
    /// <param name="count">Number of clocks, 1 to 32.</param>
    void Tms(uint bits, int count);

    /// <summary>Clocks TDI with TMS low; TDO is not looked at.</summary>
    /// <param name="tdi">Bits to shift.</param>
    /// <param name="bits">How many.</param>
    /// <param name="isLast">Whether TMS is high with the last bit, which leaves the state.</param>
    void Shift(ReadOnlySpan<byte> tdi, long bits, bool isLast);

    /// <summary>The same, and takes TDO; everything before has been clocked on return.</summary>
    /// <param name="tdi">Bits to shift.</param>
    /// <param name="tdo">Receives as many bits.</param>
    /// <param name="bits">How many.</param>
    /// <param name="isLast">Whether TMS is high with the last bit.</param>
    void ShiftRead(ReadOnlySpan<byte> tdi, Span<byte> tdo, long bits, bool isLast);

    /// <summary>Clocks with TMS low, in a state that stays.</summary>
    /// <param name="clocks">How many.</param>
    void Idle(long clocks);

    /// <summary>Sends everything, and does not wait until it has been clocked.</summary>
    void Send();

    /// <summary>Sends everything and waits until it has been clocked.</summary>
    /// <exception cref="JtagException">The cable refused a command, or does not answer.</exception>
    void Finish();
}
