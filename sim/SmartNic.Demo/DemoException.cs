namespace SmartNic.Demo;

/// <summary>The demo cannot go on; the message says why, and what to do.</summary>
public sealed class DemoException : Exception
{
    /// <summary>Creates the exception.</summary>
    public DemoException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
