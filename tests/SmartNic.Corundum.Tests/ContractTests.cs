using NUnit.Framework;

namespace SmartNic.Corundum.Tests;

/// <summary>Our application block has the parameters and ports that Corundum connects.</summary>
public sealed class ContractTests
{
    /// <summary>What our block insists on, and small numbers of whatever is counted.</summary>
    private static readonly (string Name, int Value)[] Fixed =
    [
        ("APP_ID", 0x534E4943), ("PORTS_PER_IF", 1), ("AXIL_APP_CTRL_DATA_WIDTH", 32),
        ("TX_TAG_WIDTH", 16), ("IF_COUNT", 2), ("PORT_COUNT", 3), ("DDR_CH", 4), ("HBM_CH", 5),
        ("RAM_SEG_COUNT", 6),
    ];

    private string _stub = "";

    [SetUp]
    public void WriteStub()
    {
        _stub = Path.Combine(Path.GetTempPath(), $"contract-{Guid.NewGuid():N}.sv");
        File.WriteAllText(_stub, Contract.Stub(Contract.Lines));
    }

    [TearDown]
    public void DeleteStub() => File.Delete(_stub);

    [Test]
    public void TheContractIsWhole()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Contract.Parameters, Has.Count.EqualTo(105));
            Assert.That(Contract.Lines, Has.Length.EqualTo(105 + 336));
            Assert.That(Contract.Lines, Is.Unique);
        });
    }

    [Test]
    public void PortsAndDefaultsAreThoseOfTheContract()
    {
        var none = new Dictionary<string, int>();
        Assert.That(Contract.Ports(Contract.Source, none),
            Is.EquivalentTo(Contract.Ports(_stub, none)));
    }

    /// <summary>Every parameter has a value of its own: none can stand in for another.</summary>
    [Test]
    public void EveryParameterHasItsMeaningForTheWidths([Values] bool reversed)
    {
        int count = Contract.Parameters.Count;
        var values = Contract.Parameters.Index()
            .ToDictionary(p => p.Item, p => (reversed ? count - p.Index : p.Index) + 40);
        foreach (var (name, value) in Fixed)
        {
            values[name] = value;
        }

        Assert.That(Contract.Ports(Contract.Source, values),
            Is.EquivalentTo(Contract.Ports(_stub, values)));
    }

    /// <summary>The widths of every port at what a real core passes.</summary>
    [TestCaseSource(typeof(Cores), nameof(Cores.Names))]
    public void PortsAreThoseThatACoreConnects(string core)
    {
        Dictionary<string, int> values = Cores.Parameters(core);
        Assert.That(Contract.Ports(Contract.Source, values),
            Is.EquivalentTo(Contract.Ports(_stub, values)));
    }

    [Test]
    public void ADifferenceIsSeen()
    {
        var none = new Dictionary<string, int>();
        var without = Contract.Lines.Where(
            l => !l.Contains("m_axis_if_tx_cpl_valid", StringComparison.Ordinal));
        var wider = Contract.Lines.Select(l => l.Replace(
            "m_axis_if_rx_tdest [IF_COUNT*AXIS_IF_RX_DEST_WIDTH]", "m_axis_if_rx_tdest [8+1]",
            StringComparison.Ordinal));
        var ours = Contract.Ports(Contract.Source, none);
        foreach (var lines in new[] { without, wider })
        {
            File.WriteAllText(_stub, Contract.Stub(lines));
            Assert.That(ours, Is.Not.EquivalentTo(Contract.Ports(_stub, none)));
        }
    }

    [Test]
    public void TheHostToolFindsTheApplication()
    {
        string header = File.ReadAllText(Path.Combine(Checkout.Root, "hw/corundum/board.tcl"));
        Assert.That(Contract.Lines, Does.Contain("parameter APP_ID = 32'h534E4943"));
        Assert.That(header, Does.Contain("APP_ID \"32'h534E4943\""));
    }
}
