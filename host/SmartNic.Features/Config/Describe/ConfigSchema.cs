using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>
/// The JSON schema of <c>gateway.yaml</c>, from the fields of the features: for editors, and for
/// who writes configurations by program. What one value must be beside another (a burst and its
/// rate, a name and who refers to it) only the reader checks.
/// </summary>
public static class ConfigSchema
{
    /// <summary>The schema (draft 2020-12), indented, with a final line feed.</summary>
    public static string Write()
    {
        var schema = Map(GatewaySection.File.Describe());
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "gateway.yaml");
        using var text = new MemoryStream();
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            schema.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }

    private static JsonObject Map(SectionInfo section)
    {
        var properties = new JsonObject();
        var required = new JsonArray();
        foreach (var field in section.Fields)
        {
            properties.Add(field.Name, Of(field));
            if (field.IsRequired)
            {
                required.Add((JsonNode)field.Name);
            }
        }

        var map = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        if (required.Count > 0)
        {
            map.Insert(2, "required", required);
        }

        return map;
    }

    private static JsonObject Of(FieldInfo field)
    {
        var schema = field.Shape switch
        {
            FieldShape.Value => Value(field),
            FieldShape.Map => Map(field.Section!),
            FieldShape.Maps => List(Map(field.Section!), field.Most),
            _ => List(Value(field), field.Most),
        };
        var value = field.Expected.Length > 0 ? $" Value: {field.Expected}." : "";
        var absent = field.Default.Length > 0 ? $" Default: {field.Default}." : "";
        schema.Insert(0, "description", $"{field.Description}{value}{absent}");
        return schema;
    }

    private static JsonObject Value(FieldInfo field) =>
        JsonNode.Parse(field.Schema)!.AsObject();

    private static JsonObject List(JsonObject items, int? most)
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = items };
        if (most is { } count)
        {
            list.Add("maxItems", count);
        }

        return list;
    }
}
