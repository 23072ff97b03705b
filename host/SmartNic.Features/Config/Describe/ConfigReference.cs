using System.Globalization;
using System.Text;
using SmartNic.Features.Fields;

namespace SmartNic.Features;

/// <summary>
/// The reference page of <c>gateway.yaml</c>, from the fields of the features: every key, its
/// values with limits and units, its default and its meaning.
/// </summary>
public static class ConfigReference
{
    /// <summary>The page, Markdown with a final line feed.</summary>
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("# Every key of gateway.yaml\n\n"
            + "Written by `snic config reference` from the field lists in this folder; do not "
            + "edit. A key in bold must be\nthere; for the others `default` is what counts when "
            + "they are absent.\n");
        Section(page, "The file", GatewaySection.File.Describe());
        return page.ToString();
    }

    private static void Section(StringBuilder page, string title, SectionInfo section)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n");
        page.Append("| key | value | default | what it is |\n|---|---|---|---|\n");
        foreach (var field in section.Fields)
        {
            var key = field.IsRequired ? $"**`{field.Name}`**" : $"`{field.Name}`";
            page.Append(CultureInfo.InvariantCulture,
                $"| {key} | {Value(field)} | {field.Default} | {field.Description} |\n");
        }

        foreach (var field in section.Fields.Where(field => field.Section is not null))
        {
            var path = section.Kind == GatewaySection.Kind
                ? field.Name
                : $"{field.Name} of a {section.Kind}";
            Section(page, path, field.Section!);
        }
    }

    private static string Value(FieldInfo field)
    {
        var most = field.Most is { } count ? $", at most {count}" : "";
        return field.Shape switch
        {
            FieldShape.Value => field.Expected,
            FieldShape.Map => "a map, see below",
            FieldShape.Maps => $"a list of maps, see below{most}",
            _ => $"a list, each {field.Expected}{most}",
        };
    }
}
