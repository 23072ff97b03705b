namespace SmartNic.Flash;

/// <summary>A bitstream file is not as it should be, or not for this board.</summary>
/// <param name="message">File, place, what was found and what was expected.</param>
/// <param name="advice">What the user can do about it; null when nothing is known.</param>
public sealed class ImageException(string message, string? advice = null) : Exception(message)
{
    /// <summary>What the user can do about it.</summary>
    public string? Advice { get; } = advice;
}
