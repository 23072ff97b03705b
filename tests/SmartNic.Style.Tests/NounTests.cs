using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SmartNic.Style.Tests;

/// <summary>
/// A feature's noun stands in its folders. What is below the features, the hardware and the driver,
/// is made for any of them: no file there that a person wrote names one, but for the exceptions
/// here. Documents explain by examples, and are not looked at.
/// </summary>
public sealed partial class NounTests
{
    private const string Kernels = "hls/kernels/";
    private const string Features = "host/SmartNic.Features/";

    /// <summary>Folders beside the features' that are no feature.</summary>
    private static readonly HashSet<string> NoFeatures =
    [
        "lib", "pipelines", // of the kernels: functions of all, and the lists of stages
        "config", "frames", "gateway", // of the host: what sections and answers are made of
        "slow", // the slow port is a port of every board, whatever is punted
    ];

    /// <summary>Words of tables' names that are no noun of one feature; columns are a kind of
    /// memory.</summary>
    private static readonly HashSet<string> Common =
        ["rx", "tx", "a", "b", "state", "port", "source", "next", "send", "columns"];

    /// <summary>Which nouns stand where all the same, and why.</summary>
    private static readonly (string Path, string[] Nouns, string Why)[] Exceptions =
    [
        ("hw/", ["tenant"], "signals by tenant: to look for them is the review of isolation"),
        ("host/SmartNic.Driver/Counters/", ["tenant"], "counters are by tenant, as in hardware"),
        ("host/SmartNic.Driver/BoardInfo.cs", ["tenant"], "the register TENANTS"),
        ("host/SmartNic.Driver/Board/BoardProbe.cs", ["tenant"], "the register TENANTS"),
        ("host/SmartNic.Driver/BoardDriver.cs", ["tenant"], "the register TENANTS"),
        ("host/SmartNic.Driver/Board/SlowHeader.cs", ["tenant", "vni", "hop"],
            "the metadata header, as the board writes it"),
        ("hw/rmw/", ["forwarding"], "what the pipeline does with the results of updates"),
        ("hw/top/rtl/snic_top.sv", ["meter"],
            "what a reset keeps; the number of tenants is the depth of a table"),
        ("hw/corundum/test/", ["tunnel", "vni", "endpoint"],
            "drives the whole card, with frames of today's features"),
        ("hw/corundum/test/run.sh", ["link"], "LINK, as make calls the linker"),
    ];

    private static readonly string[] Today =
    [
        "endpoint", "fdb", "forwarding", "hop", "meter", "neighbour", "policy", "tenant", "tunnel",
        "vni",
    ];

    private static IEnumerable<string> Folders(string root) => Repository.Files
        .Where(f => f.StartsWith(root, StringComparison.Ordinal) && f[root.Length..].Contains('/'))
        .Select(f => f[root.Length..].Split('/')[0].ToLowerInvariant());

    private static IEnumerable<string> Tables => Repository.Read($"{Kernels}tables.lock")
        .Split('\n').Where(line => line.Length > 0 && line[0] != '#')
        .SelectMany(line => line.Split(' ')[1].Split('_')).Where(w => !Common.Contains(w));

    /// <summary>The nouns: folders of the kernels and of the features, words of tables.</summary>
    private static HashSet<string> Nouns { get; } =
    [
        .. Folders(Kernels).Concat(Folders(Features)).Where(f => !NoFeatures.Contains(f)),
        .. Tables,
    ];

    private static IEnumerable<string> Below => Repository.Written.Where(f =>
        (f.StartsWith("hw/", StringComparison.Ordinal)
            || f.StartsWith("host/SmartNic.Driver/", StringComparison.Ordinal))
        && Path.GetExtension(f) is ".cs" or ".sv" or ".svh" or ".v" or ".cpp" or ".hpp" or ".h"
            or ".f" or ".sh" or ".tcl" or ".vlt");

    private static IEnumerable<(string File, string Noun)> Named =>
        from file in Below
        from noun in NounsOf($"{file} {Repository.Read(file)}")
        select (file, noun);

    private static IEnumerable<string> NounsOf(string text) => Word()
        .Matches(Foreign().Replace(text, "")).Select(m => m.Value.ToLowerInvariant())
        .SelectMany(w => (string[])[w, w.TrimEnd('s'), Regex.Replace(w, "ies$", "y")])
        .Where(Nouns.Contains).Distinct();

    [Test]
    public void TheNounsAreThoseOfTheFeatures() => Assert.That(Nouns, Is.SupersetOf(Today));

    [TestCase("the RxEndpoint table", "endpoint")]
    [TestCase("localparam int TENANTS = 4;", "tenant")]
    [TestCase("policies", "policy")]
    [TestCase("two VNIs", "vni")]
    [TestCase("rx_meter_state", "meter")]
    [TestCase("parameter metered JsonNamingPolicy", null)]
    public void ANounIsAWordOfAName(string text, string? noun) =>
        Assert.That(NounsOf(text).SingleOrDefault(), Is.EqualTo(noun));

    [Test]
    public void NoFileBelowTheFeaturesNamesOne()
    {
        var bad = from named in Named
                  where !Exceptions.Any(e => Covers(e, named))
                  select $"{named.File}: {named.Noun}";
        Assert.That(bad, Is.Empty);
    }

    [Test]
    public void EveryExceptionIsNeeded()
    {
        var named = Named.ToList();
        var idle = from exception in Exceptions
                   from noun in exception.Nouns
                   where !named.Any(n => n.Noun == noun && Covers(exception, n))
                   select $"{exception.Path}: {noun}";
        Assert.That(idle, Is.Empty);
    }

    private static bool Covers(
        (string Path, string[] Nouns, string Why) exception, (string File, string Noun) named) =>
        named.File.StartsWith(exception.Path, StringComparison.Ordinal)
        && exception.Nouns.Contains(named.Noun);

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+s?(?![a-z])")]
    private static partial Regex Word();

    /// <summary>Names of the runtime.</summary>
    [GeneratedRegex(@"\w*NamingPolicy\b")]
    private static partial Regex Foreign();
}
