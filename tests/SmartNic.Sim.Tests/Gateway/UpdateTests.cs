namespace SmartNic.Sim.Tests.Gateway;

/// <summary>Transactions under load: no frame is lost, and none sees half of one.</summary>
public sealed class UpdateTests
{
    [Test]
    public void EveryFrameSeesTheOldWorldOrTheNew()
    {
        using GatewayBoard board = new();
        byte[] inner = Frames.UdpFrame(World.Peer, World.Self, 128);
        string[] remotes = ["north", "east"];
        string[] worlds = [.. remotes.Select(remote =>
        {
            Assert.That(board.Driver.Apply(World.Config(redRemote: remote)).Changed, Is.True);
            board.Push(new(PortId.Host(0, 1), inner), GatewayBoard.TxTag);
            return Convert.ToHexString(board.Run().Single().Bytes);
        })];
        Assert.That(worlds[0], Is.Not.EqualTo(worlds[1]));

        List<string> seen = [];
        int pushed = 0;
        for (int n = 0; n < 20; n++)
        {
            // Each register access lets the clock run: the frames flow while tables change.
            for (int k = 0; k < 1500; k++, pushed++)
            {
                board.Push(new(PortId.Host(0, 1), inner), GatewayBoard.TxTag);
            }

            GatewayConfig next = World.Config(redRemote: remotes[n % 2]);
            Assert.That(board.Driver.Apply(next).Changed, Is.True);
            seen.AddRange(board.Take().Select(f => Convert.ToHexString(f.Frame.Bytes)));
        }

        seen.AddRange(board.Run().Select(f => Convert.ToHexString(f.Bytes)));
        Assert.That(seen, Has.Count.EqualTo(pushed), "none is lost");
        Assert.That(seen.Distinct(), Is.EquivalentTo(worlds), "none is mixed");
        int changes = seen.Zip(seen.Skip(1)).Count(pair => pair.First != pair.Second);
        Assert.That(changes, Is.InRange(2, 20), "each transaction is one moment");
        board.AssertConservation();
    }
}
