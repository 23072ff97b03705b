namespace SmartNic.Pci;

/// <summary>Speed and width of a PCI Express link, as sysfs knows them.</summary>
/// <param name="SpeedGtPerS">Transfers per lane, 10^9 a second; null when unknown.</param>
/// <param name="Lanes">Width; null when unknown.</param>
public sealed record PciLink(double? SpeedGtPerS, int? Lanes)
{
    /// <summary>True when this link is slower or narrower than another.</summary>
    public bool IsBelow(PciLink most) => SpeedGtPerS < most.SpeedGtPerS || Lanes < most.Lanes;

    /// <inheritdoc/>
    public override string ToString()
    {
        var speed = SpeedGtPerS is { } gt ? FormattableString.Invariant($"{gt:0.0} GT/s") : "?";
        return $"{speed} x{(Lanes is { } lanes ? lanes : "?")}";
    }
}
