using Microsoft.Extensions.Logging;
using SmartNic.Cli.Shell;

namespace SmartNic.Cli.Tests;

/// <summary>Words from outside cannot end a line, move the cursor or turn the text.</summary>
public sealed class SafeTextTests
{
    [TestCase("plain: 1 \"2\" \\n", "plain: 1 \"2\" \\n")]
    [TestCase("Grüße, 東京 🙂", "Grüße, 東京 🙂")]
    [TestCase("a\nb\r\tc", "a\\u000ab\\u000d\\u0009c")]
    [TestCase("\u001b[2J\u009b1m\u007f\0", "\\u001b[2J\\u009b1m\\u007f\\u0000")]
    [TestCase("\u2028\u2029\u202eevil\u200b\u0085", "\\u2028\\u2029\\u202eevil\\u200b\\u0085")]
    public void A_line_is_one_line(string text, string safe) =>
        Assert.That(SafeText.Line(text), Is.EqualTo(safe));

    [Test]
    public void Half_a_character_is_none() =>
        Assert.That(SafeText.Line($"half {(char)0xd83d} a pair"), Is.EqualTo("half \ufffd a pair"));

    [Test]
    public void A_line_is_not_endless() => Assert.That(
        SafeText.Line(new string('x', 100_000)), Has.Length.EqualTo(SafeText.MaxChars + 3));

    [Test]
    public void An_entry_of_the_log_cannot_be_forged()
    {
        var output = new StringWriter();
        using var provider = new LineLoggerProvider(output, LogLevel.Information);
        var log = provider.CreateLogger("attach");
        const string Forged = "x\n12:00:00.000 info  attach: all is well\u001b[1A";
        log.LogWarning(new InvalidDataException(Forged), "request {Verb} failed", Forged);
        var lines = output.ToString().TrimEnd('\n').Split('\n');
        Assert.That(lines[0], Does.EndWith("info  attach: all is well\\u001b[1A failed"));
        Assert.That(lines[1..], Is.Not.Empty.And.All.StartsWith("  "));
        Assert.That(output.ToString(), Does.Not.Contain('\u001b'));
    }
}
