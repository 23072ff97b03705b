using SmartNic.SoftBoard.Offload;

namespace SmartNic.SoftBoard.Linux;

/// <summary>A frame of a receive ring, until it is released.</summary>
internal readonly ref struct ReceivedFrame
{
    /// <summary>Its bytes, tags included; they may be written.</summary>
    public Span<byte> Bytes { get; init; }

    /// <summary>What the device left to do.</summary>
    public VnetHeader Offload { get; init; }

    /// <summary>Whether bytes are missing at its end.</summary>
    public bool IsCut { get; init; }
}
