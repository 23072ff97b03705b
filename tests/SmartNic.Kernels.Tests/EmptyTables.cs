using System.Reflection;
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

        object state = Activator.CreateInstance(type)!;
        foreach (var field in type.GetFields())
        {
            field.SetValue(state, Of(field.FieldType,
                field.GetCustomAttribute<DepthAttribute>() ?? depth));
        }

        return state;
    }
}
