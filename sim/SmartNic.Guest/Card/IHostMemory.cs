namespace SmartNic.Guest.Card;

/// <summary>The memory of a host as a card reaches it over the bus.</summary>
public interface IHostMemory
{
    /// <summary>Moves bytes.</summary>
    /// <param name="address">Bus address of the first byte.</param>
    /// <param name="data">Receives the bytes, or holds them.</param>
    /// <param name="isWrite">Whether they go to the host.</param>
    /// <returns>False when there is no memory at one of the addresses.</returns>
    bool TryMove(ulong address, Span<byte> data, bool isWrite);
}
