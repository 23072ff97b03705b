using System.Globalization;
using System.Text.RegularExpressions;

namespace SmartNic.Pci;

/// <summary>The PCI functions of this machine.</summary>
/// <param name="root">Folder with a folder per function; another one in tests.</param>
public sealed partial class SysfsBus(string root = SysfsBus.DefaultRoot)
{
    /// <summary>Where Linux shows them.</summary>
    public const string DefaultRoot = "/sys/bus/pci/devices";

    private const int Bars = 6;

    /// <summary>Folder with a folder per function.</summary>
    public string Root { get; } = root;

    /// <summary>All boards, by address.</summary>
    public IReadOnlyList<PciFunction> Boards()
    {
        if (!Directory.Exists(Root))
        {
            return [];
        }

        return
        [
            .. Directory.EnumerateDirectories(Root).Order(StringComparer.Ordinal)
                .Select(TryRead).OfType<PciFunction>().Where(function => function.IsBoard),
        ];
    }

    /// <summary>One board.</summary>
    /// <param name="address"><c>0000:03:00.0</c>; the domain may be left out.</param>
    /// <exception cref="PciException">There is none, or it is something else.</exception>
    public PciFunction Board(string address)
    {
        if (!AddressForm().IsMatch(address))
        {
            throw new PciException(
                $"{address} is not a PCI address", "write it as 0000:03:00.0, or 03:00.0");
        }

        var full = (address.Length == "03:00.0".Length ? "0000:" + address : address)
            .ToLowerInvariant();
        var function = TryRead(Path.Combine(Root, full)) ?? throw new PciException(
            $"there is no PCI function {full}", "`snic board probe` lists the boards");
        return function.IsBoard ? function : throw new PciException(
            $"{full} is {function.Vendor:x4}:{function.Device:x4}, class "
            + $"{function.ClassCode:x6}; a board is {PciFunction.BoardVendor:x4}:"
            + $"{PciFunction.BoardDevice:x4}, class {PciFunction.BoardClass:x6}",
            "`snic board probe` lists the boards");
    }

    /// <summary>Null for what is no function, or one that goes away while it is read.</summary>
    private static PciFunction? TryRead(string folder)
    {
        if (Hex(folder, "vendor") is not { } vendor || Hex(folder, "device") is not { } device
            || Hex(folder, "class") is not { } code)
        {
            return null;
        }

        var bars = new Dictionary<int, long>();
        for (var bar = 0; bar < Bars; bar++)
        {
            var file = new FileInfo(Path.Combine(folder, $"resource{bar}"));
            if (file.Exists)
            {
                bars[bar] = file.Length;
            }
        }

        return new PciFunction(
            folder, Path.GetFileName(folder), (ushort)vendor, (ushort)device, code,
            Link(folder, "current"), Link(folder, "max"), Driver(folder),
            Text(folder, "enable") is { } enable && enable != "0", bars, CharDevice(folder));
    }

    private static PciLink Link(string folder, string which)
    {
        // "8.0 GT/s PCIe", "Unknown"; width 0 and 255 stand for unknown.
        var speed = Text(folder, which + "_link_speed")?.Split(' ')[0];
        var width = Text(folder, which + "_link_width");
        return new PciLink(
            double.TryParse(speed, NumberStyles.Float, CultureInfo.InvariantCulture, out var gt)
                ? gt : null,
            int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var lanes)
                && lanes is > 0 and <= 32 ? lanes : null);
    }

    private static string? Driver(string folder) =>
        Path.GetFileName(new DirectoryInfo(Path.Combine(folder, "driver")).LinkTarget);

    private static string? CharDevice(string folder)
    {
        var misc = new DirectoryInfo(Path.Combine(folder, "misc"));
        return misc.Exists && misc.EnumerateDirectories("mqnic*").FirstOrDefault() is { } device
            ? "/dev/" + device.Name : null;
    }

    private static uint? Hex(string folder, string attribute) =>
        Text(folder, attribute) is { } text
        && text.StartsWith("0x", StringComparison.Ordinal)
        && uint.TryParse(
            text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            ? value : null;

    private static string? Text(string folder, string attribute)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, attribute)).Trim();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Safe to drop: an attribute that cannot be read is one that is not known.
            return null;
        }
    }

    [GeneratedRegex(@"\A([0-9a-fA-F]{4}:)?[0-9a-fA-F]{2}:[0-9a-fA-F]{2}\.[0-7]\z")]
    private static partial Regex AddressForm();
}
