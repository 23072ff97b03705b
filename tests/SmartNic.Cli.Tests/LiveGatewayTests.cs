using System.Text.Json;

namespace SmartNic.Cli.Tests;

/// <summary><c>board sim</c>, <c>board attach</c>, and every verb that talks to it.</summary>
public sealed class LiveGatewayTests
{
    [Test]
    public async Task A_configuration_is_applied_once_exported_and_applied_again()
    {
        await using var live = await LiveGateway.StartAsync();
        var path = live.Folder.Write("gateway.yaml", Yaml.TwoTenants);
        Assert.That(live.Output("tenant", "list", "--json").Trim(), Is.EqualTo("[]"));
        Assert.That(live.Output("config", "apply", path), Does.Contain("applied:"));
        Assert.That(live.Output("config", "apply", path), Does.Contain("nothing was changed"));
        Assert.That(Json(live.Output("config", "apply", path, "--json"))
            .GetProperty("changed").GetBoolean(), Is.False);

        live.Output("config", "export", live.Folder["saved.yaml"]);
        Assert.That(File.ReadAllText(live.Folder["saved.yaml"]),
            Is.EqualTo(live.Output("config", "export")));
        Assert.That(live.Output("config", "apply", live.Folder["saved.yaml"]),
            Does.Contain("nothing was changed"));
    }

    [Test]
    public async Task A_bad_configuration_changes_nothing()
    {
        await using var live = await LiveGateway.StartAsync();
        live.Output("config", "apply", live.Folder.Write("good.yaml", Yaml.TwoTenants));
        var before = live.Output("config", "export");

        var wrong = live.Folder.Write(
            "wrong.yaml", Yaml.TwoTenants.Replace("vni: 200", "vni: 100"));
        var result = live.Run("config", "apply", wrong);
        Assert.That((result.Code, result.Output), Is.EqualTo((1, string.Empty)));
        Assert.That(result.Error, Does.Contain($"{wrong}:15:"));

        var big = live.Folder.Write(
            "big.yaml", Yaml.TwoTenants.Replace("interface: 0", "interface: 5"));
        result = live.Run("config", "apply", big);
        Assert.That((result.Code, result.Output), Is.EqualTo((1, string.Empty)));
        Assert.That(result.Error, Does.Contain("nothing was changed").And.Contain("interface"));
        Assert.That(live.Output("config", "export"), Is.EqualTo(before));
    }

    [Test]
    public async Task Lists_and_shows_tell_what_is_in_force()
    {
        using var folder = new Folder();
        await using var live = await LiveGateway.StartAsync(
            "--config", folder.Write("gateway.yaml", Yaml.TwoTenants));
        Assert.Multiple(() =>
        {
            Assert.That(live.Output("tenant", "list"),
                Does.Match(@"(?m)^red +1 +100 +0 +8 Mbit/s "));
            Assert.That(live.Output("tenant", "show", "red"),
                Does.Contain("mac 02:00:00:00:01:02, remote east")
                    .And.Contain("burst:            16 KiB"));
            Assert.That(Json(live.Output("tenant", "show", "blue", "--json"))
                .GetProperty("settings").GetProperty("vni").GetInt32(), Is.EqualTo(200));
            Assert.That(live.Output("table", "list"), Does.Match(@"(?m)^rx_vni +2 +\d+ "));
            Assert.That(live.Output("table", "show", "rx_vni").Split('\n'), Has.Length.EqualTo(4));
            Assert.That(Json(live.Output("table", "show", "tx_fdb", "--json")).GetArrayLength(),
                Is.EqualTo(2));
            Assert.That(live.Output("meter", "list"), Does.Match(@"(?m)^rx_meter +red +1 "));
            Assert.That(Json(live.Output("meter", "show", "red", "--json"))[0]
                .GetProperty("rate").GetInt64(), Is.EqualTo(8_000_000));
            Assert.That(live.Output("counter", "list"), Does.Contain("wire.1").And.Contain("blue"));
            Assert.That(Json(live.Output("counter", "list", "--json")).GetProperty("board")
                .GetProperty("drops").GetProperty("unknown_vni").GetInt32(), Is.Zero);
            Assert.That(live.Output("counter", "show", "red"), Does.Match("rx +packets +0"));
            Assert.That(Json(live.Output("counter", "show", "slow_path", "--json"))
                .GetProperty("counts").GetProperty("arp_answered").GetInt32(), Is.Zero);
            Assert.That(live.Output("counter", "show", "wire.0"), Does.Contain("wire.0"));
            Assert.That(live.Output("board", "show"), Does.Contain("interfaces:  2"));
        });
    }

    [TestCase("tenant show green", "there is no tenant green; there are: red, blue")]
    [TestCase("table show fdb", "there is no table fdb; there are: ")]
    [TestCase("counter show green", "there is no counter green; there are: ")]
    [TestCase("meter show green", "there is no meter green; there are: ")]
    public async Task An_unknown_name_is_exit_code_1_and_says_which_there_are(
        string line, string message)
    {
        using var folder = new Folder();
        await using var live = await LiveGateway.StartAsync(
            "--config", folder.Write("gateway.yaml", Yaml.TwoTenants));
        var result = live.Run(line.Split(' '));
        Assert.That(result.Code, Is.EqualTo(1));
        Assert.That(result.Error, Does.Contain(message));
    }

    [Test]
    public async Task A_board_has_one_owner_and_a_socket_one_gateway()
    {
        await using var live = await LiveGateway.StartAsync();
        var second = Snic.Run("board", "attach", "--board", live.BoardSocket,
            "--socket", live.Folder["second.sock"], "--no-state");
        Assert.That(second.Code, Is.EqualTo(3));
        Assert.That(second.Error, Does.Contain("owner"));
        second = Snic.Run("board", "sim", "--backend", "model", "--socket", live.BoardSocket);
        Assert.That(second.Code, Is.EqualTo(1));
        Assert.That(second.Error, Does.Contain("another process listens there already"));
        live.Output("tenant", "list");
    }

    [Test]
    public async Task The_log_has_a_line_for_each_event_at_the_level_asked_for()
    {
        await using var live = await LiveGateway.StartAsync("--log-level", "debug");
        live.Output("tenant", "list");
        var result = await live.StopAttachAsync();
        Assert.That(result.Error, Does.Match(
            @"(?m)^\d\d:\d\d:\d\d\.\d{3} debug attach: request tenant.list"));
        Assert.That(result.Error, Does.Contain("info  attach: detached"));
        Assert.That((await live.StopBoardAsync()).Error, Does.Contain("info  board: client"));
    }

    [Test]
    public async Task A_stop_is_clean_and_the_board_can_be_attached_again()
    {
        await using var live = await LiveGateway.StartAsync();
        Assert.That((await live.StopAttachAsync()).Code, Is.Zero);
        Assert.That(File.Exists(live.ControlSocket), Is.False);
        using var again = new CancellationTokenSource();
        var attached = Snic.RunAsync(again.Token, "board", "attach", "--log-level", "warning",
            "--board", live.BoardSocket, "--socket", live.ControlSocket, "--no-state");
        while (!File.Exists(live.ControlSocket) && !attached.IsCompleted)
        {
            await Task.Delay(10);
        }

        live.Output("table", "list");
        await again.CancelAsync();
        Assert.That((await attached).Code, Is.Zero);
    }

    [Test]
    public async Task A_lost_board_ends_the_gateway_with_exit_code_3()
    {
        await using var live = await LiveGateway.StartAsync("--retry", "0");
        Assert.That((await live.StopBoardAsync()).Code, Is.Zero);
        var result = await live.Attached.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(result.Code, Is.EqualTo(3));
        Assert.That(result.Error, Does.Contain("board"));
        Assert.That(File.Exists(live.ControlSocket), Is.False);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
