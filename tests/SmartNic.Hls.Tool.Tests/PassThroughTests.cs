using NUnit.Framework;
using SmartNic.Testing;

namespace SmartNic.Hls.Tool.Tests;

/// <summary><c>snic hls</c> is <c>snic-hls</c>.</summary>
public sealed class PassThroughTests
{
    private static readonly string Program = Checkout.At(
        "host", "SmartNic.Cli", "bin", Checkout.Configuration, "net10.0", "snic");

    [TestCase(0, "Compile kernels to Verilog", "build", "--help")]
    [TestCase(2, "Try: snic-hls fuzz --help", "fuzz", "--programs", "none")]
    public void ArgumentsAndExitCodesPass(int code, string expected, params string[] args)
    {
        var (found, output) = SmartNic.Testing.Tool.Run(
            TimeSpan.FromMinutes(1), Program, ["hls", .. args]);
        Assert.That(output, Does.Contain(expected));
        Assert.That(found, Is.EqualTo(code));
    }
}
