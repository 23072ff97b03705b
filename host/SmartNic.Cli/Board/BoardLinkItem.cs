namespace SmartNic.Cli.Board;

/// <summary>Links of a board, as <c>board link --json</c> prints them.</summary>
/// <param name="Address">PCI address.</param>
/// <param name="Link">Its PCI Express link.</param>
/// <param name="MaxLink">The best that the card is able to.</param>
/// <param name="Ports">Its network ports.</param>
/// <param name="Problem">Why ports could not be read; missing when they could.</param>
internal sealed record BoardLinkItem(
    string Address,
    LinkItem Link,
    LinkItem MaxLink,
    IReadOnlyList<PortLinkItem> Ports,
    IReadOnlyList<string>? Problem);

/// <summary>Link of a network port.</summary>
/// <param name="Interface">Interface of the NIC.</param>
/// <param name="Port">Port of the interface.</param>
/// <param name="IsUp">Whether the MAC is ready in both directions.</param>
/// <param name="TxStatus">Bit 0 ready, bit 1 in reset.</param>
/// <param name="RxStatus">Bit 0 ready, bit 1 in reset.</param>
/// <param name="IsSteered">Whether the application chooses receive queues; missing when the NIC
/// does not say.
/// </param>
internal sealed record PortLinkItem(
    int Interface, int Port, bool IsUp, uint TxStatus, uint RxStatus, bool? IsSteered);
