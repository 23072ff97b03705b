using System.Text;
using System.Text.RegularExpressions;

namespace SmartNic.Registers;

/// <summary>Writes the memories of the software board, and how it calls the kernels.</summary>
public static partial class ModelGenerator
{
    /// <summary>The text of <c>ModelTables.g.cs</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder("""
            // Generated from the compiler's output by SmartNic.Registers.Tool. Do not edit.
            #nullable enable
            using SmartNic.Hls.Language;
            using SmartNic.Kernels;
            using L = SmartNic.Registers.TableLayouts;

            namespace SmartNic.Sim.Model;

            /// <summary>
            /// The memories of one interface, by name for the kernels and by id for the host.
            /// </summary>
            internal sealed class ModelTables
            {
                private readonly Dictionary<int, IModelTable> _byId;

            """);
        KernelOutput[] kernels = [KernelOutput.Rx, KernelOutput.Tx];
        foreach (var state in kernels.SelectMany(Structs))
        {
            text.Append($"    private readonly {Short(state.Parameter.Type)} {state.Name};\n");
        }

        text.Append("\n    public ModelTables()\n    {\n        _byId = new()\n        {\n");
        foreach (var table in device.Tables)
        {
            var name = Names.Pascal(table.Name);
            text.Append($"            [L.{name}.Id] = {name},\n");
        }

        text.Append("        };\n");
        foreach (var state in kernels.SelectMany(Structs))
        {
            text.Append($"        {state.Name} = new()\n        {{\n            ");
            text.AppendJoin("\n            ",
                Fields(state.Kernel, state.Parameter.Memories, 0).Select(field => field + ","));
            text.Append("\n        };\n");
        }

        text.Append("    }\n");
        foreach (var kernel in kernels)
        {
            foreach (var memory in kernel.Parameters.SelectMany(p => p.Memories))
            {
                Memory(text, Names.Pascal(kernel.TableOf(memory).Name), memory);
            }
        }

        foreach (var array in kernels.SelectMany(k => k.Parameters).SelectMany(p => p.Memories)
            .Where(m => m.Columns > 0).DistinctBy(m => m.Array))
        {
            Array(text, array);
        }

        text.Append("""

                /// <summary>The table with an id, or null when there is none.</summary>
                public IModelTable? Find(uint id) => _byId.GetValueOrDefault((int)id);

            """);
        foreach (var kernel in kernels)
        {
            Call(text, kernel);
        }

        return text.Append("}\n").ToString();
    }

    private static void Memory(StringBuilder text, string name, KernelMemory memory)
    {
        var columns = memory.Columns > 0 ? $", {memory.Columns}" : "";
        text.Append($"\n    public {ModelOf(memory)} {name} {{ get; }} =\n");
        text.Append($"        new(L.{name}.Layout{columns});\n");
    }

    // A ModelTable<T> for a Table<T>, a ModelColumns<T> for an inline array of them.
    private static string ModelOf(KernelMemory memory)
    {
        var type = Short(memory.Type);
        return memory.Columns > 0 ? $"ModelColumns{type[type.IndexOf('<')..]}" : $"Model{type}";
    }

    /// <summary>A method that puts the memories of an inline array into one.</summary>
    private static void Array(StringBuilder text, KernelMemory memory)
    {
        var array = Short(memory.Array);
        text.Append($"\n    private static {array} {array}Of({ModelOf(memory)} columns)\n    {{\n");
        text.Append($"        {array} all = default;\n");
        text.Append($"        for (var i = 0; i < {memory.Columns}; i++)\n        {{\n");
        text.Append("            all[i] = columns[i];\n        }\n\n");
        text.Append("        return all;\n    }\n");
    }

    /// <summary>A method that takes the packet, and gives the kernel its tables.</summary>
    private static void Call(StringBuilder text, KernelOutput kernel)
    {
        var method = Short(kernel.Method);
        var packet = kernel.Parameters.Where(p => p.Memories.IsEmpty)
            .Select(p => $"{Short(p.Type)} {p.Name}");
        var arguments = kernel.Parameters.Select(p => p.Memories.IsEmpty ? p.Name
            : p.Memories is [{ Path: "" } own] ? Memory(kernel, own) : FieldOf(kernel, p));
        text.Append("\n    /// <summary>Runs ");
        text.Append($"<see cref=\"{method}\"/> on these tables.</summary>\n");
        text.Append($"    public {Short(kernel.Result)} {Names.Pascal(kernel.Prefix)}("
            + $"{string.Join(", ", packet)}) =>\n");
        text.Append($"        {method}({string.Join(", ", arguments)});\n");
    }

    private static string Memory(KernelOutput kernel, KernelMemory memory)
    {
        var name = Names.Pascal(kernel.TableOf(memory).Name);
        return memory.Columns > 0 ? $"{Short(memory.Array)}Of({name})" : $"{name}.Memory";
    }

    /// <summary>The structs of state that a kernel is given, and the fields that hold them.
    /// </summary>
    private static IEnumerable<(KernelOutput Kernel, KernelParameter Parameter, string Name)>
        Structs(KernelOutput kernel) => kernel.Parameters
            .Where(p => p.Memories.Any(m => m.Path.Length > 0))
            .Select(p => (kernel, p, FieldOf(kernel, p)));

    private static string FieldOf(KernelOutput kernel, KernelParameter parameter) =>
        $"_{kernel.Prefix}{Names.Pascal(parameter.Name)}";

    // How the fields of a struct of state are set: its memories, and structs in it.
    private static IEnumerable<string> Fields(
        KernelOutput kernel, IEnumerable<KernelMemory> memories, int depth) =>
        memories.GroupBy(m => m.Path.Split('.')[depth]).Select(field => $"{field.Key} = "
            + (field.First().Path.Split('.').Length == depth + 1
                ? Memory(kernel, field.Single())
                : Struct([.. Fields(kernel, field, depth + 1)], 12 + (4 * depth))));

    // On one line, as far as it fits.
    private static string Struct(string[] fields, int indent)
    {
        var line = $"new() {{ {string.Join(", ", fields)} }}";
        var margin = new string(' ', indent);
        return line.Length + indent <= 80 ? line
            : $"new()\n{margin}{{\n{string.Concat(fields.Select(f => $"{margin}    {f},\n"))}"
                + $"{margin}}}";
    }

    // A type, or a method with its type, without namespaces.
    private static string Short(string name) => Namespaces().Replace(name, string.Empty);

    [GeneratedRegex(@"\bSmartNic\.(Hls\.Language|Kernels)\.")]
    private static partial Regex Namespaces();
}
