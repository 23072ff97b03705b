using System.Text.Json;
using System.Text.Json.Nodes;
using SmartNic.Driver;

namespace SmartNic.Demo;

/// <summary>The board and the gateway that is attached to it: two processes.</summary>
internal sealed class Gateway : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan AskLimit = TimeSpan.FromMinutes(5);
    private readonly string _snic;
    private readonly string _backend;
    private readonly string _folder;
    private readonly DirectoryInfo _sockets = Directory.CreateTempSubdirectory("snic-demo-");
    private readonly string _boardSocket;
    private readonly string _controlSocket;
    private readonly StaleProcesses _stale;
    private BackgroundProcess? _board;
    private BackgroundProcess? _attached;

    public Gateway(DemoOptions options)
    {
        _snic = options.SnicPath;
        _backend = options.Backend;
        _folder = options.OutputFolder;

        // Not in the output folder: the path of a socket has at most 107 bytes.
        _boardSocket = Path.Combine(_sockets.FullName, "board.sock");
        _controlSocket = Path.Combine(_sockets.FullName, "attach.sock");
        _stale = new StaleProcesses(Path.Combine(_folder, "processes"), _snic);
    }

    /// <summary>Starts the board with its devices.</summary>
    /// <param name="configPath">Where it finds the host queues of tenants.</param>
    /// <param name="wire">Device of the wire.</param>
    /// <param name="hosts">Device by tenant.</param>
    public void StartBoard(
        string configPath, string wire, IEnumerable<(string Tenant, string Device)> hosts)
    {
        _stale.End();
        (string Tenant, string Device)[] list = [.. hosts];
        bool isSoft = _backend == DemoOptions.Soft;
        string verb = isSoft ? "soft" : "sim";
        string[] kind = isSoft ? ["--wire", wire]
            : ["--backend", _backend, "--wire-tap", $"0={wire}"];
        _board = new BackgroundProcess(
            $"snic board {verb}", Path.Combine(_folder, "board.log"), _snic,
            ["board", verb, .. kind, "--socket", _boardSocket, "--config", configPath,
                .. list.SelectMany(t => new[]
                {
                    isSoft ? "--host" : "--host-tap", $"{t.Tenant}={t.Device}",
                })]);
        _stale.Add(_board.Id);
        _board.WaitUntil(
            () => File.Exists(_boardSocket)
                && list.Select(t => t.Device).Append(wire)
                    .All(device => Directory.Exists($"/sys/class/net/{device}")),
            "its devices were there", StartLimit);
    }

    /// <summary>Attaches the driver and the slow path, with a configuration.</summary>
    /// <param name="configPath">The configuration; where there is a state, that wins.</param>
    /// <param name="stateFolder">Where the state is kept, so that another owner can take over;
    /// null: nowhere.</param>
    public void Attach(string configPath, string? stateFolder = null)
    {
        string log = _attached is null ? "attach.log" : "attach-again.log";
        string[] state = stateFolder is null ? ["--no-state"] : ["--state", stateFolder];
        _attached = new BackgroundProcess(
            "snic board attach", Path.Combine(_folder, log), _snic,
            ["board", "attach", .. state, "--board", _boardSocket, "--socket", _controlSocket,
                "--config", configPath]);
        _stale.Add(_attached.Id);
        _attached.WaitUntil(
            () => File.Exists(_controlSocket)
                && Shell.Try(_snic, "tenant", "list", "--socket", _controlSocket).ExitCode == 0,
            "it answered", StartLimit);
    }

    /// <summary>Ends the owner as a crash does (SIGKILL); the board goes on.</summary>
    public void Kill()
    {
        _attached!.Kill();
        _attached.Dispose();
    }

    /// <summary>A connection to the control socket.</summary>
    /// <exception cref="DemoException">Nobody is attached.</exception>
    public ControlClient Control() => new(_controlSocket);

    /// <summary>Runs a verb of the attached gateway.</summary>
    public Shell.Result Ask(params IEnumerable<string> arguments) =>
        Shell.Try(AskLimit, _snic, [.. arguments, "--socket", _controlSocket]);

    /// <summary>All counters now.</summary>
    /// <exception cref="DemoException">The gateway does not answer.</exception>
    public (CounterSnapshot Board, IReadOnlyDictionary<string, long> SlowPath) Counters()
    {
        JsonNode report = JsonNode.Parse(
            Shell.Run(_snic, "counter", "list", "--json", "--socket", _controlSocket))!;
        CounterSnapshot board =
            report["board"].Deserialize(CounterJson.Default.CounterSnapshot)
            ?? throw new DemoException("snic counter list: no counters of the board");
        return (board, report["slow_path"]!.AsObject()
            .ToDictionary(p => p.Key, p => (long)p.Value!));
    }

    /// <summary>Whether both processes still run.</summary>
    public bool IsRunning => _board is { HasExited: false } && _attached is { HasExited: false };

    public void Dispose()
    {
        _attached?.Dispose();
        _board?.Dispose();
        _stale.Forget();
        _sockets.Delete(recursive: true);
    }
}
