using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>Makes the tables of a pipeline, as deep as they are declared, of zeros.</summary>
internal static class EmptyTables
{
    /// <summary>The tables of a struct of state.</summary>
    public static T Of<T>()
        where T : struct => (T)Of(typeof(T));

    /// <summary>The tables of a struct of state.</summary>
    public static object Of(Type state) => Of(state, null);

    private static object Of(Type type, DepthAttribute? depth)
    {
        if (!type.IsValueType)
        {
            return Activator.CreateInstance(type, depth!.Entries)!;
        }

        if (type.GetCustomAttribute<InlineArrayAttribute>() is { } array)
        {
            Type element = type.GetFields(
                BindingFlags.Instance | BindingFlags.NonPublic)[0].FieldType;
            return typeof(EmptyTables).GetMethod(
                nameof(Columns), BindingFlags.Static | BindingFlags.NonPublic)!
                .MakeGenericMethod(type, element).Invoke(null, [array.Length, depth])!;
        }

        object state = Activator.CreateInstance(type)!;
        foreach (var field in type.GetFields())
        {
            field.SetValue(state, Of(field.FieldType,
                field.GetCustomAttribute<DepthAttribute>() ?? depth));
        }

        return state;
    }

    private static TArray Columns<TArray, TTable>(int count, DepthAttribute depth)
        where TArray : struct
    {
        TArray array = default;
        foreach (ref TTable table in MemoryMarshal.CreateSpan(
            ref Unsafe.As<TArray, TTable>(ref array), count))
        {
            table = (TTable)Of(typeof(TTable), depth);
        }

        return array;
    }
}
