using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace SmartNic.Registers.Tests;

/// <summary>
/// The rule for the bits of a struct, taken from ARCHITECTURE.md "Kernel ports": fields in order of
/// declaration, the first one in the least significant bits, without gaps. What the compiler wrote
/// is compared with it.
/// </summary>
internal static class EntryLayout
{
    /// <summary>The leaves of a struct, from bit 0 up.</summary>
    /// <exception cref="ArgumentException">A field type has no width in bits.</exception>
    public static ImmutableArray<EntryField> Of(Type entry)
    {
        var fields = ImmutableArray.CreateBuilder<EntryField>();
        Add(fields, entry, "");
        return fields.ToImmutable();
    }

    /// <summary>Total bits of a layout.</summary>
    public static int Width(ImmutableArray<EntryField> fields) => fields.Sum(f => f.Width);

    private static void Add(
        ImmutableArray<EntryField>.Builder fields, Type type, string prefix)
    {
        var members = type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .OrderBy(f => f.MetadataToken);
        foreach (var member in members)
        {
            var path = prefix + member.Name;
            if (member.FieldType.GetCustomAttribute<InlineArrayAttribute>() is { } array)
            {
                var element = member.FieldType.GetFields(
                    BindingFlags.Instance | BindingFlags.NonPublic)[0].FieldType;
                for (var i = 0; i < array.Length; i++)
                {
                    Add(fields, $"{path}.{i}", element);
                }
            }
            else
            {
                Add(fields, path, member.FieldType);
            }
        }
    }

    private static void Add(
        ImmutableArray<EntryField>.Builder fields, string path, Type type)
    {
        if (Bits(type) is { } width)
        {
            var lsb = fields.Count == 0 ? 0 : fields[^1].Lsb + fields[^1].Width;
            fields.Add(new EntryField(path, Keyword(type), lsb, width));
        }
        else
        {
            Add(fields, type, path + ".");
        }
    }

    private static int? Bits(Type type)
    {
        if (type.GetField("Width", BindingFlags.Public | BindingFlags.Static) is { } width
            && width.GetRawConstantValue() is int bits)
        {
            return bits;
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => 1,
            TypeCode.Byte => 8,
            TypeCode.UInt16 => 16,
            TypeCode.UInt32 => 32,
            TypeCode.UInt64 => 64,
            TypeCode.Object when type == typeof(UInt128) => 128,
            TypeCode.Object when type is { IsValueType: true, IsPrimitive: false } => null,
            _ => throw new ArgumentException($"{type} cannot be a field of a table entry"),
        };
    }

    private static string Keyword(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.UInt16 => "ushort",
        TypeCode.UInt32 => "uint",
        TypeCode.UInt64 => "ulong",
        _ => type.Name,
    };
}
