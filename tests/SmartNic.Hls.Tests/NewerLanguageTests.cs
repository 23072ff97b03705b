using NUnit.Framework;
using SmartNic.Hls.Front;

namespace SmartNic.Hls.Tests;

/// <summary>Sources of ShouldFail in a C# that the analyzer's own Roslyn does not read.</summary>
public sealed class NewerLanguageTests
{
    [TestCase("SNH0010", "public uint A { get; set => field = value + 1; }", "s.A = 3;")]
    [TestCase("SNH0029", "public uint A; public void operator +=(uint x) => A += x;", "s += 3u;")]
    public void IsRejected(string id, string members, string statement)
    {
        string text = "using SmartNic.Hls.Language;\n"
            + "struct S { " + members + " }\n"
            + "static class K { [Kernel(\"bad\")] public static uint Run(S s) { " + statement
            + " return s.A; } }\n";
        var error = Assert.Throws<HlsException>(() => new Compiler([("newer.cs", text)]).Compile());
        Assert.That(error!.Id, Is.EqualTo(id), error.Message);
    }
}
