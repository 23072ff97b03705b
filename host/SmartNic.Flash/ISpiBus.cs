namespace SmartNic.Flash;

/// <summary>
/// One chip select of an SPI bus in mode 0: whatever wires there are, a PCI register block or JTAG
/// through a bridge bitstream.
/// </summary>
public interface ISpiBus
{
    /// <summary>Data lines that a transfer can use besides one: 4, or 1 for none.</summary>
    int Lanes => 1;

    /// <summary>
    /// One period of chip select low: bytes are written on one line (operation code, address, dummy
    /// bytes, data), then bytes are read, most significant bit first.
    /// </summary>
    /// <param name="write">Bytes to write; the first is the operation code.</param>
    /// <param name="read">Receives what follows; may be empty.</param>
    void Transfer(ReadOnlySpan<byte> write, Span<byte> read);

    /// <summary>
    /// The same with a data phase on four lines: the operation code, address and dummy bytes go
    /// on one line, the data on four. Only where <see cref="Lanes"/> is 4.
    /// </summary>
    /// <param name="command">Operation code, address and dummy bytes.</param>
    /// <param name="write">Data to write on four lines; empty when reading.</param>
    /// <param name="read">Receives data on four lines; empty when writing.</param>
    void TransferQuad(
        ReadOnlySpan<byte> command, ReadOnlySpan<byte> write, Span<byte> read) =>
        throw new NotSupportedException("this SPI bus has one data line");
}
