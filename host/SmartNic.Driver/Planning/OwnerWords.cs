namespace SmartNic.Driver.Planning;

/// <summary>
/// What messages call those who own entries, counters and a host queue: who is isolated from whom.
/// </summary>
/// <param name="One">One of them.</param>
/// <param name="Many">Several.</param>
/// <param name="Nobody">What entries of owner 0 are: the gateway's own.</param>
/// <param name="Setting">The setting that leaves out who has no room.</param>
internal sealed record OwnerWords(string One, string Many, string Nobody, string Setting);
