using System.Text.Json.Serialization.Metadata;
using SmartNic.Cli.Control;

namespace SmartNic.Cli.Shell;

/// <summary>Completes names by asking the attached gateway, and is silent where none is.</summary>
internal static class NameCompletion
{
    // Counters are not read for the sake of names.
    private const string Nobody = "";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static IEnumerable<string> Complete<TAnswer>(
        string? socket,
        string request,
        JsonTypeInfo<TAnswer> wire,
        Func<TAnswer, IEnumerable<string>> names)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var answer = new ControlClient(socket ?? ControlSocket.DefaultPath())
                .AskAsync(new ControlRequest(ControlProtocol.Version, request, Nobody),
                    wire, limit.Token).GetAwaiter().GetResult();
            return [.. names(answer)];
        }
        catch (Exception e) when (Failure.Of(e) is not null)
        {
            // Safe to drop: without a gateway there is nothing to offer.
            return [];
        }
    }
}
