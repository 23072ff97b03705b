namespace SmartNic.SlowPath.Tests;

/// <summary>Frames written as hexadecimal text; blanks and line ends are for the reader.</summary>
internal static class Hex
{
    public static byte[] Bytes(params string[] lines) => Convert.FromHexString(
        string.Concat(lines.SelectMany(l => l).Where(c => !char.IsWhiteSpace(c))));

    public static string Text(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(data);
}
