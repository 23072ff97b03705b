using System.Text.Json;

namespace SmartNic.Cli.Tests;

/// <summary>One replay in a folder of its own.</summary>
internal sealed class ReplayFixture : IDisposable
{
    public ReplayFixture(string yaml = Yaml.TwoTenants) =>
        Config = Folder.Write("gateway.yaml", yaml);

    public Folder Folder { get; } = new();

    public string Config { get; }

    /// <summary>Writes an input; <c>slow</c> ones are of LINKTYPE_USER0.</summary>
    public string Input(string name, params (ulong TimeNs, byte[] Frame)[] packets) =>
        CaptureFile.Write(Folder[name], (ushort)(name.StartsWith("slow", StringComparison.Ordinal)
            ? 147 : 1), packets);

    /// <summary>Runs a replay with further arguments.</summary>
    public SnicResult Run(string backend, params IEnumerable<string> args) => Snic.Run(
        ["capture", "replay", "--backend", backend, "--config", Config, .. args]);

    /// <summary>Runs a replay that must succeed.</summary>
    public void Replay(string backend, params IEnumerable<string> args)
    {
        var result = Run(backend, args);
        Assert.That(result.Code, Is.Zero, result.Error);
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain("packets/s"));
    }

    public List<(ulong TimeNs, byte[] Frame)> Output(string name, int linkType = 1) =>
        CaptureFile.Read(Folder[name], linkType);

    /// <summary>A number in the counters file, by the names on the way to it.</summary>
    public ulong Counter(params IEnumerable<string> path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Folder["counters.json"]));
        return path.Aggregate(json.RootElement, (at, name) => at.GetProperty(name)).GetUInt64();
    }

    public void Dispose() => Folder.Dispose();
}
