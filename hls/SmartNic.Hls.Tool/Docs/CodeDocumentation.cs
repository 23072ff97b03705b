using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SmartNic.Hls.Tool.Docs;

/// <summary>Summaries of the compiler's types and members, from its XML documentation.</summary>
internal sealed class CodeDocumentation
{
    private readonly Dictionary<string, string> _summaries;

    /// <exception cref="IOException">The file is not beside the program.</exception>
    public CodeDocumentation()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "SmartNic.Hls.xml");
        _summaries = XDocument.Load(path).Descendants("member").ToDictionary(
            m => (string)m.Attribute("name")!, m => Plain(m.Element("summary")));
    }

    /// <summary>Text of a summary, e.g. of <c>T:SmartNic.Hls.Ir.Op</c>.</summary>
    public string Of(string id) => _summaries.GetValueOrDefault(id, "");

    /// <summary>Ids and summaries whose id starts so, in the order of their names.</summary>
    public IEnumerable<(string Name, string Summary)> Below(string prefix) => _summaries
        .Where(m => m.Key.StartsWith(prefix, StringComparison.Ordinal) && m.Value != "")
        .Select(m => (m.Key[prefix.Length..], m.Value))
        .OrderBy(m => m.Item1, StringComparer.Ordinal);

    private static string Plain(XElement? summary)
    {
        if (summary == null) return "";
        var parts = summary.Nodes().Select(n => n switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement e when e.Attribute("cref") is { } cref => $"`{Last(cref.Value)}`",
            XElement e when e.Attribute("name") is { } name => $"`{name.Value}`",
            _ => "",
        });
        return Regex.Replace(string.Concat(parts), @"\s+", " ").Trim();
    }

    private static string Last(string cref) => Regex.Replace(cref, @"\(.*|`\d+", "").Split('.')[^1];
}
