using NUnit.Framework;
using SmartNic.Hls.Front;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Schedule;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>Clock, margin, device and latency of a compilation.</summary>
public sealed class OptionsTests
{
    private static CompiledKernel Frame(CompilerOptions options) =>
        Places.Compile("Frame.cs", options).Compile()[0];

    [Test]
    public void AShorterClockNeedsMoreStages()
    {
        int slow = Frame(new() { ClockNs = 10 }).Latency, fast = Frame(new()).Latency;
        int faster = Frame(new() { ClockNs = 2.5 }).Latency;
        Assert.That(fast, Is.GreaterThan(slow));
        Assert.That(faster, Is.GreaterThan(fast));
        Assert.That(Frame(new() { MarginPercent = 50 }).Latency, Is.GreaterThan(fast));
    }

    [Test]
    public void TheDeviceCounts() => Assert.That(
        Frame(new() { Family = DeviceFamily.Series7 }).Latency,
        Is.GreaterThan(Frame(new()).Latency));

    [Test]
    public void ALatencyIsMetExactlyAndProved([Values(0, 1, 3, 12)] int more)
    {
        var least = Frame(new());
        int clocks = least.Latency + more;
        var compiler = Places.Compile("Frame.cs", new() { Latency = clocks });
        var kernel = compiler.Compile()[0];
        Assert.That(kernel.Latency, Is.EqualTo(clocks));
        Assert.That(kernel.WorstClockNs, Is.LessThanOrEqualTo(least.WorstClockNs));
        foreach (var result in new Prover(compiler).Prove(kernel))
            Assert.That(result.Proved, Is.True, $"{result.What}: {result.Detail}");
    }

    [Test]
    public void ALatencyBelowTheLeastNamesThePath()
    {
        var error = Assert.Throws<HlsException>(() => Frame(new() { Latency = 1 }));
        Assert.That(error!.Id, Is.EqualTo("SNH0026"));
        Assert.That(error.Message, Does.Contain("the least is").And.Contain("Frame.cs:"));
    }

    [TestCase("4", 4.0)]
    [TestCase("2.5ns", 2.5)]
    [TestCase("250MHz", 4.0)]
    public void AClockIsATimeOrAFrequency(string text, double ns) =>
        Assert.That(CompilerOptions.ParseClock(text), Is.EqualTo(ns));

    [TestCase("fast")]
    [TestCase("-1ns")]
    public void AnotherClockIsRefused(string text) => Assert.That(
        () => CompilerOptions.ParseClock(text), Throws.TypeOf<FormatException>());

    [Test]
    public void AnUnknownFamilyIsRefused() => Assert.That(
        () => CompilerOptions.ParseFamily("ice40"), Throws.TypeOf<FormatException>());

    [Test]
    public void OptionsOutOfRangeAreRefused() => Assert.That(
        Assert.Throws<HlsException>(() => Frame(new() { ClockNs = 0.5 }))!.Id,
        Is.EqualTo("SNH0025"));
}
