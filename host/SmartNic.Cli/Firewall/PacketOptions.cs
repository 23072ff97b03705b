using System.CommandLine;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Features;

namespace SmartNic.Cli.Firewall;

/// <summary>Options that describe a packet to the firewall.</summary>
internal sealed class PacketOptions
{
    /// <summary>What a client takes: the first port of RFC 6335's dynamic ones.</summary>
    private const ushort ClientPort = 49152;

    private readonly Option<string> tenant = Needed("--tenant", "NAME", "Whose packet it is");

    private readonly Option<string> direction = Needed(
        "--direction", "DIRECTION", "ingress: the tenant receives it; egress: it sends it");

    private readonly Option<string> protocol = Needed(
        "--protocol", "PROTOCOL", "tcp, udp, icmp, icmp6 or a number");

    private readonly Option<string> source = Needed("--source", "IP", "Source address");

    private readonly Option<string> destination =
        Needed("--destination", "IP", "Destination address");

    private readonly Option<ushort> sourcePort = new("--source-port")
    {
        Description = "Source port of tcp or udp",
        HelpName = "PORT",
        DefaultValueFactory = _ => ClientPort,
    };

    private readonly Option<ushort> destinationPort = new("--destination-port")
    {
        Description = "Destination port of tcp or udp",
        HelpName = "PORT",
    };

    private readonly Option<string?> icmpType = new("--icmp-type")
    {
        Description = "Type of icmp or icmp6, or type/code; without it an echo request",
        HelpName = "TYPE",
    };

    private readonly Option<string> tcpFlags = new("--tcp-flags")
    {
        Description = "Flags that are set in tcp, such as syn,ack",
        HelpName = "FLAGS",
        DefaultValueFactory = _ => "syn",
    };

    private readonly Option<bool> fragment = new("--fragment")
    {
        Description = "It is a fragment, or has options or extension headers: no ports are seen",
    };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command command, Option<string> socket)
    {
        direction.AcceptOnlyFromAmong("ingress", "egress");
        tenant.CompletionSources.Add(context => NameCompletion.Complete(
            context.ParseResult.GetValue(socket), "tenant.list",
            ControlJson.Default.IReadOnlyListTenantView, tenants => tenants.Select(t => t.Name)));
        protocol.CompletionSources.Add("tcp", "udp", "icmp", "icmp6");
        Option[] all =
        [
            tenant, direction, protocol, source, destination, sourcePort, destinationPort,
            icmpType, tcpFlags, fragment,
        ];
        foreach (var option in all)
        {
            command.Add(option);
        }
    }

    /// <summary>The packet of a command line.</summary>
    /// <exception cref="CliException">It is none.</exception>
    public FirewallQuestion Question(ParseResult result)
    {
        var question = FirewallQuestion.Parse(
            result.GetRequiredValue(tenant), result.GetRequiredValue(direction),
            result.GetRequiredValue(source), result.GetRequiredValue(destination),
            result.GetRequiredValue(protocol), result.GetValue(icmpType),
            result.GetRequiredValue(tcpFlags), out var trouble);
        return question is null
            ? throw CliException.Usage(trouble)
            : question with
            {
                SourcePort = result.GetValue(sourcePort),
                DestinationPort = result.GetValue(destinationPort),
                IsFragment = result.GetValue(fragment),
            };
    }

    private static Option<string> Needed(string name, string value, string description) => new(name)
    {
        Description = description,
        HelpName = value,
        Required = true,
    };
}
