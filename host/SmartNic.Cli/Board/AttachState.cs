using System.Text;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Board;

/// <summary>
/// The state of one board: in memory, so that a lost board is found again, and in a file, so that
/// the next process finds it. The file is replaced whole; a power loss leaves the old or the new.
/// Changes come behind it, in a journal beside it.
/// </summary>
internal sealed class AttachState : IStateStore
{
    /// <summary>Who may read and write what is kept.</summary>
    public const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string? path;
    private readonly StateJournal? journal;
    private readonly List<StateChange> changes = [];
    private GatewayState? whole;
    private bool takesChanges;

    private AttachState(string? path, GatewayState? last)
    {
        (this.path, whole) = (path, last);
        journal = path is null ? null : new StateJournal(path);
    }

    /// <summary>What was kept last; null when nothing was.</summary>
    public GatewayState? Last => whole?.After(changes);

    /// <summary>Where it is kept, for messages.</summary>
    public string Place => path ?? "memory";

    /// <summary>Keeps the state in this process only.</summary>
    public static AttachState InMemory() => new(null, null);

    /// <summary>Opens the state of a board.</summary>
    /// <param name="folder">Where states are.</param>
    /// <param name="board">Address or socket of the board.</param>
    /// <exception cref="CliException">It is damaged, or of another version.</exception>
    public static AttachState Open(string folder, string board)
    {
        var path = PathOf(folder, board);
        try
        {
            return new AttachState(
                path, !File.Exists(path) ? null : SavedState.Read(
                    File.ReadAllText(path), path, StateJournal.Read(path)));
        }
        catch (StateException e)
        {
            throw new CliException(ExitCode.Failure, e.Message,
                "nothing was changed: the board forwards what it has. Use the version of snic that "
                + "wrote it, or move the file away: then names come from --config, and totals "
                + "begin with what the board has counted");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Failure, $"the state {path} cannot be read: "
                + e.Message, "name another folder with --state, or none with --no-state");
        }
    }

    /// <summary>Makes sure that a state can be kept, before a board is touched.</summary>
    /// <exception cref="CliException">It cannot.</exception>
    public void Prepare()
    {
        try
        {
            if (path is not null)
            {
                var probe = NewFile(path, $"{Environment.ProcessId}");
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                RemoveRests(path);
                File.WriteAllBytes(probe, []);
                File.Delete(probe);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CliException(ExitCode.Failure, $"no state can be kept: {e.Message}",
                "name another folder with --state, or none with --no-state");
        }
    }

    /// <summary>The file of a board in a folder of states.</summary>
    public static string PathOf(string folder, string board)
    {
        var name = new StringBuilder();
        foreach (var c in board)
        {
            // What two names share after this they share before: a dash is doubled.
            name.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or ':' or '_' ? $"{c}"
                : c == '/' ? "-" : c == '-' ? "--" : $"-x{(int)c:x4}");
        }

        return Path.Combine(folder, $"{name}.state");
    }

    /// <summary>
    /// <c>$STATE_DIRECTORY</c> of a systemd unit; <c>$XDG_STATE_HOME/snic</c>;
    /// <c>/var/lib/snic</c> for root, <c>~/.local/state/snic</c> for others.
    /// </summary>
    public static string DefaultFolder()
    {
        static string? Variable(string name) =>
            Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

        return Variable("STATE_DIRECTORY")
            ?? (Variable("XDG_STATE_HOME") is { } home ? Path.Combine(home, "snic") : null)
            ?? (Environment.IsPrivilegedProcess || Variable("HOME") is not { } user
                ? "/var/lib/snic" : Path.Combine(user, ".local/state/snic"));
    }

    /// <inheritdoc/>
    public void Save(GatewayState state)
    {
        takesChanges = false;
        if (path is not null)
        {
            var text = StateText.Write(state);
            Replace(path, text);
            journal!.Begin(text);
        }

        whole = state;
        changes.Clear();
        takesChanges = state.Next is null;
    }

    /// <inheritdoc/>
    public bool TryAppend(StateChange change)
    {
        if (!takesChanges || (journal is null && changes.Count >= StateJournal.MostInMemory))
        {
            return false;
        }

        // Until it is durable, nothing may come behind it: it may be torn.
        takesChanges = false;
        if (journal?.TryAppend(JournalText.Write(change)) == false)
        {
            return false;
        }

        changes.Add(change);
        takesChanges = true;
        return true;
    }

    private static string NewFile(string path, string process) => $"{path}.{process}.new";

    /// <summary>Removes what a gateway left that was killed while it wrote.</summary>
    private static void RemoveRests(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path)!, Path.GetFileName(path));
        foreach (var file in Directory.EnumerateFiles(folder, NewFile(name, "*")))
        {
            var process = Path.GetFileName(file)[(name.Length + 1)..^".new".Length];
            if (process.All(char.IsAsciiDigit) && !Directory.Exists($"/proc/{process}"))
            {
                File.Delete(file);
            }
        }
    }

    private static void Replace(string path, string text)
    {
        var folder = Path.GetDirectoryName(path)!;
        var temporary = NewFile(path, $"{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            using (var file = new FileStream(temporary, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
            }))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            FolderSync.Flush(folder);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }
    }
}
