namespace SmartNic.Features;

/// <summary>What became of a packet; each has one.</summary>
internal enum SessionOutcome : byte
{
    /// <summary>Passes: it is the first one of a session.</summary>
    Opened,

    /// <summary>Passes: the same, in the place of one that was over (RFC 9293 section 3.6.1).
    /// </summary>
    Reopened,

    /// <summary>Passes: it is one of a session.</summary>
    Known,

    /// <summary>Passes: TCP that says nothing about its session.</summary>
    Ignored,

    /// <summary>Passes: it is of no session.</summary>
    Untracked,

    /// <summary>Passes: an error about a packet of a session.</summary>
    Related,

    /// <summary>Passes: a fragment of a packet that passed.</summary>
    Fragment,

    /// <summary>Dropped: a fragment of a packet whose first one was not seen, or was dropped.
    /// </summary>
    FragmentUnknown,

    /// <summary>Dropped: it contradicts itself.</summary>
    Invalid,

    /// <summary>Dropped: TCP that its session's state does not allow.</summary>
    WrongState,

    /// <summary>Dropped: it has no session, and begins none.</summary>
    NoSession,

    /// <summary>Dropped: its tenant has as many sessions as it may.</summary>
    ShareFull,

    /// <summary>Dropped: there is no place left for a session.</summary>
    TableFull,
}

/// <summary>Answers about outcomes.</summary>
internal static class SessionOutcomes
{
    /// <summary>How many there are.</summary>
    public const int Count = (int)SessionOutcome.TableFull + 1;

    /// <summary>Whether its packet passes.</summary>
    public static bool Passes(this SessionOutcome outcome) =>
        outcome <= SessionOutcome.Fragment;
}
