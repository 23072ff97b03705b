using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SmartNic.Registers;

/// <summary>
/// What the pipeline compiler says about a kernel: latency, and the memories around it with the
/// bits of their entries. Read from the JSON file that it writes beside the Verilog.
/// </summary>
/// <param name="Module">Name of the Verilog module.</param>
/// <param name="Latency">Clocks from header to verdict.</param>
/// <param name="Method">The C# method that it is: its type and name.</param>
/// <param name="Result">Type of what it returns.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Tables">Match tables, and states of read-modify-writes.</param>
public sealed record KernelOutput(
    string Module, int Latency, string Method, string Result,
    ImmutableArray<KernelParameter> Parameters, ImmutableArray<TableSpec> Tables)
{
    /// <summary>The kernel from the wire to the host.</summary>
    public static KernelOutput Rx { get; } = Load("snic_rx_kernel.json");

    /// <summary>The kernel from the host to the wire.</summary>
    public static KernelOutput Tx { get; } = Load("snic_tx_kernel.json");

    /// <summary>What the names of its tables begin with.</summary>
    public string Prefix => Module["snic_".Length..^"_kernel".Length];

    /// <summary>The table that a memory is on the bus.</summary>
    public TableSpec TableOf(KernelMemory memory) =>
        Tables.Single(table => table.Name == $"{Prefix}_{memory.Name}");

    /// <summary>Reads the compiler's JSON.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="KeyNotFoundException">A property is missing.</exception>
    public static KernelOutput Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var tables = root.GetProperty("tables").EnumerateArray()
            .Select(t => Table(t, "entry"));
        var updates = root.GetProperty("rmws").EnumerateArray()
            .Select(u => Table(u, "state"));
        var method = root.GetProperty("method");
        var parameters = method.GetProperty("parameters").EnumerateArray().Select(Parameter);
        return new KernelOutput(root.GetProperty("module").GetString()!,
            root.GetProperty("latency").GetInt32(), method.GetProperty("name").GetString()!,
            method.GetProperty("result").GetString()!, [.. parameters], [.. tables, .. updates]);
    }

    private static KernelParameter Parameter(JsonElement parameter) => new(
        parameter.GetProperty("name").GetString()!, parameter.GetProperty("type").GetString()!,
        !parameter.TryGetProperty("memories", out var memories) ? []
            : [.. memories.EnumerateArray().Select(Memory)]);

    private static KernelMemory Memory(JsonElement memory)
    {
        var isArray = memory.TryGetProperty("array", out var array);
        return new KernelMemory(memory.GetProperty("name").GetString()!,
            memory.GetProperty("path").GetString()!, memory.GetProperty("type").GetString()!)
        {
            Array = isArray ? array.GetString()! : "",
            Columns = isArray ? memory.GetProperty("columns").GetInt32() : 0,
        };
    }

    private static TableSpec Table(JsonElement memory, string role)
    {
        var layout = memory.GetProperty(role);
        var fields = layout.GetProperty("fields").EnumerateArray().Select(f => new EntryField(
            f.GetProperty("path").GetString()!, Short(f.GetProperty("type").GetString()!),
            f.GetProperty("offset").GetInt32(), f.GetProperty("width").GetInt32()));
        return new TableSpec(memory.GetProperty("id").GetInt32(),
            memory.GetProperty("table").GetString()!, memory.GetProperty("depth").GetInt32(),
            Short(layout.GetProperty("type").GetString()!),
            layout.GetProperty("width").GetInt32(), [.. fields]);
    }

    // The type and its arguments without their namespaces.
    private static string Short(string type) =>
        Regex.Replace(type, @"[\w.]+\.(\w+)", "$1", RegexOptions.CultureInvariant);

    private static KernelOutput Load(string resource)
    {
        using var stream = typeof(KernelOutput).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"resource {resource} is not in the assembly");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }
}
