using Microsoft.CodeAnalysis;

namespace SmartNic.Hls.Front;

/// <summary>A call of a stage in a pipeline.</summary>
/// <param name="Number">Its place among them.</param>
/// <param name="Name">What it is called among the stages of the pipeline.</param>
/// <param name="Method">The stage.</param>
/// <param name="IsOpen">The getter of its packet's IPacket.IsOpen.</param>
/// <param name="Kept">By field of the packet: it means something when the packet is
/// closed.</param>
internal sealed record StageCall(int Number,
    string Name, IMethodSymbol Method, IMethodSymbol IsOpen, IReadOnlyList<bool> Kept)
{
    private const string Suffix = "_stage";

    /// <summary>The packet that it works on.</summary>
    public IParameterSymbol Packet => Method.Parameters[0];

    /// <summary>EndpointStage.Run is endpoint, Checks.Verify is checks_verify; a second call has
    /// a number.</summary>
    public static string NameOf(IMethodSymbol stage, IEnumerable<string> taken)
    {
        string type = Names.Snake(stage.ContainingType.Name);
        if (type.EndsWith(Suffix, StringComparison.Ordinal) && type.Length > Suffix.Length)
            type = type[..^Suffix.Length];
        string name = stage.Name == "Run" ? type : $"{type}_{Names.Snake(stage.Name)}";
        return Enumerable.Range(1, int.MaxValue).Select(i => i == 1 ? name : $"{name}_{i}")
            .First(n => !taken.Contains(n));
    }
}
