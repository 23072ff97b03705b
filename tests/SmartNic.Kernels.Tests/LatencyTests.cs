using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NUnit.Framework;

namespace SmartNic.Kernels.Tests;

/// <summary>The kernels stay within their clocks, and ARCHITECTURE.md says where they go.</summary>
public sealed partial class LatencyTests
{
    private static readonly string _document = Regex.Replace(
        File.ReadAllText(Path.Combine(Checkout.Root, "ARCHITECTURE.md")), @"\s+", " ");

    [TestCase("rx", "receive", 0)]
    [TestCase("tx", "send", 1)]
    public void AKernelIsWithinItsBudget(string block, string name, int place)
    {
        var kernel = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, "hw", block, "rtl",
            "gen", $"snic_{block}_kernel.json")))!;
        var budgets = Budget().Match(_document);
        Assert.That(budgets.Success, "ARCHITECTURE.md has no budget of the kernels");
        int budget = int.Parse(budgets.Groups[place + 1].Value);
        Assert.That((int)kernel["latency"]!, Is.LessThanOrEqualTo(budget));

        string path = string.Join(", ", kernel["path"]!.AsArray().Select(p => $"`{p}`"));
        Assert.That(_document, Does.Contain($"{name} {path}"));
    }

    [GeneratedRegex(@"Budget of the kernels: (\d+) and (\d+) clocks")]
    private static partial Regex Budget();
}
