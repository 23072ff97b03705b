namespace SmartNic.Pci.Nic;

/// <summary>Link state of a network port.</summary>
/// <param name="TxStatus">Bit 0 ready, bit 1 in reset.</param>
/// <param name="RxStatus">Bit 0 ready, bit 1 in reset.</param>
public readonly record struct PortStatus(uint TxStatus, uint RxStatus)
{
    /// <summary>Whether the MAC can send.</summary>
    public bool IsTxReady => (TxStatus & 3) == 1;

    /// <summary>Whether the MAC receives.</summary>
    public bool IsRxReady => (RxStatus & 3) == 1;

    /// <summary>Whether there is a link in both directions.</summary>
    public bool IsUp => IsTxReady && IsRxReady;
}
