namespace SmartNic.Hls.Prove;

/// <summary>A program that checks could not: it says nothing of what it was given.</summary>
internal sealed class ToolException(string message) : InvalidOperationException(message);
