using NUnit.Framework;

namespace SmartNic.Proof.Tests;

/// <summary>The compiler's own proofs of the gateway.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class KernelProofTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(60);

    /// <summary>Every stage of the gateway, and the wiring between them, equals the IL that the
    /// JIT runs.</summary>
    [Test]
    public void TheKernelsAreProved()
    {
        Tool.Needs("yosys", "yosys-abc");
        string tool = Checkout.At("hls", "SmartNic.Hls.Tool", "bin",
            Checkout.Configuration, "net10.0", "snic-hls");
        string report = Tool.MustPass(Limit, tool, ["prove", Checkout.At("hls", "kernels")]);
        Assert.That(report, Does.Not.Contain("specification: tree"));
        Assert.That(report, Does.Contain("proved  snic_rx_kernel: wiring of stages = IL of ")
            .And.Contain("proved  snic_tx_kernel: wiring of stages = IL of "));
    }
}
