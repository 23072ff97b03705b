using System.Collections.Immutable;

namespace SmartNic.Registers;

/// <summary>A parameter of a kernel.</summary>
/// <param name="Name">Its name in snake_case.</param>
/// <param name="Type">Its C# type.</param>
/// <param name="Memories">The memories that are, or are in, it; none for what a packet
/// brings.</param>
public sealed record KernelParameter(
    string Name, string Type, ImmutableArray<KernelMemory> Memories);

/// <summary>A memory that a kernel is given.</summary>
/// <param name="Name">Its name, without that of the kernel.</param>
/// <param name="Path">Fields that lead to it from the parameter; empty for the parameter
/// itself.</param>
/// <param name="Type">Its C# type; of an inline array that of an element.</param>
public sealed record KernelMemory(string Name, string Path, string Type)
{
    /// <summary>The C# type of an inline array of memories; empty for a single one.</summary>
    public string Array { get; init; } = "";

    /// <summary>Memories of the inline array.</summary>
    public int Columns { get; init; }
}
