using System.CommandLine;
using System.CommandLine.Parsing;

namespace SmartNic.Cli.Shell;

/// <summary>Options that say which board to simulate.</summary>
internal static class BoardOptions
{
    /// <summary>Width of the streams.</summary>
    public static Option<int> Width()
    {
        var width = new Option<int>("--width")
        {
            Description = "Width of the board's streams in bits (sim only): 64, 128, 256 or 512",
            HelpName = "BITS",
            DefaultValueFactory = _ => 512,
        };
        width.Validators.Add(CheckWidth);
        return width;
    }

    /// <summary>Number of interfaces.</summary>
    public static Option<int?> Interfaces() => new("--interfaces")
    {
        Description = "Interfaces of the board, 1 to 8; as many as are named when not given",
        HelpName = "N",
    };

    private static void CheckWidth(OptionResult result)
    {
        if (result.Tokens is [var token] && token.Value is not ("64" or "128" or "256" or "512"))
        {
            result.AddError($"--width {token.Value}: expected 64, 128, 256 or 512");
        }
    }
}
