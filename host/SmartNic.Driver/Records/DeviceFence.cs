using SmartNic.Registers;
using G = SmartNic.Registers.GlobalRegisters;

namespace SmartNic.Driver.Records;

/// <summary>The fence of a board: a number that starts DRAINED over, of all interfaces.</summary>
internal sealed class DeviceFence : IFence
{
    private readonly IBar _bar;
    private readonly BusyWait _wait;
    private uint _number;

    /// <param name="bar">The board's registers.</param>
    /// <param name="wait">Polls them.</param>
    public DeviceFence(IBar bar, BusyWait wait)
    {
        (_bar, _wait) = (bar, wait);
        _number = bar.Read32(G.Fence);
    }

    /// <inheritdoc/>
    public void Pass()
    {
        _bar.Write32(G.Fence, ++_number);
        _wait.Until(G.Drained, static v => G.DrainedDrained(v) == 1, "packets to pass a fence");
    }
}
