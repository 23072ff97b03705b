namespace SmartNic.Flash;

/// <summary>An image or a configuration memory is not as it should be.</summary>
public sealed class FlashException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, with what was read and expected.</param>
    /// <param name="advice">What the user can do about it; null when nothing is known.</param>
    public FlashException(string message, string? advice = null)
        : base(message) => Advice = advice;

    /// <summary>What the user can do about it.</summary>
    public string? Advice { get; }
}
