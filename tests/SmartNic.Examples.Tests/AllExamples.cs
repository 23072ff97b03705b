using SmartNic.Synth.Examples;
using SmartNic.Testing;

namespace SmartNic.Examples.Tests;

/// <summary>Every example, compiled once for all tests.</summary>
internal static class AllExamples
{
    public static readonly IReadOnlyList<Example> List = Example.All(Checkout.Root);
}
