using System.CommandLine;
using System.Globalization;
using SmartNic.Cli.Board;
using SmartNic.Cli.Shell;
using SmartNic.Pci;
using SmartNic.Registers;

namespace SmartNic.Cli.Register;

/// <summary>The window whose registers are meant: options, and the opened board.</summary>
internal sealed class RegisterTarget
{
    private readonly PciOptions pci;
    private readonly Option<string> socket = new("--board")
    {
        Description = "Socket of a simulated board that nobody is attached to",
        HelpName = "PATH",
        DefaultValueFactory = _ => BoardSocket.DefaultPath(),
    };

    public RegisterTarget(Command verb)
    {
        verb.Add(socket);
        pci = new PciOptions().AddTo(verb);
    }

    /// <summary>An argument that names a register.</summary>
    public static Argument<string> Register()
    {
        var argument = new Argument<string>("REGISTER")
        {
            Description = "Name (scratch, if0.table_status, if0.table_data[3]) or byte offset "
                + "(0x24, 36)",
        };
        argument.CompletionSources.Add(_ => RegisterName.All(1).Select(name => name.Text));
        return argument;
    }

    /// <summary>A number of 32 bits, decimal or with 0x.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public static uint Number(string text) => TryNumber(text) ?? throw CliException.Usage(
        $"{text} is not a number of 32 bits, as 36 or 0x24");

    /// <summary>The byte offset that the user means.</summary>
    /// <exception cref="CliException">No such register.</exception>
    public static uint Offset(string text)
    {
        if (TryNumber(text) is { } offset)
        {
            return offset % 4 == 0 ? offset
                : throw CliException.Usage($"offset {text} is not a multiple of 4");
        }

        if (RegisterName.Find(text) is { } name)
        {
            return name.Offset;
        }

        var like = string.Join(", ", RegisterName.Like(text));
        throw CliException.Failed($"there is no register {text}"
            + (like.Length > 0 ? $"; did you mean: {like}" : "; `snic reg dump` shows all"));
    }

    /// <summary>Works on the window, which is closed after it.</summary>
    /// <param name="result">The command line.</param>
    /// <param name="isByName">Whether names matter: then the board must have our spec.</param>
    /// <param name="highest">The highest offset that is accessed.</param>
    /// <param name="work">What to do.</param>
    public void With(ParseResult result, bool isByName, uint highest, Action<IBar> work)
    {
        pci.CheckOnly(result, socket);
        using var card = pci.Open(result, checkSpec: isByName);
        if (card is not null)
        {
            Check(highest, card.BarBytes);
            work(card.Bar);
            return;
        }

        using var board = BoardSocket.Connect(result.GetRequiredValue(socket));
        work(board.Bar);
    }

    /// <summary>The board's number of interfaces, and a complaint about names beyond it.</summary>
    /// <exception cref="CliException">The board has no such interface.</exception>
    public static int Interfaces(IBar bar, RegisterName? wanted = null)
    {
        var count = (int)Math.Min(
            bar.Read32(GlobalRegisters.IfCount), (uint)RegisterName.MaxInterfaces);
        return wanted?.Interface is not { } index || index < count ? count
            : throw CliException.Failed(
                $"{wanted.Text}: the board has {count} interface{(count == 1 ? "" : "s")}");
    }

    /// <summary>Whether the user wrote a number.</summary>
    public static bool IsOffset(string text) => TryNumber(text) is not null;

    private static void Check(uint offset, long bytes)
    {
        if (offset + 4L > bytes)
        {
            throw CliException.Failed(
                $"offset 0x{offset:X} is beyond the window of 0x{bytes:X} bytes");
        }
    }

    private static uint? TryNumber(string text)
    {
        var isHex = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return uint.TryParse(
            isHex ? text.AsSpan(2) : text,
            isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None,
            CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
