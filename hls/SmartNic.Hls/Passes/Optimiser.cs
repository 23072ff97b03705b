namespace SmartNic.Hls.Passes;

/// <summary>The order of the passes.</summary>
internal static class Optimiser
{
    public static Design Run(Design design)
    {
        design = DemandedBits.Run(design);
        for (int round = 0; round < 2; round++)
            design = DemandedBits.Run(Balance.Run(design));
        return Linear.Run(SplitWide.Run(design));
    }
}
