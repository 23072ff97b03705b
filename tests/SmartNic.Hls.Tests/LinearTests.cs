using NUnit.Framework;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>The pass over GF(2): NativeTests and ProofTests hold the same file to its C#.</summary>
public sealed class LinearTests
{
    [Test]
    public void ALoopOverBitsIsATreeOfOneStage()
    {
        var kernel = Places.Compile("Linear.cs").Compile()[0];
        Assert.Multiple(() =>
        {
            Assert.That(kernel.Latency, Is.EqualTo(1));
            var gates = kernel.Pipeline.Nodes.Where(n => n.Op == Op.Parity).ToList();
            Assert.That(gates, Is.Not.Empty);
            Assert.That(gates.Select(n => n.Args.Count), Has.All.InRange(2, 6));
        });
    }

    [Test]
    public void WhatIsShortStaysAsItIsWritten()
    {
        var kernel = Places.Compile("Language.cs").Compile()[0];
        Assert.That(kernel.Pipeline.Nodes.Select(n => n.Op), Has.None.EqualTo(Op.Parity));
    }
}
