namespace SmartNic.Features;

/// <summary>What the tracker says of a packet.</summary>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Session">Its session, if it has one that is alive.</param>
/// <param name="WantsRecords">The session waits to be put into hardware.</param>
internal readonly record struct SessionAnswer(
    SessionOutcome Outcome, SessionHandle Session, bool WantsRecords)
{
    /// <summary>It passes; else it is dropped.</summary>
    public bool Passes => Outcome.Passes();
}
