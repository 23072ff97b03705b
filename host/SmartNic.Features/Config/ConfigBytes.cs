namespace SmartNic.Features;

/// <summary>Bytes of a configuration: equal when they are the same.</summary>
public sealed class ConfigBytes : IEquatable<ConfigBytes>
{
    private readonly byte[] _bytes;

    private ConfigBytes(byte[] bytes) => _bytes = bytes;

    /// <summary>No bytes.</summary>
    public static ConfigBytes None { get; } = new([]);

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes;

    /// <summary>Reads pairs of hexadecimal digits; spaces may stand between them.</summary>
    public static bool TryParse(string text, out ConfigBytes bytes)
    {
        var digits = text.Replace(" ", "", StringComparison.Ordinal);
        bytes = None;
        if (digits.Length % 2 != 0 || !digits.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        bytes = new(Convert.FromHexString(digits));
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(ConfigBytes? other) =>
        other is not null && Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ConfigBytes);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>Two digits a byte, without spaces.</summary>
    public override string ToString() => Convert.ToHexStringLower(_bytes);

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(ConfigBytes left, ConfigBytes right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ConfigBytes left, ConfigBytes right) => !left.Equals(right);
}
