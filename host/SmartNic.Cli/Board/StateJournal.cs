using System.Text;
using SmartNic.Driver;

namespace SmartNic.Cli.Board;

/// <summary>
/// The journal beside the file of a state. It names the state that it is behind, so that one which
/// a kill left beside a newer state is none. Its length is bound by that of the state: to begin
/// again costs each change no more than a few of its own length.
/// </summary>
/// <param name="state">The file of the state.</param>
internal sealed class StateJournal(string state)
{
    /// <summary>Changes that are kept in memory alone before they are put together.</summary>
    public const int MostInMemory = 4096;

    private const int LeastBytes = 64 * 1024;

    private string head = "";
    private long mostBytes;
    private long bytes;

    /// <summary>The file of the journal.</summary>
    public static string PathOf(string state) => $"{state}.journal";

    /// <summary>The text of the journal of a state; empty when there is none.</summary>
    public static string Read(string state) =>
        File.Exists(PathOf(state)) ? File.ReadAllText(PathOf(state)) : "";

    /// <summary>A state was kept: what comes next is behind it.</summary>
    public void Begin(string text)
    {
        (head, bytes, mostBytes) =
            (JournalText.Head(text), 0, Math.Max(LeastBytes, Encoding.UTF8.GetByteCount(text)));
    }

    /// <summary>Writes a line; on return it is durable.</summary>
    /// <returns>False when the journal is long enough to begin again.</returns>
    /// <exception cref="IOException">It cannot be written, and the journal may be torn.</exception>
    public bool TryAppend(string line)
    {
        var isNew = bytes == 0;
        var added = Encoding.UTF8.GetBytes(isNew ? head + line : line);
        if (!isNew && bytes + added.Length > mostBytes)
        {
            return false;
        }

        try
        {
            using (var file = new FileStream(PathOf(state), new FileStreamOptions
            {
                Mode = isNew ? FileMode.Create : FileMode.Append,
                Access = FileAccess.Write,
                UnixCreateMode = isNew ? AttachState.OwnerOnly : null,
            }))
            {
                file.Write(added);
                file.Flush(flushToDisk: true);
            }

            if (isNew)
            {
                FolderSync.Flush(Path.GetDirectoryName(state)!);
            }
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException(e.Message, e);
        }

        bytes += added.Length;
        return true;
    }
}
