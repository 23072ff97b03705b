using NUnit.Framework;

namespace SmartNic.Registers.Tests;

/// <summary>The hash changes with the contract, and with nothing else.</summary>
public sealed class SpecHashTests
{
    private static readonly DeviceSpec Device = GatewaySpec.Device;

    [Test]
    public void TheConstantIsTheHashOfTheSpecification() =>
        Assert.That(RegisterSpecHash.Value, Is.EqualTo(Device.Hash));

    [Test]
    public void TheHardwareReadsTheSameHash()
    {
        var path = Path.Combine(Checkout.Root, "hw/control/rtl/gen/snic_regs_global.sv");
        var text = File.ReadAllText(path);
        Assert.That(text, Does.Contain($"14'h2: rd_data_d = 32'h{(uint)Device.Hash:x8};"));
        Assert.That(text, Does.Contain($"14'h3: rd_data_d = 32'h{Device.Hash >> 32:x8};"));
    }

    [Test]
    public void AnotherDescriptionIsTheSameContract()
    {
        var block = Device.Blocks[0];
        var register = block.Registers[0] with { Description = "other words" };
        var other = Device with
        {
            Blocks = Device.Blocks.SetItem(0, block with
            {
                Registers = block.Registers.SetItem(0, register),
            }),
        };
        Assert.That(other.Hash, Is.EqualTo(Device.Hash));
    }

    private static IEnumerable<TestCaseData> Changes()
    {
        yield return Register("offset", r => r with { Offset = r.Offset + 4 });
        yield return Register("name", r => r with { Name = "OTHER" });
        yield return Register("kind", r => r with { Kind = RegisterKind.Storage });
        yield return Register("reset", r => r with { Reset = 1 });
        yield return Register("count", r => r with { Count = 2 });
        yield return Register("field", r => r with
        {
            Fields = [new FieldSpec("other", 31, 0, "")],
        });
        yield return Table("table depth", t => t with { Depth = 2 * t.Depth });
        yield return Table("table id", t => t with { Id = 77 });
        yield return Table("entry width", t => t with { Width = t.Width + 1 });
        yield return Table("entry field", t => t with
        {
            Fields = t.Fields.SetItem(0, t.Fields[0] with { Lsb = 1 }),
        });
        yield return Reason("number", r => r with { Number = r.Number + 1 });
        yield return Reason("name", r => r with { Name = "other" });
        yield return Reason("direction", r => r with { Directions = (Kernels.Directions)3 });
    }

    [TestCaseSource(nameof(Changes))]
    public void AnyOtherContractHasAnotherHash(DeviceSpec other) =>
        Assert.That(other.Hash, Is.Not.EqualTo(Device.Hash));

    private static TestCaseData Register(string name, Func<RegisterSpec, RegisterSpec> change)
    {
        var block = Device.Blocks[0];
        var registers = block.Registers.SetItem(0, change(block.Registers[0]));
        return new TestCaseData(Device with
        {
            Blocks = Device.Blocks.SetItem(0, block with { Registers = registers }),
        }).SetName($"Hash sees a change of {name}");
    }

    private static TestCaseData Reason(string name, Func<ReasonInfo, ReasonInfo> change) =>
        new TestCaseData(Device with
        {
            Reasons = Device.Reasons.SetItem(0, change(Device.Reasons[0])),
        }).SetName($"Hash sees a change of a reason's {name}");

    private static TestCaseData Table(string name, Func<TableSpec, TableSpec> change) =>
        new TestCaseData(Device with
        {
            Tables = Device.Tables.SetItem(0, change(Device.Tables[0])),
        }).SetName($"Hash sees a change of {name}");
}
