namespace SmartNic.Cli.Replay;

/// <summary>
/// All inputs as one sequence: by stamp, equal stamps in the order of the inputs.
/// </summary>
internal sealed class InputMerge
{
    private readonly IReadOnlyList<ReplayInput> inputs;

    // A heap: the place of each packet is behind that of its parent, (place - 1) / 2.
    private readonly (ulong TimeNs, int Input)[] heap;
    private int count;
    private bool isStarted;

    /// <summary>Reads the first packet of each input.</summary>
    /// <exception cref="SmartNic.Packets.CaptureException">One cannot be replayed.</exception>
    public InputMerge(IReadOnlyList<ReplayInput> inputs)
    {
        this.inputs = inputs;
        heap = new (ulong, int)[inputs.Count];
        for (var i = 0; i < inputs.Count; i++)
        {
            if (inputs[i].Next())
            {
                heap[count++] = (inputs[i].TimeNs, i);
            }
        }

        for (var place = (count / 2) - 1; place >= 0; place--)
        {
            Sink(place);
        }
    }

    /// <summary>The input whose packet is the next of the sequence.</summary>
    public ReplayInput Current => inputs[heap[0].Input];

    /// <summary>Goes to the next packet; false at the end of all inputs.</summary>
    /// <exception cref="SmartNic.Packets.CaptureException">It cannot be replayed.</exception>
    public bool Next()
    {
        if (!isStarted)
        {
            isStarted = true;
            return count > 0;
        }

        if (count == 0)
        {
            return false;
        }

        var input = heap[0].Input;
        heap[0] = inputs[input].Next() ? (inputs[input].TimeNs, input) : heap[--count];
        Sink(0);
        return count > 0;
    }

    private static bool IsBefore(in (ulong TimeNs, int Input) a, in (ulong TimeNs, int Input) b) =>
        a.TimeNs < b.TimeNs || (a.TimeNs == b.TimeNs && a.Input < b.Input);

    private void Sink(int place)
    {
        for (var child = (2 * place) + 1; child < count; child = (2 * place) + 1)
        {
            if (child + 1 < count && IsBefore(heap[child + 1], heap[child]))
            {
                child++;
            }

            if (!IsBefore(heap[child], heap[place]))
            {
                return;
            }

            (heap[place], heap[child]) = (heap[child], heap[place]);
            place = child;
        }
    }
}
