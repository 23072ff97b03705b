using System.Text.RegularExpressions;
using NUnit.Framework;
using SmartNic.Hls.Emit;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>What <c>explain</c> says: lines, times, bits that cross, why a clock is full.</summary>
public sealed class ExplainTests
{
    [Test]
    public void EveryClockShowsItsPathItsBitsAndWhyItIsFull()
    {
        var kernel = Places.Compile("Frame.cs").Compile()[0];
        string text = string.Join("\n", kernel.Explain());
        var clocks = Regex.Matches(text, @"clock +(\d+): .*? (\d+) register bits into");
        Assert.That(clocks, Has.Count.EqualTo(kernel.Latency));
        Assert.That(clocks.Sum(m => long.Parse(m.Groups[2].Value)),
            Is.EqualTo(kernel.RegisterBits));
        Assert.That(text, Does.Match(@"\d\.\d\d ns  Add \d+ bit.* at Frame\.cs:\d+"));
        // A clock ends because something did not fit, and says by how much.
        Assert.That(text, Does.Match(@"full: .* at Frame\.cs:\d+ would settle at \d\.\d\d ns, "
            + @"\d\.\d\d ns too late"));
    }

    [Test]
    public void BitsThatCrossAreTheRegistersOfTheText()
    {
        var kernel = Places.Compile("Small.cs").Compile()[0];
        var usage = new Usage(kernel.Pipeline);
        string text = kernel.Files[kernel.Name + ".v"];
        for (int clock = 0; clock < kernel.Latency; clock++)
        {
            var registers = Regex.Matches(text, $@"  reg (?:\[(\d+):(\d+)\] )?\w+_s{clock + 1};");
            Assert.That(usage.CrossingBits(clock), Is.EqualTo(registers.Sum(m =>
                m.Groups[1].Success
                    ? int.Parse(m.Groups[1].Value) - int.Parse(m.Groups[2].Value) + 1 : 1)));
        }
    }

    [Test]
    public void TheLoopOfAnUpdateIsShown()
    {
        var kernel = Places.Compile("Stateful.cs").Compile()[0];
        string text = string.Join("\n", kernel.Explain());
        Assert.That(text, Does.Contain("loop of snic_stateful_meter_step: ").And.Contain("spare"));
        Assert.That(text, Does.Contain("Update meter at Stateful.cs:"));
    }
}
