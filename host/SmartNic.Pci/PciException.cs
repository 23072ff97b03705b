namespace SmartNic.Pci;

/// <summary>A PCI board cannot be used; it is there, or was looked for.</summary>
public sealed class PciException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, with what was read.</param>
    /// <param name="advice">What the user can do about it; null when nothing is known.</param>
    public PciException(string message, string? advice = null)
        : base(message) => Advice = advice;

    /// <summary>What the user can do about it.</summary>
    public string? Advice { get; }
}
