using System.Globalization;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SmartNic.Registers.Tests;

/// <summary>ARCHITECTURE.md says why the tables are there; the manifest, which they are.</summary>
public sealed partial class DocumentTests
{
    [Test]
    public void TheTablesAreThoseOfTheManifest()
    {
        var documented = File.ReadLines(Path.Combine(Checkout.Root, "ARCHITECTURE.md"))
            .SkipWhile(l => !l.StartsWith("### Tables", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(l => !l.StartsWith('#'))
            .Select(l => Row().Match(l)).Where(m => m.Success).SelectMany(Tables);
        Assert.That(documented, Is.EquivalentTo(
            GatewaySpec.Device.Tables.Select(t => (t.Id, t.Name, t.Depth))));
    }

    // A row has one table, or two: `rx_vni_a/_b` or `rx_meter_state`, `tx_meter_state`.
    private static IEnumerable<(int Id, string Name, int Depth)> Tables(Match row)
    {
        var names = row.Groups["names"].Value.Replace("`", "").Split(", ");
        if (names is [var both] && both.Split('/') is [var first, var other])
        {
            names = [first, first[..^other.Length] + other];
        }

        var depth = int.Parse(row.Groups["depth"].Value, CultureInfo.InvariantCulture);
        return row.Groups["ids"].Value.Split(", ").Zip(names,
            (id, name) => (int.Parse(id, CultureInfo.InvariantCulture), name, depth));
    }

    [GeneratedRegex(@"^\| (?<ids>[\d, ]+) \| (?<names>[`\w/, ]+) \| (?<depth>\d+)\b")]
    private static partial Regex Row();
}
