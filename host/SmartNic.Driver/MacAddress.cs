using System.Globalization;

namespace SmartNic.Driver;

/// <summary>An Ethernet address (IEEE 802, 48 bits).</summary>
/// <param name="Value">The address as a number; the first octet on the wire is bits 47:40.</param>
public readonly record struct MacAddress(ulong Value)
{
    /// <summary>Set for addresses of groups: the I/G bit, lowest of the first octet.</summary>
    public bool IsMulticast => ((Value >> 40) & 1) != 0;

    /// <summary>Reads six pairs of hexadecimal digits, separated by colons.</summary>
    /// <returns>False, and the zero address, for anything else.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out MacAddress address)
    {
        address = default;
        if (text.Length != 17)
        {
            return false;
        }

        ulong value = 0;
        for (var i = 0; i < 17; i++)
        {
            if (i % 3 == 2)
            {
                if (text[i] != ':')
                {
                    return false;
                }
            }
            else if (char.IsAsciiHexDigit(text[i]))
            {
                value = (value << 4) | Convert.ToUInt64(text.Slice(i, 1).ToString(), 16);
            }
            else
            {
                return false;
            }
        }

        address = new MacAddress(value);
        return true;
    }

    /// <summary>Writes the address in network order.</summary>
    /// <param name="destination">At least six bytes.</param>
    public void CopyTo(Span<byte> destination)
    {
        for (var i = 0; i < 6; i++)
        {
            destination[i] = (byte)(Value >> (40 - (8 * i)));
        }
    }

    /// <inheritdoc/>
    /// <remarks>Mixed by a key of the process: who chooses addresses cannot make them collide.
    /// </remarks>
    public override int GetHashCode() => HashCode.Combine((uint)Value, (uint)(Value >> 32));

    /// <summary>Six pairs of lower-case hexadecimal digits, separated by colons.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Value >> 40) & 255:x2}:{(Value >> 32) & 255:x2}:{(Value >> 24) & 255:x2}:" +
        $"{(Value >> 16) & 255:x2}:{(Value >> 8) & 255:x2}:{Value & 255:x2}");
}
