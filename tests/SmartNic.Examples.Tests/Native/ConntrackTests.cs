using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Against a table of transitions that was written down by state.</summary>
public sealed class ConntrackTests
{
    private const uint Start = Conntrack.EstablishedSeconds;

    // By state (none, SYN sent, SYN received, established, FIN wait, close wait, last ACK, time
    // wait): the next state, or '-' for what may not be there. Lines by kind, then direction.
    private static readonly string[] Originals =
        ["--------", "1123---1", "--------", "--446667", "--335577", "-0000000"];

    private static readonly string[] Replies =
        ["--------", "--------", "-22-----", "--446667", "--235577", "-0000000"];

    [Test]
    public void AHandshakeOpensAndTwoFinsClose()
    {
        var all = Memory();
        void Goes(bool reply, byte flags, TcpState state)
        {
            var r = Conntrack.Run((U14)(ushort)5, reply, flags, Start + 9, all);
            Assert.That((r.IsValid, r.State), Is.EqualTo((true, state)));
        }

        Goes(false, 0x02, TcpState.SynSent);
        Goes(true, 0x12, TcpState.SynReceived);
        Goes(false, 0x10, TcpState.Established);
        Goes(true, 0x18, TcpState.Established);
        Goes(false, 0x11, TcpState.FinWait);
        Goes(true, 0x10, TcpState.CloseWait);
        Goes(true, 0x11, TcpState.LastAck);
        Goes(false, 0x10, TcpState.TimeWait);
        Assert.That(Conntrack.Run((U14)(ushort)6, false, 0x10, Start + 9, all).IsValid, Is.False);
    }

    [Test]
    public void AnySegmentsAgreeWithTheTable()
    {
        var random = Numbers.Seeded();
        var all = Memory();
        var known = new (int State, uint Seen)[8];
        uint now = Start + 1;
        for (int i = 0; i < 200_000; i++)
        {
            int at = random.Next(8);
            bool reply = random.Next(2) != 0;
            byte flags = (byte)(1 << random.Next(6) | random.Next(2) << 4);
            now += random.Next(1000) == 0 ? (uint)random.Next(500_000) : (uint)random.Next(20);
            uint age = now - known[at].Seen;
            int old = age < Life(known[at].State) ? known[at].State : 0;
            char next = (reply ? Replies : Originals)[Kind(flags)][old];
            var r = Conntrack.Run((U14)(ushort)at, reply, flags, now, all);
            int state = next == '-' ? old : next - '0';
            Assert.That((r.IsValid, (int)r.State), Is.EqualTo((next != '-', state)),
                $"state {old}, flags {flags:x2}, reply {reply}");
            known[at] = (state, next == '-' ? known[at].Seen : now);
        }
    }

    private static uint Life(int state) =>
        state == 3 ? Conntrack.EstablishedSeconds : state < 3 ? 60u : 120u;

    private static int Kind(byte flags) => (flags & 4) != 0 ? 5
        : (flags & 0x12) == 0x12 ? 2 : (flags & 2) != 0 ? 1 : (flags & 1) != 0 ? 3
        : (flags & 16) != 0 ? 4 : 0;

    private static Rmw<TrackStep, Connection, Segment, Tracked> Memory() => new(16384);
}
