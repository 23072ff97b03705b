using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SmartNic.Features.Reading;

namespace SmartNic.Features.Tests.Config;

/// <summary>The words of JSON schema that a configuration's schema has, over YAML.</summary>
internal static class MiniSchema
{
    public static IEnumerable<string> Faults(JsonObject schema, YamlNode node, string at)
    {
        foreach (var (word, value) in schema)
        {
            var faults = word switch
            {
                "$schema" or "title" or "description" or "format" or "anyOf" => [],
                "type" => Type((string)value!, node) ? [] : [$"{at}: no {value}"],
                "enum" => value!.AsArray().Any(v => (string?)v == Text(node))
                    ? [] : [$"{at}: none of {value.ToJsonString()}"],
                "pattern" => Regex.IsMatch(Text(node) ?? "", (string)value!)
                    ? [] : [$"{at}: not like {value}"],
                "minimum" => Number(node) >= (long)value! ? [] : [$"{at}: below {value}"],
                "maximum" => Number(node) <= (long)value! ? [] : [$"{at}: above {value}"],
                "maxItems" => (node as YamlSequence)?.Items.Count > (int)value!
                    ? [$"{at}: more than {value}"] : [],
                "items" => node is not YamlSequence list ? [] : list.Items.SelectMany(
                    (item, n) => Faults(value!.AsObject(), item, $"{at}[{n}]")),
                "required" => node is not YamlMapping map ? [] : value!.AsArray()
                    .Where(key => Find(map, (string)key!) is null)
                    .Select(key => $"{at}: {key} is missing"),
                "properties" => node is not YamlMapping map ? [] : Keys(map).SelectMany(key =>
                    value![key] is JsonObject of ? Faults(of, Find(map, key)!, $"{at}.{key}")
                        : []),
                "additionalProperties" => node is not YamlMapping map ? [] : Keys(map)
                    .Where(key => schema["properties"]![key] is null)
                    .Select(key => $"{at}: no key {key}"),
                _ => (IEnumerable<string>)[$"{at}: {word} is not known to this test"],
            };
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }

    private static bool Type(string type, YamlNode node) => type switch
    {
        "object" => node is YamlMapping,
        "array" => node is YamlSequence,
        "integer" => Number(node) is not null,
        _ => node is YamlScalar,
    };

    private static string? Text(YamlNode node) => (node as YamlScalar)?.Value;

    private static long? Number(YamlNode node) =>
        long.TryParse(Text(node), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string> Keys(YamlMapping map) =>
        map.Pairs.Select(pair => Text(pair.Key)!);

    private static YamlNode? Find(YamlMapping map, string key) =>
        map.Pairs.Where(pair => Text(pair.Key) == key).Select(pair => pair.Value).FirstOrDefault();
}
