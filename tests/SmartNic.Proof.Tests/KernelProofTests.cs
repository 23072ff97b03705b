using NUnit.Framework;

namespace SmartNic.Proof.Tests;

/// <summary>The compiler's own proofs of the gateway.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class KernelProofTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(60);

    /// <summary>The kernels' Verilog equals the plain lowering of their C#: their IL, the stronger
    /// specification, takes a quarter of an hour a kernel.</summary>
    [Test]
    public void TheKernelsAreProved()
    {
        Tool.Needs("yosys", "yosys-abc");
        string tool = Checkout.At("hls", "SmartNic.Hls.Tool", "bin",
            Checkout.Configuration, "net10.0", "snic-hls");
        Tool.MustPass(Limit, tool, ["prove", "--specification", "tree",
            Checkout.At("hls", "kernels")]);
    }
}
