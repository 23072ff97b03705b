namespace SmartNic.Cli.Shell;

/// <summary>
/// An output file that appears whole or not at all: written beside its place under another name
/// and renamed by <see cref="Commit"/>. What is no regular file (a pipe, a device) is written to
/// directly, because a rename would replace it.
/// </summary>
internal sealed class StagedFile : IDisposable
{
    private readonly string target;
    private readonly string? temporary;
    private bool isCommitted;

    /// <exception cref="CliException">The file cannot be written there.</exception>
    public StagedFile(string path)
    {
        Path = path;
        try
        {
            target = FilePath.Resolve(path);
            if (Directory.Exists(target))
            {
                throw CliException.Failed($"{path}: is a folder; name a file");
            }

            if (OpenSpecial(target) is { } special)
            {
                Stream = special;
                return;
            }

            temporary = Beside(target);
            Stream = new FileStream(
                temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16);
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw CliException.Failed($"{path}: cannot be written: {FileTrouble.Of(path, e)}");
        }
    }

    /// <summary>The path as it was given.</summary>
    public string Path { get; }

    /// <summary>Where to write.</summary>
    public FileStream Stream { get; }

    /// <summary>Hands the bytes to the operating system; failures show before any rename.</summary>
    /// <exception cref="CliException">They cannot be written.</exception>
    public void Finish() => OrSay(Stream.Dispose);

    /// <summary>Puts the file in its place.</summary>
    public void Commit()
    {
        Finish();
        if (temporary is not null)
        {
            OrSay(() => File.Move(temporary, target, overwrite: true));
        }

        isCommitted = true;
    }

    /// <summary>Without <see cref="Commit"/>, nothing is left.</summary>
    public void Dispose()
    {
        try
        {
            Stream.Dispose();
        }
        catch (IOException)
        {
            // Safe to drop: what could not be flushed is deleted below.
        }

        if (temporary is not null && !isCommitted)
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Says what failed of the file that was named, not of the one beside it.</summary>
    private void OrSay(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (FileTrouble.Is(e))
        {
            throw CliException.Failed($"{Path}: cannot be written: {FileTrouble.Of(Path, e)}");
        }
    }

    /// <summary>Opens a device or a pipe; null for a regular file, or none.</summary>
    private static FileStream? OpenSpecial(string target)
    {
        if (!File.Exists(target))
        {
            return null;
        }

        // Write access alone changes nothing; only then is it known whether it can seek.
        var stream = new FileStream(target, FileMode.Open, FileAccess.Write);
        if (!stream.CanSeek || FilePath.IsDevice(target))
        {
            return stream;
        }

        stream.Dispose();
        return null;
    }

    private static string Beside(string target) => System.IO.Path.Combine(
        System.IO.Path.GetDirectoryName(target)!,
        $".{System.IO.Path.GetFileName(target)}.{Environment.ProcessId}."
        + $"{System.IO.Path.GetRandomFileName()}");
}
