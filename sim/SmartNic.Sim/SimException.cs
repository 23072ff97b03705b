namespace SmartNic.Sim;

/// <summary>
/// The simulated board failed, broke a rule of its ports, or could not be started.
/// </summary>
/// <param name="message">What happened, and what to do about it.</param>
/// <param name="inner">What made it known, if that was an exception.</param>
public sealed class SimException(string message, Exception? inner = null)
    : Exception(message, inner);
