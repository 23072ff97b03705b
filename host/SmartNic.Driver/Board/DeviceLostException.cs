namespace SmartNic.Driver;

/// <summary>
/// The device is gone, does not answer, or is not the one this driver was built for. What it holds
/// is unknown; attach again.
/// </summary>
public sealed class DeviceLostException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was read and what was expected.</param>
    /// <param name="inner">What made it known, if that was an exception.</param>
    public DeviceLostException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
