namespace SmartNic.SlowPath.Queues;

/// <summary>
/// The lanes of one class that have frames, in deficit round robin (Shreedhar, Varghese 1995).
/// </summary>
/// <remarks>
/// A frame costs its bytes, and at least the quantum: a lane sends at most one frame a round, a
/// frame of at most the quantum in the first round, the longest one in the fifth.
/// </remarks>
internal sealed class LaneRing
{
    /// <summary>Bytes that a lane may send in a round.</summary>
    public const int QuantumBytes = 2048;

    private Lane? _first;
    private Lane? _last;

    public bool IsEmpty => _first is null;

    /// <summary>Adds a lane that has its first frame; it is the last in turn.</summary>
    public void Add(Lane lane)
    {
        lane.Next = null;
        lane.Deficit = 0;
        lane.HasTurn = false;
        if (_last is null)
        {
            _first = lane;
        }
        else
        {
            _last.Next = lane;
        }

        _last = lane;
    }

    /// <summary>The lane whose oldest frame is to be sent now; null when none has one. The same
    /// until <see cref="Sent"/>.</summary>
    public Lane? Peek()
    {
        while (_first is { } lane)
        {
            if (!lane.HasTurn)
            {
                lane.HasTurn = true;
                lane.Deficit += QuantumBytes;
            }

            if (lane.Deficit >= Cost(lane))
            {
                return lane;
            }

            Rotate(lane);
        }

        return null;
    }

    /// <summary>Charges the lane in turn for a frame, before its queue changes.</summary>
    public void Charge() => _first!.Deficit -= Cost(_first);

    /// <summary>Ends the turn of the lane that was charged.</summary>
    public void Sent()
    {
        Lane lane = _first!;
        if (lane.Queue.Count > 0)
        {
            Rotate(lane);
            return;
        }

        _first = lane.Next;
        _last = _first is null ? null : _last;
        lane.Next = null;
    }

    /// <summary>Takes out the lanes whose queue is empty; the others keep their turn.</summary>
    public void RemoveEmpty()
    {
        Lane? lane = _first;
        _first = _last = null;
        while (lane is not null)
        {
            Lane? next = lane.Next;
            lane.Next = null;
            if (lane.Queue.Count > 0)
            {
                if (_last is null)
                {
                    _first = lane;
                }
                else
                {
                    _last.Next = lane;
                }

                _last = lane;
            }

            lane = next;
        }
    }

    /// <summary>Every lane in the ring, for a change of the world.</summary>
    public IEnumerable<Lane> Lanes()
    {
        for (Lane? lane = _first; lane is not null; lane = lane.Next)
        {
            yield return lane;
        }
    }

    private static int Cost(Lane lane) => Math.Max(QuantumBytes, lane.Queue.HeadBytes);

    private void Rotate(Lane lane)
    {
        lane.HasTurn = false;
        if (lane.Next is null)
        {
            return;
        }

        _first = lane.Next;
        lane.Next = null;
        _last!.Next = lane;
        _last = lane;
    }
}
