namespace SmartNic.Demo;

/// <summary>Asks tshark what it makes of a capture.</summary>
internal static class Tshark
{
    /// <summary>Packets of a capture that pass a display filter.</summary>
    /// <returns>Their number; null where there is no tshark.</returns>
    public static int? Count(string path, string filter)
    {
        if (Shell.Find("tshark") is not { } tshark)
        {
            return null;
        }

        string output = Shell.Run(tshark, "-n", "-r", path, "-Y", filter, "-T", "fields",
            "-e", "frame.number");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
    }
}
