namespace SmartNic.Cli.Control;

/// <summary>
/// Lets one request at a time go on. Processes take turns, whatever number of requests each has
/// waiting; those of one process go on in their order. Thread safe.
/// </summary>
internal sealed class ControlTurn
{
    private readonly Lock turn = new();
    private readonly LinkedList<Waiting> waiting = [];
    private readonly List<int> served = [];
    private bool isTaken;

    /// <summary>Waits until it is the turn of the caller, who then calls <see cref="Release"/>.
    /// </summary>
    /// <param name="peer">The process that asks.</param>
    /// <param name="cancel">It asks no more.</param>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public async Task WaitAsync(int peer, CancellationToken cancel)
    {
        LinkedListNode<Waiting> node;
        lock (turn)
        {
            if (!isTaken)
            {
                isTaken = true;
                Serve(peer);
                return;
            }

            node = waiting.AddLast(new Waiting(peer,
                new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)));
        }

        using (cancel.UnsafeRegister(_ => GiveUp(node), null))
        {
            await node.Value.Turn.Task;
        }
    }

    /// <summary>Lets the next one go on.</summary>
    public void Release()
    {
        lock (turn)
        {
            // Who had no turn comes first, then who had it longest ago.
            var next = waiting.MinBy(w => served.IndexOf(w.Peer));
            isTaken = next is not null;
            if (next is not null)
            {
                waiting.Remove(next);
                Serve(next.Peer);
                next.Turn.SetResult();
            }
        }
    }

    private void Serve(int peer)
    {
        served.RemoveAll(other => other == peer || waiting.All(w => w.Peer != other));
        served.Add(peer);
    }

    private void GiveUp(LinkedListNode<Waiting> node)
    {
        lock (turn)
        {
            if (node.List is not null)
            {
                waiting.Remove(node);
                node.Value.Turn.SetCanceled();
            }
        }
    }

    private sealed record Waiting(int Peer, TaskCompletionSource Turn);
}
