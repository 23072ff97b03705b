namespace SmartNic.Hls.Check.Stimulus;

/// <summary>Random packets of a kernel: half of them plain, half bent towards its
/// conditions.</summary>
internal sealed class VectorSource
{
    private readonly Justifier _justifier;

    public VectorSource(Design design, NumberSource numbers)
    {
        (Numbers, Layout) = (numbers, WordLayout.Inputs(design));
        _justifier = new(design, Layout, numbers);
    }

    public NumberSource Numbers { get; }

    public WordLayout Layout { get; }

    /// <summary>Fills one vector.</summary>
    public void Next(Span<ulong> vector)
    {
        foreach (var port in Layout.Ports)
        {
            if (port.Words == 1) vector[port.At] = Numbers.NextWord(port.Width);
            else WordLayout.Set(port, vector, Numbers.Next(port.Width));
        }
        if (Numbers.Random.Next(2) == 0) _justifier.Bend(vector);
    }
}
