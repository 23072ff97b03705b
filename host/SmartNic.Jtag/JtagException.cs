namespace SmartNic.Jtag;

/// <summary>A cable, a chain or a part does not do what it should.</summary>
public sealed class JtagException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, with what was read and expected.</param>
    /// <param name="advice">What the user can do about it; null when nothing is known.</param>
    public JtagException(string message, string? advice = null)
        : base(message) => Advice = advice;

    /// <summary>What the user can do about it.</summary>
    public string? Advice { get; }
}
