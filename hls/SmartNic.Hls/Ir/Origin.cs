namespace SmartNic.Hls.Ir;

/// <summary>Where a value comes from in the C# source, for names and comments.</summary>
/// <param name="Name">Name of the local or field that first held it, or null.</param>
/// <param name="File">File name without folder.</param>
/// <param name="Line">Line, from 1; 0 when unknown.</param>
/// <param name="Method">Method in Verilog spelling: names what has no name of its own.</param>
public readonly record struct Origin(string? Name, string File, int Line, string Method);
