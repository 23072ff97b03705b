using System.CommandLine;
using System.Globalization;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Board;

/// <summary>The options of <c>snic board flash</c> that lead through JTAG instead of PCI.</summary>
internal sealed class BridgeOptions
{
    /// <summary>The bridge.</summary>
    public Option<string?> Bridge { get; } = new("--bridge")
    {
        Description = "Over USB-JTAG instead of PCI: this bridge bitstream is loaded into the FPGA "
            + "and gives access to its SPI flash (see host/SmartNic.Jtag/README.md)",
        HelpName = "BRIDGE.bit",
    };

    /// <summary>Where in the flash.</summary>
    public Option<string?> Offset { get; } = new("--offset")
    {
        Description = "With --bridge: first byte in the flash, as 0x1002000; without it, where a "
            + ".mcs file says",
        HelpName = "BYTES",
    };

    /// <summary>Which cable and part.</summary>
    public CableOptions Cable { get; } = new();

    /// <summary>Adds the options to a verb.</summary>
    public BridgeOptions AddTo(Command verb)
    {
        verb.Add(Bridge);
        verb.Add(Offset);
        Cable.AddTo(verb);
        return this;
    }

    /// <summary>Whether the way is JTAG.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="others">Options that go with PCI only.</param>
    /// <exception cref="CliException">Options of both ways are given.</exception>
    public bool IsWanted(ParseResult result, params IReadOnlyList<Option> others)
    {
        bool isWanted = result.GetValue(Bridge) is not null;
        IReadOnlyList<Option> wrong = isWanted ? others
            : [Offset, Cable.Cable, Cable.Frequency, Cable.Device];
        var given = wrong.FirstOrDefault(o => result.GetResult(o) is { Implicit: false });
        return given is null ? isWanted
            : throw CliException.Usage(isWanted
                ? $"{given.Name} does not go with --bridge" : $"{given.Name} needs --bridge");
    }

    /// <summary>The offset that --offset gives; null without it.</summary>
    /// <exception cref="CliException">It is no number.</exception>
    public long? Start(ParseResult result)
    {
        if (result.GetValue(Offset) is not { } text)
        {
            return null;
        }

        bool isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(isHex ? text[2..] : text,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out long start)
            ? start
            : throw CliException.Usage($"--offset {text}: give a number of bytes, as 0x1002000");
    }
}
