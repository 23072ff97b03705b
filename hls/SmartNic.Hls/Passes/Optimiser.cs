namespace SmartNic.Hls.Passes;

/// <summary>The order of the passes.</summary>
internal static class Optimiser
{
    private static readonly Func<Design, Design>[] Passes =
    [
        DemandedBits.Run, Balance.Run, DemandedBits.Run, Balance.Run, DemandedBits.Run,
        SplitWide.Run, Linear.Run,
    ];

    /// <summary>Names of the passes, first one first.</summary>
    public static IEnumerable<string> Order => Passes.Select(p => p.Method.DeclaringType!.Name);

    public static Design Run(Design design) =>
        Passes.Aggregate(design, (current, pass) => pass(current));
}
