using System.Net.Sockets;
using SmartNic.Cli.Control;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Tests;

/// <summary>Processes share connections, memory and turns, whatever number of requests one has.
/// </summary>
public sealed class ControlTurnTests
{
    private const int Greedy = 1;
    private const int Modest = 2;

    [Test]
    public async Task Processes_take_turns()
    {
        var turn = new ControlTurn();
        await turn.WaitAsync(Greedy, CancellationToken.None);
        List<int> order = [];
        List<Task> all = [];
        foreach (var peer in (int[])[Greedy, Greedy, Greedy, Modest, 3, Modest])
        {
            all.Add(GoAsync(peer));
        }

        turn.Release();
        await Task.WhenAll(all).WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(order, Is.EqualTo([Modest, 3, Greedy, Modest, Greedy, Greedy]));

        async Task GoAsync(int peer)
        {
            await turn.WaitAsync(peer, CancellationToken.None);
            order.Add(peer);
            turn.Release();
        }
    }

    [Test]
    public async Task Who_gave_up_has_no_turn()
    {
        var turn = new ControlTurn();
        await turn.WaitAsync(Greedy, CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        var gone = turn.WaitAsync(Greedy, cancel.Token);
        var next = turn.WaitAsync(Modest, CancellationToken.None);
        await cancel.CancelAsync();
        await Assert.ThatAsync(() => gone, Throws.InstanceOf<OperationCanceledException>());
        turn.Release();
        await next.WaitAsync(TimeSpan.FromSeconds(30));
        turn.Release();
        await turn.WaitAsync(Greedy, CancellationToken.None);
    }

    [Test]
    public void The_process_with_most_connections_makes_room()
    {
        var admission = new ControlAdmission(new SocketLimits { Connections = 4 });
        var modest = Add(admission, Modest)!;
        var first = Add(admission, Greedy)!;
        foreach (var connection in (ControlConnection[])[first, .. Many(admission, 2)])
        {
            admission.SetWorking(connection, true);
        }

        Assert.That(Add(admission, Greedy), Is.Null, "it has most, and all are worked for");
        Assert.That(modest.Evicted.IsCancellationRequested, Is.False);
        Assert.That(Add(admission, 3), Is.Not.Null);
        Assert.That(first.Evicted.IsCancellationRequested, Is.True);
        Assert.That(modest.Evicted.IsCancellationRequested, Is.False);
    }

    [Test]
    public void The_process_with_most_bytes_makes_room()
    {
        var admission = new ControlAdmission(
            new SocketLimits { BufferedBytes = 100, Grace = TimeSpan.Zero });
        var modest = Add(admission, Modest)!;
        Assert.That(admission.TryHold(modest, 10), Is.True);
        var greedy = Many(admission, 3);
        Assert.That(greedy.All(connection => admission.TryHold(connection, 30)), Is.True);
        Assert.That(admission.TryHold(Add(admission, Greedy)!, 40), Is.True);
        Assert.That(modest.Evicted.IsCancellationRequested, Is.False);
        Assert.That(greedy.Count(c => c.Evicted.IsCancellationRequested), Is.EqualTo(2));
    }

    /// <summary>A request that had begun looks for room when its client is long gone.</summary>
    [Test]
    public async Task A_connection_that_made_room_may_be_asked_after_its_end()
    {
        var admission = new ControlAdmission(new SocketLimits());
        var gone = Add(admission, Greedy)!;
        gone.Evict();
        Assert.That(() => gone.Evicted.IsCancellationRequested, Is.True.After(20_000, 10));
        admission.Remove(gone);
        Assert.That(await admission.HoldAsync(gone, 1), Is.False);
    }

    private static ControlConnection[] Many(ControlAdmission admission, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Add(admission, Greedy)!)];

    private static ControlConnection? Add(ControlAdmission admission, int peer) => admission.TryAdd(
        new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified), peer);
}
