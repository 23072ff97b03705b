using SmartNic.Cli.Board;
using SmartNic.Driver;

namespace SmartNic.Cli.Tests;

/// <summary>What outlives a gateway, and what a board that comes back gets.</summary>
public sealed class StateTests
{
    private static readonly string OneTenant =
        Yaml.TwoTenants[..Yaml.TwoTenants.IndexOf("  - name: blue", StringComparison.Ordinal)];

    /// <summary>
    /// Attach A, apply B, end, attach with A: B is in force, and the log says why.
    /// </summary>
    [Test]
    public async Task The_last_configuration_wins_over_the_file()
    {
        await using var live = await LiveGateway.StartAsync();
        var (a, b) = (live.Folder.Write("a.yaml", Yaml.TwoTenants),
            live.Folder.Write("b.yaml", OneTenant));
        await live.RestartAsync("--config", a);
        Assert.That(live.Output("board", "show"), Does.Match($"(?m)^config: +{a}$"));
        live.Output("config", "apply", b);
        var exported = live.Output("config", "export");

        await live.RestartAsync("--config", a);
        Assert.That(live.Output("config", "export"), Is.EqualTo(exported));
        Assert.That(live.Output("board", "show"), Does.Match("(?m)^config: +the state in "));
        var log = (await live.StopAttachAsync()).Error;
        Assert.That(log, Does.Contain($"{a} differs from what is in force"));

        await live.RestartAsync("--config", a, "--config-wins");
        Assert.That(live.Output("tenant", "list"), Does.Contain("blue"));
        Assert.That((await live.StopAttachAsync()).Error, Does.Contain($"2 tenants, from {a}"));
    }

    /// <summary>A path is a word from outside too.</summary>
    [Test]
    public async Task A_name_of_a_file_cannot_forge_a_line()
    {
        await using var live = await LiveGateway.StartAsync();
        var forged = live.Folder.Write("ev\nfake: \u001b[31m.yaml", Yaml.TwoTenants);
        string[] outputs =
        [
            Snic.Run("config", "check", forged).Output, live.Output("config", "apply", forged),
            live.Output("config", "apply", forged), live.Output("board", "show"),
            Snic.Run("config", "check", forged + "\u001b[32m").Error,
            live.Run("tenant", "show", "\u001b[33m\nx").Error, Snic.Run("\u001b[33m\nx").Error,
        ];
        Assert.That(outputs, Has.All.Contains("\\u001b").And.None.Contains('\u001b'));
        Assert.That(outputs, Has.None.Contains("\nfake"));
    }

    [Test]
    public async Task What_a_killed_gateway_left_is_removed()
    {
        await using var live = await LiveGateway.StartAsync();
        live.Output("config", "apply", live.Folder.Write("a.yaml", Yaml.TwoTenants));
        var state = Directory.GetFiles(live.Folder[""], "*.state", SearchOption.AllDirectories)
            .Single();
        string[] left = [$"{state}.{int.MaxValue}.new", $"{state}.{int.MaxValue - 1}.new"];
        string[] kept = [$"{state}.mine.new", $"{state}.1.new"];
        foreach (var file in (string[])[.. left, .. kept])
        {
            File.WriteAllText(file, "half");
        }

        await live.RestartAsync();
        Assert.That(left.Where(File.Exists), Is.Empty);
        Assert.That(kept, Has.All.Matches<string>(File.Exists));
    }

    /// <summary>A file that is refused, or wrong, does not stop what forwards.</summary>
    [Test]
    public async Task A_refused_file_leaves_the_board_as_it_is()
    {
        await using var live = await LiveGateway.StartAsync();
        var good = live.Folder.Write("good.yaml", Yaml.TwoTenants);
        var refused = live.Folder.Write("refused.yaml",
            Yaml.TwoTenants.Replace("interface: 0", "interface: 7"));
        var wrong = live.Folder.Write("wrong.yaml", "version: 9\n");
        live.Output("config", "apply", good);
        var entries = live.Output("table", "show", "tx_fdb");

        await live.RestartAsync("--config", refused, "--config-wins");
        Assert.That(live.Output("board", "show"),
            Does.Match("(?m)^problem: .*interface 7").And.Match("(?m)^config: +the state in "));
        Assert.That(live.Output("table", "show", "tx_fdb"), Is.EqualTo(entries));
        Assert.That(live.Output("tenant", "list"), Does.Contain("blue"));
        live.Output("config", "apply", good);
        Assert.That(live.Output("board", "show"), Does.Not.Contain("problem:"));

        await live.RestartAsync("--config", wrong);
        Assert.That(live.Output("tenant", "list"), Does.Contain("blue"));
        await live.StopAttachAsync();
        var result = Snic.Run("board", "attach", "--board", live.BoardSocket, "--socket",
            live.ControlSocket, "--config", wrong, "--no-state");
        Assert.That((result.Code, result.Error.Contains(wrong)), Is.EqualTo((1, true)));
    }

    /// <summary>Damage is told, and nothing is touched.</summary>
    [TestCase("snic-state 2 00\n{}\n", "checksum")]
    [TestCase("snic-state 1 00\n{}\n", "state version 1")]
    [TestCase("hello\n", "not the state of a board")]
    [TestCase("", "not the state of a board")]
    public async Task A_damaged_state_is_refused_before_the_board_is_touched(
        string text, string message)
    {
        await using var live = await LiveGateway.StartAsync();
        live.Output("config", "apply", live.Folder.Write("good.yaml", Yaml.TwoTenants));
        await live.StopAttachAsync();
        var path = AttachState.PathOf(live.Folder["state"], live.BoardSocket);
        var kept = File.ReadAllText(path);
        File.WriteAllText(path, text);
        var result = Snic.Run("board", "attach", "--board", live.BoardSocket, "--socket",
            live.ControlSocket, "--state", live.Folder["state"]);
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(message).And.Contain(path)
            .And.Contain("move the file away"));
        File.WriteAllText(path, kept);
        await live.RestartAsync();
        Assert.That(live.Output("tenant", "list"), Does.Contain("blue"));
    }

    /// <summary>
    /// The board ends and comes back, empty: it is attached and configured again.
    /// </summary>
    [Test]
    public async Task A_board_that_comes_back_is_attached_again()
    {
        await using var live = await LiveGateway.StartAsync();
        live.Output("config", "apply", live.Folder.Write("good.yaml", Yaml.TwoTenants));
        await live.StopBoardAsync();
        await LiveGateway.UntilAsync(() => live.Run("board", "show").Output.Contains("lost"));
        var refused = live.Run("tenant", "list");
        Assert.That((refused.Code, refused.Error.Contains("the board is lost")),
            Is.EqualTo((3, true)));

        live.StartBoard();
        await LiveGateway.UntilAsync(() => live.Run("board", "show").Output.Contains("attached"));
        Assert.That(live.Output("table", "list"), Does.Match(@"(?m)^rx_vni +2 +\d+ "));
        Assert.That(live.Output("tenant", "list"), Does.Contain("blue"));
        Assert.That((await live.StopAttachAsync()).Error,
            Does.Contain("trying again in 1 s").And.Contain("detached"));
    }

    /// <summary>The pauses double, to 30 s, and end.</summary>
    [Test]
    public void Pauses_double_and_end()
    {
        var steps = new BackOff(TimeSpan.FromSeconds(100));
        var pauses = new List<double>();
        while (steps.Next() is { } pause)
        {
            pauses.Add(pause.TotalSeconds);
        }

        Assert.That(pauses, Is.EqualTo(new double[] { 1, 2, 4, 8, 16, 30, 30, 9 }));
        Assert.That(new BackOff(TimeSpan.Zero).Next(), Is.Null);
    }

    /// <summary>Names of boards are names of files, each its own.</summary>
    [Test]
    public void Each_board_has_a_file()
    {
        string[] boards = ["0000:03:00.0", "0000:04:00.0", "/tmp/a-b", "/tmp/a/b", "/tmp/a b", "/"];
        var files = boards.Select(b => AttachState.PathOf("/s", b)).ToList();
        Assert.That(files.Distinct().Count(), Is.EqualTo(boards.Length));
        Assert.That(files[0], Is.EqualTo("/s/0000:03:00.0.state"));
        Assert.That(files.Select(Path.GetDirectoryName), Has.All.EqualTo("/s"));
    }

    /// <summary>What cannot be kept is refused, and the board stays as it is.</summary>
    [Test]
    public async Task Without_room_for_the_state_nothing_is_applied()
    {
        await using var live = await LiveGateway.StartAsync();
        var path = live.Folder.Write("good.yaml", Yaml.TwoTenants);
        Directory.Delete(live.Folder["state"], recursive: true);
        File.WriteAllText(live.Folder["state"], "a file where the folder was");
        var result = live.Run("config", "apply", path);
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error,
            Does.Contain("nothing was changed").And.Contain("the state cannot be kept"));
        Assert.That(live.Output("table", "list"), Does.Match(@"(?m)^rx_vni +0 +\d+ "));
        File.Delete(live.Folder["state"]);
        live.Output("config", "apply", path);
    }

    /// <summary>systemd is told when the gateway is ready.</summary>
    [Test]
    public async Task The_service_manager_is_told()
    {
        using var folder = new Folder();
        using var manager = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Dgram,
            System.Net.Sockets.ProtocolType.Unspecified);
        manager.Bind(new System.Net.Sockets.UnixDomainSocketEndPoint(folder["notify"]));
        manager.ReceiveTimeout = 10_000;
        await using (var watchdog = new SystemdWatchdog(folder["notify"], "240000000"))
        {
            Assert.That(watchdog.Period, Is.EqualTo(TimeSpan.FromMinutes(2)));
            watchdog.Tell("READY=1");
            watchdog.Alive();
        }

        var buffer = new byte[100];
        var told = Enumerable.Range(0, 3)
            .Select(_ => System.Text.Encoding.UTF8.GetString(buffer, 0, manager.Receive(buffer)));
        Assert.That(told, Is.EqualTo((string[])["READY=1", "WATCHDOG=1", "STOPPING=1"]));
        await using var nobody = new SystemdWatchdog(null, null);
        nobody.Alive();
        Assert.That(nobody.Period, Is.Null);
    }
}
