using System.Globalization;
using System.IO.Hashing;
using System.Text;

namespace SmartNic.Driver;

/// <summary>
/// The changes behind a state as text: a line that says which state, then a line for each change,
/// with checksum and number of its transaction. A line is durable before the transaction writes a
/// table, so only the last one can be torn, and a torn one is of a transaction that wrote nothing.
/// </summary>
public static class JournalText
{
    /// <summary>Version of the format that this driver reads and writes.</summary>
    public const int Version = 1;

    /// <summary>The first line, which names a state by its checksum, its end included.</summary>
    /// <param name="state">As <see cref="StateText.Write"/> gave it.</param>
    public static string Head(string state) =>
        $"snic-journal {Version} {state.Split('\n', 2)[0].Split(' ')[^1]}\n";

    /// <summary>The line of a change, its end included.</summary>
    public static string Write(StateChange change)
    {
        var body = $"{change.Transaction} {change.Change.ToText()}";
        return $"{Checksum(body)} {body}\n";
    }

    /// <summary>
    /// The changes behind a state; a torn last line is none, nor are those behind another state.
    /// </summary>
    /// <param name="text">As <see cref="Head"/> and <see cref="Write"/> gave it.</param>
    /// <param name="state">The text of the state.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="parse">Reads the text of a change; throws <see cref="StateException"/>.</param>
    /// <exception cref="StateException">A line before the last one is damaged.</exception>
    public static IReadOnlyList<StateChange> Read(
        string text, string state, string name, Func<string, IChange> parse)
    {
        var changes = new List<StateChange>();
        var head = Head(state);
        if (!text.StartsWith(head, StringComparison.Ordinal))
        {
            return changes;
        }

        var lines = text[head.Length..].Split('\n');
        for (var i = 0; i < lines.Length - 1; i++)
        {
            if (lines[i].Split(' ', 3) is [var checksum, var number, var body]
                && checksum == Checksum($"{number} {body}"))
            {
                changes.Add(new StateChange(
                    ulong.Parse(number, CultureInfo.InvariantCulture), parse(body)));
            }
            else if (i < lines.Length - 2 || lines[^1].Length > 0)
            {
                throw new StateException($"{name} is damaged in line {i + 2}");
            }
        }

        return changes;
    }

    private static string Checksum(string body) =>
        Convert.ToHexStringLower(XxHash3.Hash(Encoding.UTF8.GetBytes(body)));
}
