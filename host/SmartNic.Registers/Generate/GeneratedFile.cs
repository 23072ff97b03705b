namespace SmartNic.Registers;

/// <summary>A file that follows from the specification.</summary>
/// <param name="Path">Path from the repository root, with forward slashes.</param>
/// <param name="Text">Its whole text, LF line ends.</param>
public sealed record GeneratedFile(string Path, string Text);
