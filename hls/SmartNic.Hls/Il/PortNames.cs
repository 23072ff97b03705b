using SmartNic.Hls.Front;

namespace SmartNic.Hls.Il;

/// <summary>
/// Compares the ports that the metadata give with those of the compiled kernel, in order: number,
/// width and, where the metadata have one, name.
/// </summary>
internal sealed class PortNames(IReadOnlyList<Port> ports)
{
    private int _next;

    /// <summary>The name of the next port.</summary>
    /// <exception cref="IlMismatchException">It is another port.</exception>
    public string Next(string name, int width)
    {
        if (_next >= ports.Count)
        {
            throw new IlMismatchException($"port {name} is missing in the Verilog");
        }
        var port = ports[_next++];
        bool named = name != "" && !name.Contains("__", StringComparison.Ordinal)
            && !name.EndsWith('_');
        if (port.Node.Width != width || named && port.Name != Names.Port(name))
            throw new IlMismatchException($"port {name} of {width} bits is {port.Name} of "
                + $"{port.Node.Width} bits in the Verilog");
        return port.Name;
    }

    /// <summary>That no port is left.</summary>
    /// <exception cref="IlMismatchException">One is.</exception>
    public void End()
    {
        if (_next < ports.Count)
            throw new IlMismatchException($"port {ports[_next].Name} is not in the metadata");
    }
}
