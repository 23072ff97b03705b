using System.Text.RegularExpressions;
using NUnit.Framework;
using SmartNic.Hls.Check.Fuzz;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>Random programs: the optimised graph against the JIT.</summary>
public sealed class FuzzTests
{
    private const int Programs = 10_000;

    [Test]
    public void RandomProgramsEqualTheJit()
    {
        int seed = Environment.GetEnvironmentVariable("SNIC_HLS_SEED") is { } given
            ? int.Parse(given) : Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed} (SNIC_HLS_SEED repeats it)");
        var report = new Fuzzer().Run(Programs, seed);
        TestContext.Out.WriteLine($"{report.Compared} compared in {report.Ms} ms, "
            + $"JIT faults: {string.Join(" ", report.JitFaults)}");
        foreach (var failure in report.Failures)
            Assert.Fail($"{failure.What}\n{failure.Shrunk}");
        Assert.That(report.Compared, Is.GreaterThan(Programs * 9 / 10));
    }

    /// <summary>
    /// Two programs that compare a rotate with 0, which the optimising JIT of .NET 10.0.12 gets
    /// wrong on x64: right where it does not optimise, whatever the runtime does else.
    /// </summary>
    [TestCase(2_028_008_407)]
    [TestCase(1_690_132_181)]
    public void WhatTheJitGetsWrongIsNoFailure(int seed)
    {
        var report = new Fuzzer { Jobs = 1 }.Run(1, seed);
        Assert.That(report.Failures, Is.Empty);
        Assert.That(report.JitFaults, Is.SubsetOf(new[] { seed }));
        // An error of the compiler stays one in a program that the JIT gets wrong too.
        Assert.That(new Fuzzer { Change = Invert }
            .Single(ProgramGenerator.Source(seed), seed).Kind, Is.EqualTo("mismatch"));
    }

    [Test]
    public void ProgramsUseTheWholeLanguage()
    {
        // Generators lose a construct without a word when something before it changes.
        string[] constructs = ["table.Read(", "rules.Match(", "hit.Entry", "counter.Add(",
            "update.Apply(", "register.Apply(", "ref EditWindow", ".SetU48(", "w.Push(", "w.Skip(",
            "w.View.U", "Checksum.Ipv4(", "Checksum.Sum40(", "Checksum.Update(", "Latency(",
            "switch", "for (", "break;", "continue;", "ref ", "out ", "with {", "BitOperations.",
            "Math.M", "UInt128", "U37", "Kind.Long", ".Bump(", " is ", "hit.Found"];
        string all = string.Concat(Enumerable.Range(1, 500).Select(ProgramGenerator.Source));
        foreach (string construct in constructs)
            Assert.That(Regex.Count(all, Regex.Escape(construct)), Is.GreaterThan(9), construct);
    }

    [Test]
    public void AFailingProgramIsShrunk()
    {
        // As if the compiler emitted an exclusive or for a difference.
        var report = new Fuzzer { Change = BreakSubtractions, Jobs = 1 }.Run(200, 11);
        Assert.That(report.Failures, Is.Not.Empty);
        var failure = report.Failures[0];
        TestContext.Out.WriteLine(failure.Shrunk);
        Assert.That(failure.What, Does.Contain("outputs that differ"));
        Assert.That(failure.Shrunk.Length, Is.LessThan(failure.Source.Length / 2));
        Assert.That(new Fuzzer { Change = BreakSubtractions }
            .Single(failure.Shrunk, failure.Seed).Kind, Is.EqualTo("mismatch"));
        Assert.That(new Fuzzer().Single(failure.Shrunk, failure.Seed).Kind, Is.Null);
    }

    private static Design Invert(Design design) => design with
    {
        Outputs = [.. design.Outputs.Select(
            o => o with { Node = design.Graph.Make(Op.Not, o.Node.Width, o.Node) })],
    };

    private static Design BreakSubtractions(Design design)
    {
        var map = new Dictionary<Node, Node>();
        foreach (var node in design.Live())
        {
            var args = node.Args.Select(a => map[a]).ToArray();
            map[node] = node.Op == Op.Subtract
                ? design.Graph.Make(Op.Xor, node.Width, args)
                : Passes.Rebuild.Copy(design.Graph, node, args);
        }
        return design.Map(n => map[n]);
    }
}
