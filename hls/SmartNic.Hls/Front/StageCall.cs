using System.Numerics;
using Microsoft.CodeAnalysis;

namespace SmartNic.Hls.Front;

/// <summary>A scalar that crosses the edge of a stage: part of its contract, which the proof of one
/// side shows and that of the other takes for granted.</summary>
/// <param name="Name">Its port.</param>
/// <param name="Width">Bits of its C# type.</param>
/// <param name="Bits">Bits that cross; those above are 0.</param>
internal sealed record StageField(string Name, int Width, int Bits)
{
    /// <summary>It always has this value, and does not cross.</summary>
    public BigInteger? Constant { get; init; }

    /// <summary>Of a packet that is handed on: the stage leaves it as it was given.</summary>
    public bool Passes { get; init; }

    /// <summary>All values that it can have, where a later stage's window depends on it.</summary>
    public IReadOnlyList<long>? Values { get; init; }
}

/// <summary>A call of a stage in a pipeline.</summary>
/// <param name="Number">Its place among them.</param>
/// <param name="Name">What it is called among the stages of the pipeline.</param>
/// <param name="Method">The stage.</param>
/// <param name="IsOpen">The getter of its packet's IPacket.IsOpen.</param>
/// <param name="Kept">By field of the packet: it means something when the packet is
/// closed.</param>
internal sealed record StageCall(int Number, string Name, IMethodSymbol Method,
    IMethodSymbol IsOpen, IReadOnlyList<bool> Kept)
{
    private const string Suffix = "_stage";

    /// <summary>The packet that it works on.</summary>
    public IParameterSymbol Packet => Method.Parameters[0];

    /// <summary>What it is given, scalar by scalar, in the order of the parameters; a window by its
    /// words of 64 bits.</summary>
    public List<StageField> Given { get; } = [];

    /// <summary>The packet that it hands on.</summary>
    public List<StageField> Handed { get; } = [];

    /// <summary>The memories that it is given, in order.</summary>
    public List<Memory> Memories { get; } = [];

    /// <summary>Bytes of the windows that it is given, in order.</summary>
    public List<int> WindowBytes { get; } = [];

    /// <summary>Scalars of the packet that mean something when it is closed.</summary>
    public IEnumerable<bool> KeptScalars => TypeLayout.Fields(Packet.Type).Zip(Kept)
        .SelectMany(f => Enumerable.Repeat(f.Second, Scalars(f.First.Type)));

    private static int Scalars(ITypeSymbol type) => TypeLayout.ScalarWidth(type) != null ? 1
        : TypeLayout.Fields(type).Sum(f => Scalars(f.Type));

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
