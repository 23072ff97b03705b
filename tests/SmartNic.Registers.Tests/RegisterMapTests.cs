using NUnit.Framework;
using SmartNic.Kernels;
using G = SmartNic.Registers.GlobalRegisters;
using I = SmartNic.Registers.InterfaceRegisters;

namespace SmartNic.Registers.Tests;

/// <summary>What must never move, because it is read before the hash is known.</summary>
public sealed class RegisterMapTests
{
    [Test]
    public void IdentityIsAtFixedOffsets() =>
        Assert.That((G.Magic, G.MagicValue, G.Version, G.SpecHashLo, G.SpecHashHi),
            Is.EqualTo((0x0u, 0x534E4943u, 0x4u, 0x8u, 0xCu)));

    [Test]
    public void InterfaceBlocksLieWhereTheGlobalBlockSays() =>
        Assert.That((G.IfOffsetValue, G.IfStrideValue), Is.EqualTo((I.Base, I.Size)));

    [Test]
    public void EveryEntryFitsTheStagingWords() =>
        Assert.That(TableLayouts.All.Select(t => t.Words),
            Has.All.LessThanOrEqualTo(I.TableDataCount));

    [TestCase(7u, 0x123456u, 0x07123456u)]
    [TestCase(0x1FFu, 0x1FFFFFFu, 0xFFFFFFFFu)]
    public void FieldHelpersPackAndCut(uint table, uint index, uint word) =>
        Assert.That(I.TableCommitWord(table, index), Is.EqualTo(word));

    [Test]
    public void ACounterIsOfDirectionTenantAndClassOrOfDirectionAndReason()
    {
        Assert.That(I.CounterSelectWord(1, CounterIndex.Of(4095, Outcome.TooBig)),
            Is.EqualTo(0x8000FFFDu));
        Assert.That(I.CounterSelectWord(0, CounterIndex.Of((Reason)0xFE)), Is.EqualTo(0x000100FEu));
    }

    [Test]
    public void GeneratedOffsetsAreThoseOfTheSpecification()
    {
        foreach (var block in GatewaySpec.Device.Blocks)
        {
            var type = typeof(G).Assembly
                .GetType($"SmartNic.Registers.{Names.Pascal(block.Name)}Registers")!;
            foreach (var register in block.Registers)
            {
                var constant = type.GetField(Names.Pascal(register.Name))!.GetRawConstantValue();
                Assert.That(constant, Is.EqualTo(register.Offset), register.Name);
            }
        }
    }
}
