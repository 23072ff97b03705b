using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Schedule;
using TypeLayout = SmartNic.Hls.Front.TypeLayout;

namespace SmartNic.Hls.Emit;

/// <summary>The interface of a kernel as JSON: nobody types a layout twice.</summary>
internal static class JsonEmitter
{
    /// <param name="pipeline">The scheduled kernel.</param>
    /// <param name="method">The C# method that it is.</param>
    /// <param name="ids">Where its memories are on the table bus; null where they are on none.
    /// </param>
    public static string Emit(
        Pipeline pipeline, IMethodSymbol method, TableLock? ids = null)
    {
        var design = pipeline.Design;
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteString("module", design.Name);
            json.WriteString("source", design.Source);
            json.WriteNumber("latency", pipeline.Latency);
            Method(json, method);
            json.WriteStartArray("ports");
            foreach (var (name, input, width) in KernelEmitter.PortsOf(design))
            {
                json.WriteStartObject();
                json.WriteString("name", name);
                json.WriteString("direction", input ? "input" : "output");
                json.WriteNumber("width", width);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (design.Stages.Count > 0) Stages(json, pipeline);
            Memories(json, "tables", design, CallKind.Read, ids);
            Memories(json, "rmws", design, CallKind.Update, ids);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>The longest path through the stages; and their contracts: modules, and the clocks
    /// of the kernel in which their ports count.</summary>
    private static void Stages(Utf8JsonWriter json, Pipeline pipeline)
    {
        var partition = new Partition(pipeline);
        json.WriteStartArray("path");
        foreach (var part in StagePath.Of(pipeline, partition)) json.WriteStringValue($"{part}");
        json.WriteEndArray();
        json.WriteStartArray("stages");
        foreach (var stage in KernelEmitter.StagesOf(pipeline, partition))
        {
            json.WriteStartObject();
            json.WriteString("name", stage.Stage.Name);
            json.WriteString("module", stage.Module(pipeline.Design.Name));
            json.WriteNumber("first", stage.First);
            json.WriteNumber("last", stage.Last);
            json.WriteStartArray("ports");
            foreach (var input in stage.Inputs)
                Contract(json, stage.Port(input), "input", input.Low, input.Width, input.Clock);
            foreach (var output in stage.Outputs)
                Contract(json, StagePorts.Port(output), "output", 0, output.Width,
                    pipeline.Clock[output]);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Contract(
        Utf8JsonWriter json, string name, string direction, int low, int width, int clock)
    {
        json.WriteStartObject();
        json.WriteString("name", name);
        json.WriteString("direction", direction);
        json.WriteNumber("low", low);
        json.WriteNumber("width", width);
        json.WriteNumber("clock", clock);
        json.WriteEndObject();
    }

    /// <summary>How C# calls the kernel.</summary>
    private static void Method(Utf8JsonWriter json, IMethodSymbol method)
    {
        json.WriteStartObject("method");
        json.WriteString("name", $"{method.ContainingType.ToDisplayString()}.{method.Name}");
        json.WriteString("result", method.ReturnType.ToDisplayString());
        json.WriteStartArray("parameters");
        foreach (var parameter in method.Parameters)
        {
            json.WriteStartObject();
            json.WriteString("name", Names.Snake(parameter.Name));
            json.WriteString("type", parameter.Type.ToDisplayString());
            if (StateMember.IsState(parameter.Type)) State(json, parameter);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The memories that are, or are in, a parameter.</summary>
    private static void State(Utf8JsonWriter json, IParameterSymbol parameter)
    {
        json.WriteStartArray("memories");
        foreach (var memory in StateMember.Of(parameter).Where(m => m.Column?.IsFirst ?? true))
        {
            json.WriteStartObject();
            json.WriteString("name", memory.Column?.Array ?? memory.Name);
            json.WriteString("path", string.Join('.',
                memory.Path.SkipLast(memory.Column == null ? 0 : 1)));
            json.WriteString("type", memory.Type.ToDisplayString());
            if (memory.Column is { } column)
            {
                json.WriteString("array", memory.Within[0] is IFieldSymbol { Type: var array }
                    ? array.ToDisplayString() : parameter.Type.ToDisplayString());
                json.WriteNumber("columns", column.Count);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Memories(
        Utf8JsonWriter json, string list, Design design, CallKind kind, TableLock? ids)
    {
        json.WriteStartArray(list);
        foreach (var m in design.Memories.Where(m => m.Kind == kind && m.IsFirst))
        {
            json.WriteStartObject();
            json.WriteString("name", m.BusName);
            if (ids is not null)
            {
                string table = ShellEmitter.TableOf(design.Name, m.BusName);
                json.WriteString("table", table);
                json.WriteNumber("id", ids.IdOf(table));
            }
            json.WriteNumber("depth", m.BusDepth);
            if (m.Column is { } column) json.WriteNumber("columns", column.Count);
            json.WriteNumber("address_width", m.AddressWidth);
            json.WriteNumber("latency", m.Latency);
            if (kind == CallKind.Read)
            {
                Layout(json, "entry", m.Data);
            }
            else
            {
                json.WriteString("step_module", $"{design.Name}_{m.Name}_step");
                Layout(json, "state", m.State!);
                Layout(json, "arg", m.Argument!);
                Layout(json, "result", m.Data);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Layout(Utf8JsonWriter json, string role, ITypeSymbol type)
    {
        json.WriteStartObject(role);
        json.WriteString("type", type.ToDisplayString());
        json.WriteNumber("width", TypeLayout.BitWidth(type));
        json.WriteStartArray("fields");
        int offset = 0;
        foreach (var (path, leaf) in Leaves(type, ""))
        {
            int width = TypeLayout.ScalarWidth(leaf)!.Value;
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("type", leaf.ToDisplayString());
            json.WriteNumber("offset", offset);
            json.WriteNumber("width", width);
            json.WriteEndObject();
            offset += width;
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>C# paths such as <c>E0.Ip</c>, first field first.</summary>
    private static IEnumerable<(string Path, ITypeSymbol Type)> Leaves(
        ITypeSymbol type, string path) =>
        TypeLayout.ScalarWidth(type) != null ? [(path, type)]
            : TypeLayout.Fields(type).SelectMany(f =>
                Leaves(f.Type, path == "" ? f.Name : $"{path}.{f.Name}"));
}
