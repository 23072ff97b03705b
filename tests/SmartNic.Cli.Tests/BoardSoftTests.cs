using System.Text.Json.Nodes;
using SmartNic.Registers;
using SmartNic.Sim.Client;

namespace SmartNic.Cli.Tests;

/// <summary>The software board as a process.</summary>
public sealed class BoardSoftTests
{
    private const string Ready = "board is ready";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Whatever it asked of its devices is gone, and its socket does not stand in the way.
    /// </summary>
    [Test]
    public void A_killed_board_starts_again()
    {
        using var folder = new Folder();
        using var wire = new VethPair();
        using var host = new VethPair();
        var socket = folder["board.sock"];
        string[] line =
            ["board", "soft", "--wire", wire.Near, "--host", $"5={host.Near}", "--socket", socket];
        using (var board = new SnicProcess(socket, line))
        {
            board.WaitForError(Ready);
            using var owner = SocketBoard.Connect(socket);
            owner.Bar.Write32(GlobalRegisters.Scratch, 7);
            Assert.That(owner.Bar.Read32(GlobalRegisters.Scratch), Is.EqualTo(7));
            Assert.That(owner.ReadStats().Ports.Select(p => $"{p.Port}={p.Device}"),
                Is.EqualTo([$"wire.0={wire.Near}", $"host.0.5={host.Near}"]));
            Assert.That((Promiscuity(wire.Near), Promiscuity(host.Near)), Is.EqualTo((0, 1)));
            var second = Snic.Run(line);
            Assert.That(second.Code, Is.EqualTo(1));
            Assert.That(second.Error, Does.Contain("listens there"));
        }

        Assert.That(File.Exists(socket), Is.True, "it was killed");
        Assert.That(() => Promiscuity(host.Near), Is.Zero.After(10_000, 10));
        using var again = new SnicProcess(socket, line);
        again.WaitForError(Ready);
        using var next = SocketBoard.Connect(socket);
        Assert.That(next.Bar.Read32(GlobalRegisters.Scratch), Is.Zero);
    }

    [TestCase("board soft", 2, "--wire")]
    [TestCase("board soft --wire x=eth0", 2, "'x' is no number of an interface")]
    [TestCase("board soft --wire lo --host red=eth0", 2, "known only with --config")]
    [TestCase("board soft --wire snic-none", 3, "there is no network device of this name")]
    public void What_cannot_be_says_why(string line, int code, string message)
    {
        using var folder = new Folder();
        var result = Snic.Run([.. line.Split(' '), "--socket", folder["board.sock"]]);
        Assert.That(result.Code, Is.EqualTo(code), result.Error);
        Assert.That(result.Error, Does.Contain(message));
    }

    private static int Promiscuity(string device) => (int)JsonNode.Parse(Tool.MustPass(
        Limit, "ip", "-d", "-j", "link", "show", "dev", device))![0]!["promiscuity"]!;
}
