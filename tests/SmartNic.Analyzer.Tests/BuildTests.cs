using NUnit.Framework;
using SmartNic.Testing;

namespace SmartNic.Analyzer.Tests;

/// <summary>A project from nowhere, with the language and the analyzer, in <c>dotnet
/// build</c>.</summary>
public sealed class BuildTests
{
    [Test]
    public void ARejectedKernelFailsTheBuildWithItsPlace()
    {
        string folder = Directory.CreateTempSubdirectory("snic-analyzer-").FullName;
        string Assembly(string name) => Checkout.At(
            "hls", name, "bin", Checkout.Configuration, "net10.0", name + ".dll");
        File.WriteAllText(Path.Combine(folder, "own.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{Assembly("SmartNic.Hls.Language")}" />
                <Analyzer Include="{Assembly("SmartNic.Hls.Analyzer")}" />
              </ItemGroup>
            </Project>
            """);
        string kernel = """
            using SmartNic.Hls.Language;
            static class Own
            {
                [Kernel("own")]
                static uint Run(uint x, uint y, [Depth(8)] Counter c) =>
                    x / 8 + (uint)c.Add(x, y);
            }
            """;
        File.WriteAllText(Path.Combine(folder, "own.cs"), kernel.Replace("x / 8", "x / y"));
        var (code, output) = Build(folder);
        Assert.That(code, Is.Not.Zero);
        Assert.That(output, Does.Contain("own.cs(6,9): error SNH0004: "));
        File.WriteAllText(Path.Combine(folder, "own.cs"), kernel);
        (code, output) = Build(folder);
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Not.Contain("warning"));
        Directory.Delete(folder, true);
    }

    private static (int? Code, string Output) Build(string folder) => Tool.RunIn(
        folder, TimeSpan.FromMinutes(2), "dotnet", "build", "--nologo", "-clp:NoSummary",
        "-nodeReuse:false");
}
