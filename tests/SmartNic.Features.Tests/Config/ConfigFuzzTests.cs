using System.Diagnostics;
using System.Text;

namespace SmartNic.Features.Tests.Config;

/// <summary>
/// Valid files with mutations that know YAML: each is read, or refused with a place in the file
/// and words for a person. <see cref="ConfigErrorTests.GarbageNeverThrows"/> mutates blindly.
/// </summary>
public sealed class ConfigFuzzTests
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(8);

    private static readonly string[] Forms =
    [
        "!!python/object:x ", "!x ", "&a ", "*a", "<<: *a", "<<: {}", "? ", "--- ", "...\n", "%TAG",
        "|\n  ", ">-\n ", "[", "]", "{", "}", "'", "\"", "\\x", "\"\\u12\"", "\t", "\r", "\ufeff",
        "\u2028", "\u0085", "\ud800", "~", "null", "0x10", "1e9", "-1", ".nan", "1_0", "0007",
        "18446744073709551616", "unlimited", "# ", ": ", "- ", ", ", "127.0.0.1", "::1",
        "ff:ff:ff:ff:ff:ff", "é", "\u202e", "\u001b[2J",
    ];

    /// <summary>Mutates lines, values and bytes; the seed is printed.</summary>
    [Test]
    public void MutatedFilesAreReadOrRefusedWithAPlace()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var watch = Stopwatch.StartNew();
        var (rounds, read) = (0, 0);
        var path = Path.GetTempFileName();
        for (; rounds < 20_000 && watch.Elapsed < Budget; rounds++)
        {
            var text = Mutate(random, Sample.Full);
            if (rounds % 16 == 0)
            {
                var bytes = Encoding.UTF8.GetBytes(text);
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                File.WriteAllBytes(path, bytes);
                Check(ConfigLoader.Load(path), Encoding.UTF8.GetString(bytes));
            }

            read += Check(ConfigLoader.Parse(text, "f"), text) ? 1 : 0;
        }

        File.Delete(path);
        TestContext.Out.WriteLine($"{rounds} files, {read} of them configurations");
        Assert.That(rounds, Is.GreaterThan(50));
        Assert.That(read, Is.InRange(1, rounds - 1));
    }

    private static bool Check(ConfigResult result, string text)
    {
        var lines = text.Split(["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"], default).Length;
        text = Reading.YamlScalar.Printable(text);
        Assert.That(result.Config is null, Is.EqualTo(result.Errors.Count > 0), text);
        foreach (var error in result.Errors.Concat(result.Warnings))
        {
            Assert.That(error.Line, Is.InRange(1, lines), $"{error}\n{text}");
            Assert.That(error.Column, Is.GreaterThan(0), $"{error}\n{text}");
            Assert.That(error.Message, Is.Not.Empty.And.Not.Match(
                @"System\.|YamlDotNet|Exception|   at |[\x00-\x1f]"), text);
        }

        return result.Config is not null;
    }

    private static string Mutate(Random random, string text)
    {
        var lines = text.Split('\n').ToList();
        for (var n = random.Next(1, 5); n > 0; n--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(7))
            {
                case 0:
                    lines.Insert(at, lines[random.Next(lines.Count)]);
                    break;
                case 1:
                    lines.RemoveAt(at);
                    lines.Add("");
                    break;
                case 2:
                    lines[at] = new string(' ', random.Next(8)) + lines[at].TrimStart();
                    break;
                case 3:
                    lines[at] += "\r";
                    break;
                default:
                    lines[at] = Put(random, lines[at]);
                    break;
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Another form in front of a value, in place of it, or anywhere.</summary>
    private static string Put(Random random, string line)
    {
        var form = Forms[random.Next(Forms.Length)];
        var value = line.IndexOf(": ", StringComparison.Ordinal);
        var at = value < 0 || random.Next(3) == 0 ? random.Next(line.Length + 1) : value + 2;
        var end = random.Next(2) == 0 ? at : random.Next(at, line.Length + 1);
        return line[..at] + form + line[end..];
    }
}
