namespace SmartNic.Features;

/// <summary>Flags of TCP (RFC 9293 section 3.1) that a packet must have, or must not.</summary>
/// <param name="Set">Those that must be set, FIN the lowest bit.</param>
/// <param name="Clear">Those that must not be.</param>
public readonly record struct TcpFlags(byte Set, byte Clear)
{
    /// <summary>Names of the flags, the lowest bit first.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["fin", "syn", "rst", "psh", "ack", "urg", "ece", "cwr"];

    /// <summary>Whether a packet has them so.</summary>
    public bool Has(byte flags) => (flags & Set) == Set && (flags & Clear) == 0;

    /// <summary>Reads such as <c>syn,!ack</c>; false when it is none, or contradicts itself.
    /// </summary>
    public static bool TryParse(string text, out TcpFlags flags)
    {
        flags = default;
        var (set, clear) = (0, 0);
        foreach (var word in text.Split(','))
        {
            var name = word.Trim();
            var bit = Names.ToList().IndexOf(name.TrimStart('!'));
            if (bit < 0 || name.StartsWith("!!", StringComparison.Ordinal)
                || ((set | clear) >> bit & 1) != 0)
            {
                return false;
            }

            _ = name[0] == '!' ? clear |= 1 << bit : set |= 1 << bit;
        }

        flags = new((byte)set, (byte)clear);
        return true;
    }

    /// <summary>As the configuration has it.</summary>
    public override string ToString()
    {
        var self = this;
        return string.Join(',', Names.Select((name, bit) =>
            (self.Set >> bit & 1) != 0 ? name : (self.Clear >> bit & 1) != 0 ? $"!{name}" : "")
            .Where(word => word.Length > 0));
    }
}
