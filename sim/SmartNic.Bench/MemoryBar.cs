using SmartNic.Registers;
using SmartNic.Sim.Model;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Bench;

/// <summary>
/// A BAR that is nothing but memory: what a write costs the driver, without what a board does with
/// it. It identifies itself as the model does, and is always drained and never busy.
/// </summary>
internal sealed class MemoryBar : IBar
{
    private readonly uint[] _words = new uint[(G.IfOffsetValue + G.IfStrideValue) / 4];

    /// <summary>Copies the identity of a model.</summary>
    public MemoryBar()
    {
        using var model = new ModelBoard();
        for (uint offset = 0; offset < G.TimeNsLo; offset += 4)
        {
            _words[offset / 4] = model.Bar.Read32(offset);
        }
    }

    /// <inheritdoc/>
    public uint Read32(uint offset) => _words[offset / 4];

    /// <inheritdoc/>
    public void Write32(uint offset, uint value) => _words[offset / 4] = value;

    /// <inheritdoc/>
    public void WriteBlock(uint offset, ReadOnlySpan<uint> words) =>
        words.CopyTo(_words.AsSpan((int)(offset / 4)));
}
