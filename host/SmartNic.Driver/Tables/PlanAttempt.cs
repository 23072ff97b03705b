namespace SmartNic.Driver.Tables;

/// <summary>One attempt at a plan; one that failed was rolled back.</summary>
/// <param name="Errors">What is wrong with the configuration.</param>
/// <param name="Unplaced">Who has no room; empty when the plan stands.</param>
/// <param name="Names">Indices of the planned owners by name.</param>
internal sealed record PlanAttempt(
    IReadOnlyList<string> Errors,
    IReadOnlyList<Unplaced> Unplaced,
    IReadOnlyDictionary<string, ushort> Names)
{
    /// <summary>True when nothing is wrong but the room.</summary>
    public bool IsFull => Errors.Count == 0 && Unplaced.Count > 0;

    /// <summary>Name of the owner without room.</summary>
    public string NameOf(Unplaced unplaced) =>
        Names.First(n => n.Value == unplaced.Owner).Key;
}
