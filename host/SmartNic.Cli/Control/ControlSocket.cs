namespace SmartNic.Cli.Control;

/// <summary>Where the attached gateway listens.</summary>
internal static class ControlSocket
{
    /// <summary>
    /// <c>$XDG_RUNTIME_DIR/snic/attach.sock</c>, or <c>/run/snic/attach.sock</c> without it.
    /// </summary>
    public static string DefaultPath() =>
        Path.Combine(RuntimeFolder(), "snic", "attach.sock");

    /// <summary>The folder for sockets of this user.</summary>
    public static string RuntimeFolder() =>
        Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } folder
            ? folder : "/run";
}
