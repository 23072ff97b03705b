using System.Net.Sockets;
using SmartNic.Cli.Control;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Tests;

/// <summary>Sockets as files: only a dead socket is replaced, and nobody else can ever connect.
/// </summary>
public sealed class UnixSocketTests
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Test]
    public void A_file_is_never_removed()
    {
        using var folder = new Folder();
        var file = folder.Write("gateway.yaml", Yaml.TwoTenants);
        File.CreateSymbolicLink(folder["link"], file);
        Directory.CreateDirectory(folder["folder"]);
        foreach (var path in new[] { file, folder["link"], folder["folder"] })
        {
            var sim = Snic.Run("board", "sim", "--backend", "model", "--socket", path);
            Assert.That((sim.Code, sim.Error), Is.EqualTo((1, sim.Error)));
            Assert.That(sim.Error, Does.Contain("no socket is there; it is left as it is"));
            Assert.That(() => UnixSocket.Listen(path), Throws.TypeOf<CliException>());
        }

        Assert.That(File.ReadAllText(file), Is.EqualTo(Yaml.TwoTenants));
        Assert.That(folder.Names, Is.EqualTo(["folder", "gateway.yaml", "link"]));
    }

    [Test]
    public void A_dead_socket_is_replaced_and_a_live_one_is_not()
    {
        using var folder = new Folder();
        var path = folder["attach.sock"];
        using (var dead = new Socket(AddressFamily.Unix, SocketType.Stream, default))
        {
            dead.Bind(new UnixDomainSocketEndPoint(path));
        }

        // .NET removes the file of a socket that it closes; a killed process leaves it.
        using var bound = new Socket(AddressFamily.Unix, SocketType.Stream, default);
        if (!File.Exists(path))
        {
            bound.Bind(new UnixDomainSocketEndPoint(path));
        }

        using var live = UnixSocket.Listen(path);
        Assert.That(() => UnixSocket.Listen(path), Throws.TypeOf<CliException>()
            .With.Message.Contains("another process listens there already"));
        Assert.That(() => UnixSocket.RemoveStale(path), Throws.TypeOf<CliException>());
        using var client = new RawClient(path);
        live.Dispose();
        Assert.That(folder.Names, Is.Empty);
    }

    [Test]
    public void Of_many_that_start_at_once_one_listens()
    {
        using var folder = new Folder();
        var path = folder["attach.sock"];
        for (var round = 0; round < 20; round++)
        {
            using var dead = new Socket(AddressFamily.Unix, SocketType.Stream, default);
            dead.Bind(new UnixDomainSocketEndPoint(path));
            var started = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(8)
                .Select(_ =>
                {
                    try
                    {
                        return UnixSocket.Listen(path);
                    }
                    catch (CliException)
                    {
                        return null;
                    }
                }).ToArray();
            Assert.That(started.Count(socket => socket is not null), Is.EqualTo(1));
            using (new RawClient(path))
            {
            }

            Array.ForEach(started, socket => socket?.Dispose());
            Assert.That(folder.Names, Is.Empty);
        }
    }

    [Test]
    public void Nobody_else_can_connect_at_any_moment()
    {
        using var folder = new Folder();
        var seen = new List<UnixFileMode>();
        var isDone = false;
        var spy = Task.Run(() =>
        {
            while (!Volatile.Read(ref isDone))
            {
                foreach (var name in folder.Names)
                {
                    try
                    {
                        seen.Add(File.GetUnixFileMode(folder[name]));
                    }
                    catch (IOException)
                    {
                        // Renamed since it was listed.
                    }
                }
            }
        });
        for (var n = 0; n < 1000; n++)
        {
            UnixSocket.Listen(folder["attach.sock"]).Dispose();
        }

        Volatile.Write(ref isDone, true);
        spy.Wait();
        Assert.That(seen, Has.Count.GreaterThan(100));
        Assert.That(seen, Has.All.EqualTo(OwnerOnly));
    }

    [Test]
    public void A_missing_folder_is_made_and_a_path_that_cannot_be_is_named()
    {
        using var folder = new Folder();
        using (UnixSocket.Listen(folder["run/snic/attach.sock"]))
        {
            Assert.That(File.GetUnixFileMode(folder["run/snic"]),
                Is.EqualTo(OwnerOnly | UnixFileMode.UserExecute));
        }

        var deep = folder[new string('a', 120)];
        Assert.That(() => UnixSocket.Listen(deep), Throws.TypeOf<CliException>()
            .With.Message.Contains("a socket's has at most 107"));
        foreach (var verb in new[] { "sim --backend model --socket", "attach --board" })
        {
            var result = Snic.Run(["board", .. verb.Split(' '), deep]);
            Assert.That(result.Error, Does.Contain("107").And.Not.Contain("defect"));
            Assert.That(result.Code, Is.EqualTo(verb.StartsWith('s') ? 1 : 3));
        }

        Assert.That(Snic.Run("tenant", "list", "--socket", deep).Error,
            Does.Contain("no gateway is attached at").And.Not.Contain("defect"));
        folder.Write("file", "");
        Assert.That(() => UnixSocket.Listen(folder["file/attach.sock"]),
            Throws.TypeOf<CliException>());
    }

    [Test]
    public void The_socket_of_who_came_later_stays()
    {
        using var folder = new Folder();
        var first = UnixSocket.Listen(folder["attach.sock"]);
        File.Delete(folder["attach.sock"]);
        using var second = UnixSocket.Listen(folder["attach.sock"]);
        first.Dispose();
        Assert.That(folder.Names, Is.EqualTo(["attach.sock"]));
    }
}
