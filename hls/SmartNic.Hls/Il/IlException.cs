namespace SmartNic.Hls.Il;

/// <summary>The compiled kernel is another than the IL says, already by its ports.</summary>
/// <param name="message">What differs.</param>
public sealed class IlMismatchException(string message) : Exception(message);

/// <summary>IL that has no specification: outside the closed set, or not decidable.</summary>
/// <param name="message">What, and in which method.</param>
public sealed class IlException(string message) : Exception(message);
