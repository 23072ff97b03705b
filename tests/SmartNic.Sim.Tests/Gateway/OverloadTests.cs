using SmartNic.Kernels;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>Outputs that do not take what is sent to them.</summary>
public sealed class OverloadTests
{
    private const int Frames512 = 512;

    [TestCase(PortKind.Host)]
    [TestCase(PortKind.Wire)]
    public void ABlockedOutputDropsItsOwnAndDelaysNobody(PortKind blocked)
    {
        using GatewayBoard board = new();
        board.Core.SetStalls(blocked, 0, 1, 1);
        byte[] inner = Frames.UdpFrame(World.Peer, World.Self, Frames512);
        byte[] outer = Frames.VxlanFrame(World.East, World.West, World.Vnis[0], inner);
        const int Count = 1000;
        for (int n = 0; n < Count; n++)
        {
            board.Push(new(PortId.Wire(0), outer), 0);
            board.Push(new(PortId.Host(0, 1), inner), GatewayBoard.TxTag);
        }

        // Twice the clocks that both directions need.
        Assert.That(board.Core.Run(Count * 20), Is.False, "the blocked queue still holds frames");
        var other = board.Take();
        Assert.That(other, Has.Count.EqualTo(Count), "the other output has everything");
        Assert.That(other.Select(f => f.Frame.Port.Kind), Has.None.EqualTo(blocked));
        Assert.That(board.Core.Waiting(PortKind.Wire, 0), Is.Zero);
        Assert.That(board.Core.Waiting(PortKind.Host, 0), Is.Zero);

        board.Core.SetStalls(blocked, 0, 0, 1);
        int late = board.Run().Count;
        CounterReader counters = new(board.Core);
        bool tx = blocked == PortKind.Wire;
        ulong lost = counters.Read(0, tx, 1, Outcome.QueueFull).Packets;
        Assert.That(late, Is.GreaterThan(50), "the queue held some");
        Assert.That(lost, Is.EqualTo((ulong)(Count - late)), "the rest was counted");
        board.AssertConservation();
    }
}
