using System.Diagnostics;
using System.Text;

namespace SmartNic.Features.Tests.Config;

/// <summary>What stands where a file should be.</summary>
public sealed class ConfigFileTests
{
    private const string Good = "version: 1\n";

    private static string Error(string path)
    {
        var result = ConfigLoader.Load(path);
        Assert.That(result.Config, Is.Null);
        return result.Errors.Single().ToString();
    }

    /// <summary>A folder, nothing, and what never ends.</summary>
    [Test]
    public void WhatIsNoFileIsSaid()
    {
        using var folder = new TemporaryFolder();
        Assert.That(Error(folder.Path), Is.EqualTo(
            $"{folder.Path}:1:1: cannot be read: it is a folder; name a file"));
        var absent = folder.At("none.yaml");
        Assert.That(Error(absent), Is.EqualTo(
            $"{absent}:1:1: cannot be read: there is no such file"));
        Assert.That(Error(folder.At("none/none.yaml")), Does.EndWith(
            "cannot be read: there is no such folder"));
        Assert.That(Error(""), Does.EndWith("cannot be read: the name is empty"));
        Assert.That(Error("a\0b"), Is.EqualTo(
            "a\\u0000b:1:1: cannot be read: the name has a zero byte"));
        Assert.That(Error("/dev/zero"), Is.EqualTo("/dev/zero:1:1: expected at most 16777216 "
            + "bytes (16 MiB), found more; is it a gateway.yaml?"));
    }

    /// <summary>A file is read up to its limit, and not one byte beyond.</summary>
    [Test]
    public void TheLimitIsExact()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("gateway.yaml");
        File.WriteAllText(path, Good + new string('#', ConfigLimits.FileBytes - Good.Length));
        Assert.That(ConfigLoader.Load(path).Errors, Is.Empty);
        File.AppendAllText(path, "#");
        Assert.That(Error(path), Does.Contain("expected at most 16777216 bytes"));
    }

    /// <summary>A pipe is as good as a file.</summary>
    [Test]
    public void APipeIsRead()
    {
        using var folder = new TemporaryFolder();
        var pipe = folder.At("pipe");
        using (var mkfifo = Process.Start("mkfifo", pipe))
        {
            mkfifo.WaitForExit();
        }

        var writer = Task.Run(() => File.WriteAllText(pipe, Good));
        var result = ConfigLoader.Load(pipe, out var text);
        writer.Wait();
        Assert.That(result.Errors, Is.Empty);
        Assert.That(text, Is.EqualTo(Good));
    }

    /// <summary>Other encodings, with the place where they show.</summary>
    [Test]
    public void OtherEncodingsAreSaid()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("gateway.yaml");
        File.WriteAllText(path, Good, Encoding.Unicode);
        Assert.That(Error(path), Is.EqualTo($"{path}:1:1: expected UTF-8, found the byte 0xff at "
            + "offset 0 (UTF-16; save the file as UTF-8)"));
        File.WriteAllText(path, "version: 1\n# caf\u00e9\n", Encoding.Latin1);
        Assert.That(Error(path), Is.EqualTo($"{path}:2:6: expected UTF-8, found the byte 0xe9 at "
            + "offset 16; save the file as UTF-8"));
        File.WriteAllText(path, Good, new UTF8Encoding(true));
        Assert.That(ConfigLoader.Load(path, out var text).Errors, Is.Empty);
        Assert.That(text, Is.EqualTo(Good));
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo info = Directory.CreateTempSubdirectory("snic-config-");

        public string Path => info.FullName;

        public string At(string name) => System.IO.Path.Combine(Path, name);

        public void Dispose() => info.Delete(recursive: true);
    }
}
