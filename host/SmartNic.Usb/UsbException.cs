namespace SmartNic.Usb;

/// <summary>Why a USB transfer was not done.</summary>
public enum UsbFailure
{
    /// <summary>The native library is not there, or refuses to start.</summary>
    Library,

    /// <summary>The device file may not be opened.</summary>
    Permission,

    /// <summary>Another program or driver has the interface.</summary>
    Busy,

    /// <summary>The device was unplugged, or lost its power.</summary>
    Removed,

    /// <summary>It did not answer in time.</summary>
    Timeout,

    /// <summary>It refused the request, or the transfer failed.</summary>
    Transfer,
}

/// <summary>A USB device cannot be used as it should.</summary>
public sealed class UsbException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="failure">What kind of failure.</param>
    /// <param name="message">What happened, to which device.</param>
    /// <param name="advice">What the user can do about it; null when nothing is known.</param>
    public UsbException(UsbFailure failure, string message, string? advice = null)
        : base(message)
    {
        Failure = failure;
        Advice = advice;
    }

    /// <summary>What kind of failure.</summary>
    public UsbFailure Failure { get; }

    /// <summary>What the user can do about it.</summary>
    public string? Advice { get; }
}
