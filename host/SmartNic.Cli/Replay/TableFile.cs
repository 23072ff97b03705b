using System.Text.Json;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;

namespace SmartNic.Cli.Replay;

/// <summary>One <c>TABLE=FILE</c> of the command line.</summary>
/// <param name="Table">Name of a memory of the board.</param>
/// <param name="Path">Where its entries are written.</param>
internal sealed record TableFile(string Table, string Path)
{
    /// <summary>Reads the words of an option.</summary>
    /// <exception cref="CliException">One is not of that form, or names no memory.</exception>
    public static TableFile[] Parse(string option, IReadOnlyList<string> words) =>
        [.. words.Select(word => Parse(option, word))];

    /// <summary>The entries on the board, JSON.</summary>
    public byte[] Read(GatewayDriver driver) => JsonSerializer.SerializeToUtf8Bytes(
        driver.ReadMemory(Table)!, CliJson.Default.Rows);

    private static TableFile Parse(string option, string word)
    {
        if (AssignedFile.TryParse(word) is not var (name, path)
            || !BoardDriver.MemoryNames.Contains(name))
        {
            throw CliException.Usage($"{option} {word}: expected TABLE=FILE, with TABLE one of "
                + string.Join(", ", BoardDriver.MemoryNames));
        }

        return new TableFile(name, path);
    }
}
