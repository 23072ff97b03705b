using System.Text.RegularExpressions;
using NUnit.Framework;
using SmartNic.Hls.Check.Fuzz;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Tool.Tests;

/// <summary>Random programs: the optimised graph against the JIT.</summary>
public sealed class FuzzTests
{
    // Ten times those by which `snic-hls mutate` finds what is planted; `make -f fpga.mk fuzz` runs
    // a hundred times as many.
    private const int Programs = 1_000;

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
    /// A rotate that is compared with 0, which the optimising JIT of .NET 10.0.12 gets wrong on
    /// x64: right where it does not optimise, whatever the runtime does else.
    /// </summary>
    [TestCase("BitOperations.RotateLeft(x, 3) == 0")]
    [TestCase("default != BitOperations.RotateRight(x, 15)")]
    public void WhatTheJitGetsWrongIsNoFailure(string condition)
    {
        string source = $$"""
            using System.Numerics;
            using SmartNic.Hls.Language;
            public static class Program
            {
                [Kernel("fuzz_1")]
                public static uint Run(uint x) => {{condition}} ? 7u : x;
            }
            """;
        Assert.That(new Fuzzer().Single(source, 1).Kind, Is.Null.Or.EqualTo("jit"));
        // An error of the compiler stays one in a program that the JIT gets wrong too.
        Assert.That(new Fuzzer { Change = Invert }.Single(source, 1).Kind,
            Is.EqualTo("mismatch"));
    }

    /// <summary>What leaves begins behind bytes that were skipped, and ends in zeros.</summary>
    [TestCase(28)]
    [TestCase(64)]
    public void BehindTheWindowThereAreZeros(int bytes)
    {
        string source = $$"""
            using SmartNic.Hls.Language;
            public static class Program
            {
                [Kernel("fuzz_1")]
                public static ulong Run(ref EditWindow w)
                {
                    w = w.Skip({{bytes}});
                    w = w.Skip({{bytes}});
                    w = w.Skip({{bytes}});
                    return 0;
                }
            }
            """;
        Assert.That(new Fuzzer().Single(source, 1).Kind, Is.Null);
    }

    [Test]
    public void ProgramsUseTheWholeLanguage()
    {
        // Generators lose a construct without a word when something before it changes.
        string[] constructs = ["table.Read(", "rules.Match(", "hit.Entry", "counter.Add(",
            "update.Apply(", "register.Apply(", "ref EditWindow", ".SetU48(", "w.Push(", "w.Skip(",
            "w.View.U", "Checksum.Ipv4(", "Checksum.Sum40(", "Checksum.Update(", "Latency(",
            "switch", "for (", "break;", "continue;", "ref ", "out ", "with {", "BitOperations.",
            "Math.M", "UInt128", "U37", "Kind.Long", ".Bump(", " is ", "hit.Found", "record struct",
            "with { Y", "Choose(", "Copied(in ", "Named(c: ", "Mask ", " First, ", "operator +(",
            "static abstract", " when ", "while (", "do\n", ".Hold(", ": this(", "{ B = ",
            "w.Skip(peel: ", "bytes: ", "Mark(value: "];
        string all = string.Concat(Enumerable.Range(1, 2000).Select(ProgramGenerator.Source));
        var rare = constructs.Where(c => Regex.Count(all, Regex.Escape(c)) < 10);
        Assert.That(rare, Is.Empty);
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
