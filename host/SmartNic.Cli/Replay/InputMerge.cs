namespace SmartNic.Cli.Replay;

/// <summary>
/// All inputs as one sequence: by stamp, equal stamps in the order of the inputs.
/// </summary>
internal sealed class InputMerge
{
    private readonly IReadOnlyList<ReplayInput> inputs;
    private readonly PriorityQueue<int, (ulong TimeNs, int Input)> next = new();
    private int current = -1;

    /// <summary>Reads the first packet of each input.</summary>
    /// <exception cref="SmartNic.Packets.CaptureException">One cannot be replayed.</exception>
    public InputMerge(IReadOnlyList<ReplayInput> inputs)
    {
        this.inputs = inputs;
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Next())
            {
                next.Enqueue(i, (inputs[i].TimeNs, i));
            }
        }
    }

    /// <summary>The input whose packet is the next of the sequence.</summary>
    public ReplayInput Current => inputs[current];

    /// <summary>Goes to the next packet; false at the end of all inputs.</summary>
    /// <exception cref="SmartNic.Packets.CaptureException">It cannot be replayed.</exception>
    public bool Next()
    {
        if (current >= 0 && inputs[current].Next())
        {
            // The same input goes on without the queue while it is the first.
            var key = (inputs[current].TimeNs, current);
            if (!next.TryPeek(out _, out var first) || key.CompareTo(first) < 0)
            {
                return true;
            }

            next.Enqueue(current, key);
        }

        return next.TryDequeue(out current, out _);
    }
}
