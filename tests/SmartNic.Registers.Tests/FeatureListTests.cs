using NUnit.Framework;

namespace SmartNic.Registers.Tests;

/// <summary>The list of features follows from their folders.</summary>
public sealed class FeatureListTests
{
    [Test]
    public void TheListIsThatOfTheFolders()
    {
        foreach (var file in FeatureList.Of(Checkout.Root))
        {
            Assert.That(File.ReadAllText(Checkout.At(file.Path)), Is.EqualTo(file.Text),
                $"{file.Path}: run make -f fpga.mk gen");
        }
    }

    [Test]
    public void WhatIsNewComesLastAndWhatIsGoneIsDropped()
    {
        var files = FeatureList.Of(
            "# why\nNeighbour\nGone\nTenant\n",
            new HashSet<string> { "Tenant", "Balance", "Neighbour" });
        Assert.That(files[0].Text, Is.EqualTo("# why\nNeighbour\nTenant\nBalance\n"));
        Assert.That(files[1].Text, Does.Match(
            "Of<NeighbourFeature>[^O]*Of<TenantFeature>[^O]*Of<BalanceFeature>"));
    }
}
