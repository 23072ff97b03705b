namespace SmartNic.Driver;

/// <summary>Reads <c>gateway.yaml</c>.</summary>
public static class ConfigLoader
{
    /// <summary>Reads a file. Whatever it holds, the result says what is wrong; nothing is thrown.</summary>
    /// <param name="path">The file.</param>
    public static ConfigResult Load(string path) =>
        throw new InvalidOperationException("being built");

    /// <summary>Reads a configuration from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="file">What errors call the file.</param>
    public static ConfigResult Parse(string text, string file) =>
        throw new InvalidOperationException("being built");
}
