using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>How types of the runtime are places of bits.</summary>
internal static class IlTypes
{
    public const string Language = "SmartNic.Hls.Language";
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Known = [];

    /// <summary>Width of a place of this type in bits, or null when it is no number.</summary>
    public static int? Width(Type type) => type.IsEnum ? Width(type.GetEnumUnderlyingType())
        : Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 8,
            TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Char => 16,
            TypeCode.Int32 or TypeCode.UInt32 => 32,
            TypeCode.Int64 or TypeCode.UInt64 => 64,
            _ => type == typeof(nint) || type == typeof(nuint) ? 64 : null,
        };

    public static bool IsSigned(Type type) => type.IsEnum
        ? IsSigned(type.GetEnumUnderlyingType())
        : Type.GetTypeCode(type) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32
            or TypeCode.Int64 || type == typeof(nint);

    /// <summary>True for a type of the language itself, of this name.</summary>
    public static bool IsLanguage(Type type, params ReadOnlySpan<string> names)
    {
        if (type.Namespace != Language) return false;
        foreach (string name in names)
            if (type.Name == name || type.Name.StartsWith(name + "`", StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>Width of U1..U63, or null.</summary>
    public static int? NarrowWidth(Type type) => type.Namespace == Language && type.IsValueType
        && type.Name.StartsWith('U') && int.TryParse(type.Name.AsSpan(1), out int n) ? n : null;

    /// <summary>Fields of a struct, in the order of the metadata.</summary>
    /// <exception cref="IlException">The type is not a plain struct.</exception>
    public static FieldInfo[] FieldsOf(Type type) => Known.GetOrAdd(type, static t =>
    {
        if (!t.IsValueType || t.IsExplicitLayout || t.IsPrimitive || t.IsPointer)
            throw new IlException($"type {t} is not a plain struct");
        FieldInfo[] fields = [.. t.GetFields(BindingFlags.Instance | BindingFlags.Public
            | BindingFlags.NonPublic).OrderBy(f => f.MetadataToken)];
        if (t.GetCustomAttributesData().Any(a => IsLanguage(a.AttributeType, "TablesAttribute")))
            return [.. fields.OrderBy(f => f.Name, StringComparer.Ordinal)];
        return InlineLength(t) is { } n ? [.. Enumerable.Repeat(fields[0], n)] : fields;
    });

    /// <summary>Elements of an inline array, each of which counts as its field; null when it is
    /// none.</summary>
    public static int? InlineLength(Type type) => type.GetCustomAttributesData().FirstOrDefault(
        a => a.AttributeType.FullName == typeof(InlineArrayAttribute).FullName)
        ?.ConstructorArguments[0].Value as int?;

    public static int IndexOf(FieldInfo field)
    {
        int index = Array.FindIndex(FieldsOf(field.DeclaringType!),
            f => f.MetadataToken == field.MetadataToken && f.Module == field.Module);
        return index >= 0 ? index : throw new IlException($"{field} is not found");
    }

    /// <summary>What initobj leaves.</summary>
    public static IlValue Zero(Graph graph, Type type) =>
        Width(type) is { } width ? new Word(graph.Constant(0, width))
        : type.IsByRef || type.IsByRefLike || !type.IsValueType ? new Unassigned()
        : new Fields(type, [.. FieldsOf(type).Select(f => Zero(graph, f.FieldType))]);

    /// <summary>A value that the runtime holds, as constants.</summary>
    public static IlValue Constant(Graph graph, Type type, object value)
    {
        if (InlineLength(type) != null) throw new IlException($"a static array {type}");
        if (Width(type) is not { } width)
            return new Fields(type, [.. FieldsOf(type).Select(
                f => Constant(graph, f.FieldType, f.GetValue(value)!))]);
        object number = type.IsEnum ? Convert.ChangeType(value, type.GetEnumUnderlyingType())
            : value;
        return new Word(graph.Constant(number switch
        {
            bool b => b ? 1 : 0,
            char c => c,
            nint n => n,
            nuint n => n,
            ulong n => n,
            _ => new BigInteger(Convert.ToInt64(number)),
        }, width));
    }
}
