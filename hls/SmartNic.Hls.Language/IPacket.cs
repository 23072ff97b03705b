namespace SmartNic.Hls.Language;

/// <summary>What the stages of a pipeline know of one packet, and hand on.</summary>
public interface IPacket
{
    /// <summary>No stage has decided yet what becomes of the packet.</summary>
    bool IsOpen { get; }
}
