using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check.Stimulus;

/// <summary>Random packets of a kernel: half of them plain, half bent towards its
/// conditions.</summary>
internal sealed class VectorSource
{
    private const int Held = 4;

    private readonly Justifier _justifier;
    private readonly Node? _usual;

    /// <param name="design">What the packets are for.</param>
    /// <param name="numbers">What they are made of.</param>
    /// <param name="usual">What holds for most of them, if it can be had so.</param>
    public VectorSource(Design design, NumberSource numbers, Node? usual = null)
    {
        (Numbers, Layout, _usual) = (numbers, WordLayout.Inputs(design), usual);
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
        if (_usual != null && Numbers.Random.Next(Held) > 0) _justifier.Hold(vector, _usual);
    }
}
