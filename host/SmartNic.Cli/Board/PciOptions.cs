using System.CommandLine;
using SmartNic.Cli.Shell;
using SmartNic.Pci;

namespace SmartNic.Cli.Board;

/// <summary>The options that name a board on the PCI bus, and what they mean.</summary>
internal sealed class PciOptions
{
    /// <summary>Which board.</summary>
    public Option<string?> Board { get; } = new("--pci")
    {
        Description = "Board on the PCI bus: its address as `snic board probe` shows it, or the "
            + "kernel module's device /dev/mqnicN",
        HelpName = "ADDRESS",
    };

    /// <summary>Whether to switch memory decoding on.</summary>
    public Option<bool> Enable { get; } = new("--enable")
    {
        Description = "Switch the board's memory decoding on where it is off (needs root)",
    };

    /// <summary>Where PCI functions are found.</summary>
    public Option<string> Root { get; } = new("--sysfs")
    {
        Description = "Folder with a folder per PCI function",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => SysfsBus.DefaultRoot,
    };

    /// <summary>Adds the options to a verb.</summary>
    public PciOptions AddTo(Command verb)
    {
        Board.CompletionSources.Add(context =>
            new SysfsBus(context.ParseResult.GetValue(Root) ?? SysfsBus.DefaultRoot)
                .Boards().Select(board => board.Address));
        verb.Add(Board);
        verb.Add(Enable);
        verb.Add(Root);
        return this;
    }

    /// <summary>The name of a board with the domain that may be left out.</summary>
    public static string FullName(string name) =>
        name.StartsWith('/') || name.Count(c => c == ':') != 1
            ? name : $"0000:{name.ToLowerInvariant()}";

    /// <summary>The bus.</summary>
    public SysfsBus Bus(ParseResult result) => new(result.GetRequiredValue(Root));

    /// <summary>Opens the board that --pci names; null without --pci.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="checkSpec">Whether a board of another register spec is refused.</param>
    /// <exception cref="PciException">It cannot be used.</exception>
    public PciBoard? Open(ParseResult result, bool checkSpec = true)
    {
        var name = result.GetValue(Board);
        if (name is null)
        {
            return null;
        }

        if (!name.StartsWith("/dev/", StringComparison.Ordinal))
        {
            return PciBoard.Open(
                Bus(result).Board(name), result.GetValue(Enable), checkSpec);
        }

        // The mappings stay when the file is closed.
        using var device = CharDevice.Open(name);
        return PciBoard.Open(device, checkSpec);
    }

    /// <summary>Refuses a command line that names two boards.</summary>
    /// <exception cref="CliException">Both options are given.</exception>
    public void CheckOnly(ParseResult result, Option other)
    {
        if (result.GetValue(Board) is not null && result.GetResult(other) is { Implicit: false })
        {
            throw CliException.Usage($"give either --pci or {other.Name}, not both");
        }
    }
}
