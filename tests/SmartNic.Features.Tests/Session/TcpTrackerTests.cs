using SmartNic.Features;

namespace SmartNic.Features.Tests;

/// <summary>The states of TCP, cell by cell.</summary>
public sealed class TcpTrackerTests
{
    private static readonly string Signs = "+~x!";

    [Test]
    public void ACellIsAsItIsWritten()
    {
        Assert.That(TcpCells.All, Has.Count.EqualTo(120));
        foreach (var ((isReply, kind, state), (sign, next)) in TcpCells.All)
        {
            var (after, verdict) = TcpTracker.Next(isReply, kind, state);
            Assert.That((Signs[(int)verdict], after), Is.EqualTo((sign, next)),
                $"reply {isReply}, {kind} in {state}");
        }
    }
}
