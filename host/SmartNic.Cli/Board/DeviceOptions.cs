using System.CommandLine;
using System.Globalization;
using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Features;
using SmartNic.Sim.Server;

namespace SmartNic.Cli.Board;

/// <summary>Reads the options that name the devices at a board's ports.</summary>
internal static class DeviceOptions
{
    private const int MaxQueue = 4095;

    /// <summary>An option that is given once for each device.</summary>
    public static Option<string[]> Create(string name, string description, string form) =>
        new(name)
        {
            Description = description,
            HelpName = form,
            Arity = ArgumentArity.ZeroOrMore,
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };

    /// <summary>The option with which <see cref="Host"/> finds tenants.</summary>
    /// <param name="option">The option that names them.</param>
    public static Option<string?> Config(string option) => new("--config")
    {
        Description = $"Where {option} finds the queues of tenants; nothing is applied",
        HelpName = "FILE",
    };

    /// <summary>Reads <c>N=NAME</c>: the wire of interface N.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="word">The word.</param>
    /// <exception cref="CliException">It is not of that form.</exception>
    public static DevicePort Wire(string option, string word)
    {
        var (left, device) = Split(option, word, "N=NAME, N a number of an interface");
        return new DevicePort(PortId.Wire(Number(word, left, byte.MaxValue)), device);
    }

    /// <summary>
    /// Reads <c>QUEUE=NAME</c>, <c>N.QUEUE=NAME</c> or <c>TENANT=NAME</c>: a host queue.
    /// </summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="word">The word.</param>
    /// <param name="config">Where tenants are looked up; null where no file was given.</param>
    /// <exception cref="CliException">It is not of that form, or there is no such tenant.
    /// </exception>
    public static DevicePort Host(string option, string word, GatewayConfig? config)
    {
        var (left, device) = Split(
            option, word, "QUEUE=NAME, N.QUEUE=NAME (N an interface) or TENANT=NAME");
        var parts = left.Split('.');
        if (parts.Length <= 2 && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit)))
        {
            var iface = parts.Length == 2 ? Number(word, parts[0], byte.MaxValue) : (byte)0;
            return new DevicePort(PortId.Host(iface, Queue(word, parts[^1])), device);
        }

        if (config is null)
        {
            throw CliException.Usage(
                $"{option} {word}: the queue of a tenant is known only with --config");
        }

        var index = config.Tenants.Index().Where(t => t.Item.Name == left).ToArray();
        return index is [var (place, tenant)]
            ? new DevicePort(PortId.Host(tenant.Interface, (ushort)(place + 1)), device)
            : throw CliException.Usage(
                $"{option} {word}: the configuration has no tenant {left}");
    }

    /// <summary>As many interfaces as the devices are at.</summary>
    public static int Interfaces(IEnumerable<DevicePort> ports) =>
        1 + ports.Select(port => (int)port.Port.Interface).Append(0).Max();

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
