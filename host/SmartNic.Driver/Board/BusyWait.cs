using System.Diagnostics;
using SmartNic.Registers;

namespace SmartNic.Driver;

/// <summary>Polls a register, for a bounded time.</summary>
internal sealed class BusyWait(IBar bar, TimeSpan timeout)
{
    /// <summary>What a PCIe read gives when nobody answers.</summary>
    public const uint AllOnes = 0xFFFF_FFFF;

    /// <summary>Polls until a condition holds.</summary>
    /// <param name="offset">Register; one of which not all bits can be set.</param>
    /// <param name="isDone">The condition.</param>
    /// <param name="what">What is waited for, for messages.</param>
    /// <exception cref="DeviceLostException">The device is gone, or the time is over.</exception>
    public void Until(uint offset, Func<uint, bool> isDone, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            // The clock is read first: a process that was not scheduled gets one more look.
            var elapsed = Stopwatch.GetElapsedTime(start);
            var value = bar.Read32(offset);
            if (value == AllOnes)
            {
                throw new DeviceLostException(
                    $"waiting for {what}: register 0x{offset:X} reads all ones, the device "
                    + "is gone or its memory decoding is off");
            }

            if (isDone(value))
            {
                return;
            }

            if (elapsed > timeout)
            {
                throw new DeviceLostException(
                    $"waiting for {what}: register 0x{offset:X} still reads 0x{value:X} after "
                    + $"{timeout.TotalMilliseconds:0} ms");
            }
        }
    }
}
