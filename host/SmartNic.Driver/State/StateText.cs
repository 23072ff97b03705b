using System.IO.Hashing;
using System.Text;
using System.Text.Json;

namespace SmartNic.Driver;

/// <summary>
/// The state of a board as text: a line with version and checksum, then JSON. A part of it, or
/// another text, is told from it.
/// </summary>
public static class StateText
{
    /// <summary>Version of the format that this driver reads and writes.</summary>
    public const int Version = 2;

    private const string Mark = "snic-state";

    /// <summary>The text of a state.</summary>
    public static string Write(GatewayState state)
    {
        var body = JsonSerializer.Serialize(
            new StateBody(
                state.TimeNs, Body(state.Current), state.Counters,
                state.Next is null ? null : Body(state.Next),
                state.Transaction == 0 ? null : state.Transaction,
                state.InForce == 0 ? null : state.InForce),
            StateJson.Default.StateBody);
        return $"{Mark} {Version} {Checksum(body)}\n{body}\n";
    }

    /// <summary>The state that a text holds.</summary>
    /// <param name="text">As <see cref="Write"/> gave it.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="parse">Reads the text of a configuration; throws
    /// <see cref="StateException"/>.</param>
    /// <exception cref="StateException">It is damaged, or of another version.</exception>
    public static GatewayState Read(string text, string name, Func<string, IConfig> parse)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var head = end < 0 ? [] : text[..end].Split(' ');
        if (head is not [Mark, var version, var checksum])
        {
            throw new StateException($"{name} is not the state of a board, or is damaged");
        }

        if (version != $"{Version}")
        {
            throw new StateException(
                $"{name} is of state version {version}, and this program knows {Version}");
        }

        var body = text[(end + 1)..].TrimEnd('\n');
        if (checksum != Checksum(body))
        {
            throw new StateException($"{name} is damaged: its checksum is wrong");
        }

        try
        {
            var state = JsonSerializer.Deserialize(body, StateJson.Default.StateBody)
                ?? throw new StateException($"{name} is damaged: it is empty");
            return new GatewayState(
                World(state.Current, parse), state.Next is null ? null : World(state.Next, parse),
                state.Counters, state.TimeNs)
            {
                Transaction = state.Transaction ?? 0,
                InForce = state.InForce ?? 0,
            };
        }
        catch (JsonException e)
        {
            throw new StateException($"{name} is damaged: {e.Message}");
        }
    }

    private static WorldBody Body(KnownWorld world) => new(world.Config.ToText())
    {
        Indices = world.Indices.ToDictionary(
            kind => kind.Key,
            kind => JsonSerializer.SerializeToElement(
                new Dictionary<string, ushort>(kind.Value), Names)),
    };

    private static KnownWorld World(WorldBody body, Func<string, IConfig> parse) => new(
        parse(body.Config),
        (body.Indices ?? []).ToDictionary(
            kind => kind.Key,
            kind => (IReadOnlyDictionary<string, ushort>)(kind.Value.Deserialize(Names) ?? [])));

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<Dictionary<string, ushort>>
        Names => StateJson.Default.DictionaryStringUInt16;

    private static string Checksum(string body) =>
        Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(body)));
}

/// <summary>A state cannot be read; the message says why.</summary>
/// <param name="message">What is wrong.</param>
public sealed class StateException(string message) : Exception(message);
