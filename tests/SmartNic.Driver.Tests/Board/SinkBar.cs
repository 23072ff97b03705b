using SmartNic.Registers;

namespace SmartNic.Driver.Tests.Board;

/// <summary>A BAR that only answers what attaching and draining ask.</summary>
internal sealed class SinkBar : IBar
{
    private readonly MemoryBar _identity = new();

    public uint Read32(uint offset) => _identity.Read32(offset);

    public void Write32(uint offset, uint value)
    {
        if (offset < GlobalRegisters.Size)
        {
            _identity.Write32(offset, value);
        }
    }

    public void WriteBlock(uint offset, ReadOnlySpan<uint> words)
    {
    }
}
