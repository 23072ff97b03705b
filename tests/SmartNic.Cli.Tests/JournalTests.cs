using System.Net;
using SmartNic.Cli.Board;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Tests;

/// <summary>The journal beside the state: a kill at any point of it recovers.</summary>
public sealed class JournalTests
{
    private const string Board = "board";

    private static readonly GatewayConfig Config = new()
    {
        Endpoints =
        [
            new EndpointConfig
            {
                Name = "w", Ip = IPAddress.Parse("10.0.0.1"), Mac = new MacAddress(0x020000000001),
            },
        ],
        Remotes =
        [
            new RemoteConfig
            {
                Name = "e",
                Ip = IPAddress.Parse("10.0.0.2"),
                Mac = new MacAddress(0x020000000002),
                Endpoint = "w",
            },
        ],
        Tenants = [new TenantConfig { Name = "t", Vni = 7 }],
    };

    private static GatewayState Whole(GatewayConfig config, ulong transaction) => new(
        new KnownWorld(config, new Dictionary<string, IReadOnlyDictionary<string, ushort>>()),
        null, CounterRecord.Empty, 5)
    {
        Transaction = transaction,
    };

    private static StateChange Change(int n) => new(
        (ulong)n, new GatewayChange(new ForwardingChange(
            "t", new MacAddress(0x020000000100 + ((ulong)n % 5)), n % 3 == 0 ? null : "e")));

    private static GatewayConfig After(int changes) => (GatewayConfig)Config.After(
        [.. Enumerable.Range(2, changes).Select(n => Change(n).Change)]);

    /// <summary>
    /// The journal ends at any byte: what was durable before is there, and the last change that is
    /// there is the one whose end nobody knows.
    /// </summary>
    [Test]
    public void A_journal_that_ends_anywhere_is_read()
    {
        using var folder = new Folder();
        var state = AttachState.Open(folder[""], Board);
        state.Save(Whole(Config, 1));
        const int Changes = 12;
        var path = StateJournal.PathOf(AttachState.PathOf(folder[""], Board));
        var ends = new List<long>();
        for (var n = 2; n < 2 + Changes; n++)
        {
            Assert.That(state.TryAppend(Change(n)));
            ends.Add(new FileInfo(path).Length);
        }

        var whole = File.ReadAllBytes(path);
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            var done = ends.Count(end => end <= length);
            var last = AttachState.Open(folder[""], Board).Last!;
            Assert.That(last.Transaction, Is.EqualTo((ulong)(1 + done)), $"{length} bytes");
            Assert.That(last.Current.Config, Is.EqualTo(After(Math.Max(0, done - 1))));
            Assert.That(last.Next?.Config, Is.EqualTo(done == 0 ? null : After(done)));
        }

        Assert.That(state.Last!.Next!.Config, Is.EqualTo(After(Changes)), "in memory too");
    }

    /// <summary>The state was replaced, and the kill left the journal of the one before.</summary>
    [Test]
    public void A_journal_of_another_state_is_none()
    {
        using var folder = new Folder();
        var state = AttachState.Open(folder[""], Board);
        state.Save(Whole(Config, 1));
        state.TryAppend(Change(2));
        state.Save(Whole(After(1), 2));
        Assert.That(File.Exists(StateJournal.PathOf(AttachState.PathOf(folder[""], Board))));
        var last = AttachState.Open(folder[""], Board).Last!;
        Assert.That((last.Current.Config, last.Next), Is.EqualTo((After(1), (KnownWorld?)null)));

        Assert.That(state.TryAppend(Change(3)));
        last = AttachState.Open(folder[""], Board).Last!;
        Assert.That(last.Next!.Config, Is.EqualTo(After(2)));
    }

    /// <summary>A line that is damaged and not the last was durable once: that is said.</summary>
    [Test]
    public void A_damaged_line_is_told()
    {
        using var folder = new Folder();
        var state = AttachState.Open(folder[""], Board);
        state.Save(Whole(Config, 1));
        state.TryAppend(Change(2));
        state.TryAppend(Change(4));
        var path = StateJournal.PathOf(AttachState.PathOf(folder[""], Board));
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace(" 2 t ", " 2 u ", StringComparison.Ordinal));
        Assert.That(() => AttachState.Open(folder[""], Board),
            Throws.Exception.With.Message.Contains("is damaged in line 2"));
    }

    /// <summary>
    /// Who has kept no state yet, or one of two worlds, or many changes, is to keep the whole.
    /// </summary>
    [Test]
    public void The_whole_is_kept_now_and_then()
    {
        using var folder = new Folder();
        var first = AttachState.Open(folder[""], Board);
        Assert.That(first.TryAppend(Change(2)), Is.False);
        first.Save(Whole(Config, 1) with { Next = Whole(After(1), 2).Current });
        Assert.That(first.TryAppend(Change(3)), Is.False);
        first.Save(Whole(Config, 1));
        Assert.That(first.TryAppend(Change(2)));

        var next = AttachState.Open(folder[""], Board);
        Assert.That(next.TryAppend(Change(3)), Is.False, "what the file ends with is unknown");
        next.Save(Whole(Config, 1));
        var n = 2;
        while (next.TryAppend(Change(n)))
        {
            n++;
        }

        TestContext.Out.WriteLine($"{n - 2} changes");
        Assert.That(n, Is.InRange(500, 5000));
        next.Save(next.Last! with { Current = next.Last.Next!, Next = null });
        Assert.That(next.TryAppend(Change(n)));
    }
}
