namespace SmartNic.Registers;

/// <summary>One word of the BAR with the register that it belongs to.</summary>
/// <param name="Offset">Byte offset in the BAR.</param>
/// <param name="Register">The register.</param>
/// <param name="Reset">What it reads after reset, if <paramref name="IsKnown"/>.</param>
/// <param name="IsKnown">Whether the specification alone says what it reads after reset.</param>
public sealed record SpecWord(uint Offset, RegisterSpec Register, uint Reset, bool IsKnown)
{
    /// <summary>The bits that keep what was written.</summary>
    public uint Writable => Register.WritableMask;
}

/// <summary>Enumerates the words of a board.</summary>
public static class SpecWords
{
    /// <summary>Every word that belongs to a register, in rising order.</summary>
    public static IEnumerable<SpecWord> Of(DeviceSpec device, int interfaces) =>
        from block in device.Blocks
        from start in Starts(block, interfaces)
        from register in block.Registers
        from i in Enumerable.Range(0, register.Count)
        select new SpecWord(start + register.Offset + (4 * (uint)i), register,
            register.Kind == RegisterKind.SpecHash
                ? VerilogGenerator.SpecHashWord(device, register)
                : register.Reset,
            register.IsFixed || register.Kind is RegisterKind.Storage or RegisterKind.Staging);

    /// <summary>
    /// Words without a register: near the registers all of them, of the long ranges the ends and
    /// some at random, and the blocks of interfaces that do not exist.
    /// </summary>
    public static IEnumerable<uint> Unused(DeviceSpec device, int interfaces, Random random)
    {
        foreach (var block in device.Blocks)
        {
            foreach (var start in Starts(block, interfaces))
            {
                foreach (var range in block.Reserved)
                {
                    var words = (range.Last + 1 - range.First) / 4;
                    for (uint i = 0; i < Math.Min(words, 64); i++)
                    {
                        yield return start + range.First + (4 * i);
                        yield return start + range.First + (4 * (uint)random.Next((int)words));
                    }

                    yield return start + range.Last - 3;
                }
            }
        }

        var beyond = GatewaySpec.BlockSize * (uint)(interfaces + 1);
        for (uint i = 0; i < 64; i++)
        {
            yield return beyond + (4 * i);
        }
    }

    private static IEnumerable<uint> Starts(BlockSpec block, int interfaces) =>
        Enumerable.Range(0, block.IsPerInterface ? interfaces : 1)
            .Select(n => block.Base + ((uint)n * block.Size));
}
