namespace SmartNic.SlowPath.Queues;

/// <summary>
/// Which frame goes to the board next. While all classes have frames, of four frames two are
/// answers to tenants, one an answer to the wire, and one a copy; a class without frames leaves its
/// places to the others.
/// </summary>
/// <remarks>
/// So of any two frames one is an answer to a tenant while one waits. Such an answer, the k-th of
/// its tenant, leaves with the 2 x k x m-th frame at the latest, when m tenants have answers
/// waiting; an ARP or neighbour answer to the wire, the k-th of its interface, with the
/// 4 x k x m-th, m the lanes of the wire that have frames (at most two an interface). In front of
/// them is only what the board had taken before.
/// </remarks>
internal sealed class Scheduler
{
    private static readonly SendClass[] Pattern =
        [SendClass.Answer, SendClass.Wire, SendClass.Answer, SendClass.Copy];

    private readonly LaneRing[] _rings = [new(), new(), new()];
    private int _place;

    /// <summary>The ring of a class.</summary>
    public LaneRing this[SendClass sendClass] => _rings[(int)sendClass];

    /// <summary>The lane whose oldest frame is to be sent now; null when none waits.</summary>
    public Lane? Peek()
    {
        for (int n = 0; n < Pattern.Length; n++)
        {
            int place = (_place + n) % Pattern.Length;
            if (this[Pattern[place]].Peek() is { } lane)
            {
                _place = place;
                return lane;
            }
        }

        return null;
    }

    /// <summary>Charges a frame of the lane that <see cref="Peek"/> gave.</summary>
    public void Charge(Lane lane) => this[lane.Class].Charge();

    /// <summary>Ends the turn of that lane.</summary>
    public void Sent(Lane lane)
    {
        this[lane.Class].Sent();
        _place = (_place + 1) % Pattern.Length;
    }
}
