namespace SmartNic.Packets;

/// <summary>
/// A capture cannot be read or written. The message names the file, the place in it and what was
/// expected there; it is meant for the person who gave the file.
/// </summary>
public sealed class CaptureException : Exception
{
    /// <summary>Makes the error with <paramref name="message"/>, which names the file.</summary>
    public CaptureException(string message) : base(message)
    {
    }

    /// <summary>Makes the error with the failure of the operating system that caused it.</summary>
    public CaptureException(string message, Exception inner) : base(message, inner)
    {
    }
}
