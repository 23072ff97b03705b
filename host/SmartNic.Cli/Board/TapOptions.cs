using System.Globalization;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Board;

/// <summary>Reads <c>--wire-tap</c> and <c>--host-tap</c>.</summary>
internal static class TapOptions
{
    private const int MaxQueue = 4095;

    /// <summary>Reads <c>N=NAME</c>: the wire of interface N.</summary>
    /// <exception cref="CliException">It is not of that form.</exception>
    public static TapPort Wire(string word)
    {
        var (left, device) = Split("--wire-tap", word, "N=NAME, N a number of an interface");
        return new TapPort(PortId.Wire(Number(word, left, byte.MaxValue)), device);
    }

    /// <summary>
    /// Reads <c>QUEUE=NAME</c>, <c>N.QUEUE=NAME</c> or <c>TENANT=NAME</c>: a host queue.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="config">Where tenants are looked up; null where no file was given.</param>
    /// <exception cref="CliException">It is not of that form, or there is no such tenant.
    /// </exception>
    public static TapPort Host(string word, GatewayConfig? config)
    {
        var (left, device) = Split(
            "--host-tap", word, "QUEUE=NAME, N.QUEUE=NAME (N an interface) or TENANT=NAME");
        var parts = left.Split('.');
        if (parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)))
        {
            var iface = parts.Length == 2 ? Number(word, parts[0], byte.MaxValue) : (byte)0;
            return new TapPort(PortId.Host(iface, Queue(word, parts[^1])), device);
        }

        if (config is null)
        {
            throw CliException.Usage(
                $"--host-tap {word}: the queue of a tenant is known only with --config");
        }

        var index = config.Tenants.Index().Where(t => t.Item.Name == left).ToArray();
        return index is [var (place, tenant)]
            ? new TapPort(PortId.Host(tenant.Interface, (ushort)(place + 1)), device)
            : throw CliException.Usage(
                $"--host-tap {word}: the configuration has no tenant {left}");
    }

    private static (string Left, string Device) Split(string option, string word, string expected)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < word.Length - 1
            ? (word[..equals], word[(equals + 1)..])
            : throw CliException.Usage($"{option} {word}: expected {expected}");
    }

    private static byte Number(string word, string text, byte most) => byte.TryParse(
        text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= most
        ? value : throw CliException.Usage($"{word}: '{text}' is no number of an interface");

    private static ushort Queue(string word, string text) => ushort.TryParse(
        text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= MaxQueue
        ? value : throw CliException.Usage(
            $"{word}: '{text}' is no queue; expected 0 to {MaxQueue}");
}
