using System.CommandLine;
using System.Text.Json;
using SmartNic.Cli.Config;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;
using SmartNic.Features;

namespace SmartNic.Cli.Firewall;

/// <summary><c>snic firewall explain</c>: which rule decides on a packet, of a file or of the
/// attached gateway, which also asks the tables that it has written.</summary>
internal static class FirewallExplainCommand
{
    public static Command Create()
    {
        var packet = new PacketOptions();
        var config = new Option<string?>("--config")
        {
            Description = "Ask this configuration instead of the attached gateway",
            HelpName = "FILE",
        };
        var json = CommonOptions.Json();
        var socket = CommonOptions.Socket();
        var command = new Verb("explain",
            "Say which rule decides on a packet of a tenant, and why those before it do not",
            "snic firewall explain --tenant red --direction ingress --protocol tcp "
                + "--source 10.0.0.1 --destination 10.0.0.2 --destination-port 80",
            "snic firewall explain --tenant red --direction egress --protocol icmp6 "
                + "--source 2001:db8::1 --destination 2001:db8::2 --icmp-type 128/0 "
                + "--config gateway.yaml")
        {
            config, json, socket,
        };
        packet.AddTo(command, socket);
        command.SetAction(async (result, cancel) =>
        {
            var question = packet.Question(result);
            var answer = result.GetValue(config) is { } path
                ? Explain(path, question)
                : await new ControlClient(result.GetRequiredValue(socket)).AskAsync(
                    new ControlRequest(
                        ControlProtocol.Version, "firewall.explain", question.Tenant,
                        JsonSerializer.Serialize(question, ControlJson.Default.FirewallQuestion)),
                    ControlJson.Default.FirewallExplanation, cancel);
            var output = result.InvocationConfiguration.Output;
            if (result.GetValue(json))
            {
                output.WriteLine(JsonSerializer.Serialize(
                    answer, CliJson.Default.FirewallExplanation));
            }
            else
            {
                FirewallText.Write(answer, output);
            }

            if (answer.BoardAction is { } action && action != answer.Action)
            {
                throw CliException.Failed($"the tables say {FirewallText.Word(action)}: apply the "
                    + "configuration again, or see snic board audit");
            }
        });
        return command;
    }

    private static FirewallExplanation Explain(string path, FirewallQuestion question)
    {
        try
        {
            return FirewallExplanation.Of(ConfigFile.Load(path), question);
        }
        catch (FormatException e)
        {
            throw CliException.Failed($"{path}: {e.Message}");
        }
    }
}
