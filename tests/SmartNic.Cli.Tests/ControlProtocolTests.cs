using System.Net.Sockets;
using System.Text;

namespace SmartNic.Cli.Tests;

/// <summary>The control socket, seen from a client that is not ours.</summary>
public sealed class ControlProtocolTests
{
    [Test]
    public async Task A_line_of_json_is_answered_by_a_line_of_json()
    {
        await using var live = await LiveGateway.StartAsync();
        Assert.That(Exchange(live, "{\"protocol\":1,\"verb\":\"tenant.list\"}\n"),
            Is.EqualTo("{\"protocol\":1,\"code\":0,\"errors\":[],\"result\":[]}"));
        Assert.That(Exchange(live, "{\"protocol\":1,\"verb\":\"tenant.sell\"}\n"),
            Does.StartWith("{\"protocol\":1,\"code\":1,\"errors\":[").And.Contain("tenant.sell"));
        Assert.That(Exchange(live, "{\"protocol\":9,\"verb\":\"tenant.list\"}\n"),
            Does.Contain("protocol 9 is not spoken here"));
    }

    [TestCase("this is no json\n")]
    [TestCase("null\n")]
    [TestCase("{}\n")]
    [TestCase("{\"protocol\":1,\"verb\":")]
    [TestCase("[[[[[[[[\n")]
    public async Task Noise_ends_the_connection_and_hurts_nobody(string noise)
    {
        await using var live = await LiveGateway.StartAsync();
        Assert.That(Exchange(live, noise), Is.Empty.Or.Contains("\"errors\":[\""));
        live.Output("tenant", "list");
    }

    [Test]
    public async Task Only_the_owner_may_connect()
    {
        await using var live = await LiveGateway.StartAsync();
        Assert.That(File.GetUnixFileMode(live.ControlSocket),
            Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public void A_folder_with_the_set_group_bit_shares_the_socket_with_its_group()
    {
        using var folder = new Folder();
        var shared = Directory.CreateDirectory(folder["shared"]);
        File.SetUnixFileMode(shared.FullName, UnixFileMode.UserRead | UnixFileMode.UserWrite
            | UnixFileMode.UserExecute | UnixFileMode.SetGroup);
        var path = Path.Combine(shared.FullName, "attach.sock");
        using var socket = Control.UnixSocket.Listen(path);
        Assert.That(File.GetUnixFileMode(path), Is.EqualTo(UnixFileMode.UserRead
            | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite));
    }

    private static string Exchange(LiveGateway live, string line)
    {
        using var socket = new Socket(
            AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(live.ControlSocket));
        socket.Send(Encoding.UTF8.GetBytes(line));
        socket.Shutdown(SocketShutdown.Send);
        var answer = new List<byte>();
        var buffer = new byte[4096];
        for (int count; (count = socket.Receive(buffer)) > 0;)
        {
            answer.AddRange(buffer[..count]);
        }

        return Encoding.UTF8.GetString([.. answer]).TrimEnd('\n');
    }
}
