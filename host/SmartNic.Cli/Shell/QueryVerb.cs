using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SmartNic.Cli.Control;

namespace SmartNic.Cli.Shell;

/// <summary>
/// What <c>list</c> and <c>show</c> verbs have in common: ask, then print or dump.
/// </summary>
internal static class QueryVerb
{
    /// <summary>A <c>list</c> verb.</summary>
    /// <param name="verb">The empty verb.</param>
    /// <param name="ask">What the attached gateway is asked.</param>
    /// <param name="wire">The answer's JSON.</param>
    /// <param name="json">The JSON of <c>--json</c>.</param>
    /// <param name="print">Prints it as text.</param>
    public static Command List<T>(
        Verb verb,
        string ask,
        JsonTypeInfo<T> wire,
        JsonTypeInfo<T> json,
        Action<T, TextWriter> print)
    {
        var isJson = CommonOptions.Json();
        var socket = CommonOptions.Socket();
        verb.Add(isJson);
        verb.Add(socket);
        verb.SetAction(async (result, cancel) =>
        {
            var answer = await new ControlClient(result.GetRequiredValue(socket))
                .AskAsync(ask, wire, cancel);
            Write(result, result.GetValue(isJson), answer, json, print);
        });
        return verb;
    }

    /// <summary>A <c>show NAME</c> verb that picks one item of an answer.</summary>
    /// <param name="verb">The empty verb.</param>
    /// <param name="request">What is asked, given the name.</param>
    /// <param name="wire">The answer's JSON.</param>
    /// <param name="names">All names of an answer, for completion and messages.</param>
    /// <param name="pick">The item of a name; null where there is none.</param>
    /// <param name="json">The JSON of <c>--json</c>.</param>
    /// <param name="print">Prints it as text.</param>
    public static Command Show<TAnswer, TItem>(
        Verb verb,
        string request,
        JsonTypeInfo<TAnswer> wire,
        Func<TAnswer, IEnumerable<string>> names,
        Func<TAnswer, string, TItem?> pick,
        JsonTypeInfo<TItem> json,
        Action<TItem, TextWriter> print)
        where TItem : class
    {
        var name = new Argument<string>("NAME") { Description = "One of those that list shows" };
        var isJson = CommonOptions.Json();
        var socket = CommonOptions.Socket();
        name.CompletionSources.Add(context => NameCompletion.Complete(
            context.ParseResult.GetValue(socket), request, wire, names));
        verb.Add(name);
        verb.Add(isJson);
        verb.Add(socket);
        verb.SetAction(async (result, cancel) =>
        {
            var wanted = result.GetRequiredValue(name);
            var question = new ControlRequest(ControlProtocol.Version, request, wanted);
            var answer = await new ControlClient(result.GetRequiredValue(socket))
                .AskAsync(question, wire, cancel);
            var item = pick(answer, wanted) ?? throw Unknown(verb, wanted, names(answer));
            Write(result, result.GetValue(isJson), item, json, print);
        });
        return verb;
    }

    private static void Write<T>(
        ParseResult result, bool isJson, T value, JsonTypeInfo<T> json, Action<T, TextWriter> print)
    {
        var output = result.InvocationConfiguration.Output;
        if (isJson)
        {
            output.WriteLine(JsonSerializer.Serialize(value, json));
        }
        else
        {
            print(value, output);
        }
    }

    private static CliException Unknown(Verb verb, string wanted, IEnumerable<string> names)
    {
        var noun = verb.Parents.First().Name;
        var some = names.Take(20).ToArray();
        return CliException.Failed($"there is no {noun} {wanted}; there "
            + (some.Length == 0 ? "are none" : $"are: {string.Join(", ", some)}")
            + (some.Length == 20 ? $" ... (snic {noun} list shows all)" : string.Empty));
    }
}
