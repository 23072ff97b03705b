using System.Globalization;
using SmartNic.Registers;

namespace SmartNic.Cli.Register;

/// <summary>A register of the spec, at its place in the window.</summary>
/// <param name="Text">As the user writes it: <c>scratch</c>, <c>if0.table_data[3]</c>.</param>
/// <param name="Offset">Byte offset.</param>
/// <param name="Spec">What it is.</param>
/// <param name="Interface">Interface that it belongs to; null for all.</param>
internal sealed record RegisterName(string Text, uint Offset, RegisterSpec Spec, int? Interface)
{
    /// <summary>Interfaces that a window has names for.</summary>
    public const int MaxInterfaces = 8;

    private static readonly RegisterName[] Every = [.. All(MaxInterfaces)];

    private static readonly Dictionary<string, RegisterName> ByText =
        Every.ToDictionary(name => name.Text, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<uint, RegisterName> ByOffset =
        Every.ToDictionary(name => name.Offset);

    /// <summary>Whether reading it tells something.</summary>
    public bool IsReadable => Spec.Kind != RegisterKind.Strobe;

    /// <summary>Whether writing it does something.</summary>
    public bool IsWritable =>
        Spec.Kind is RegisterKind.Storage or RegisterKind.Staging or RegisterKind.Strobe;

    /// <summary>The fields of a value; null where the register is one number.</summary>
    public IReadOnlyDictionary<string, uint>? Fields(uint value)
    {
        var fields = Spec.Fields.Where(field => !field.IsReserved).ToArray();
        return fields is [{ Width: 32 }] or [] ? null
            : fields.ToDictionary(
                field => field.Name, field => (value & field.Mask) >> field.Lsb);
    }

    /// <summary>The registers of a board, by offset.</summary>
    public static IEnumerable<RegisterName> All(int interfaces)
    {
        foreach (var block in GatewaySpec.Device.Blocks)
        {
            for (var n = 0; n < (block.IsPerInterface ? interfaces : 1); n++)
            {
                foreach (var name in OfBlock(block, block.IsPerInterface ? n : null))
                {
                    yield return name;
                }
            }
        }
    }

    /// <summary>The register of a name; null where there is none.</summary>
    public static RegisterName? Find(string text) => ByText.GetValueOrDefault(text);

    /// <summary>The register at an offset; null where there is none.</summary>
    public static RegisterName? At(uint offset) => ByOffset.GetValueOrDefault(offset);

    /// <summary>Names that a mistyped one may have meant.</summary>
    public static IEnumerable<string> Like(string text)
    {
        var word = text.Split('.')[^1].Split('[')[0];
        return ByText.Keys.Where(name => word.Length > 0
            && (name.Contains(word, StringComparison.OrdinalIgnoreCase)
                || word.Contains(name, StringComparison.OrdinalIgnoreCase))).Take(6);
    }

    private static IEnumerable<RegisterName> OfBlock(BlockSpec block, int? index)
    {
        var start = block.Base + (block.Size * (uint)(index ?? 0));
        var prefix = index is { } n ? Invariant($"if{n}.")
            : block.Base == 0 ? string.Empty : block.Name + ".";
        foreach (var spec in block.Registers)
        {
            var name = prefix + spec.Name.ToLowerInvariant();
            for (var word = 0; word < spec.Count; word++)
            {
                yield return new RegisterName(
                    spec.Count == 1 ? name : name + Invariant($"[{word}]"),
                    start + spec.Offset + (4 * (uint)word), spec, index);
            }
        }
    }

    private static string Invariant(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
