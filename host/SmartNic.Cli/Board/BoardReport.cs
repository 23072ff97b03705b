using SmartNic.Driver;

namespace SmartNic.Cli.Board;

/// <summary>What <c>board show</c> tells.</summary>
/// <param name="Version">Version register.</param>
/// <param name="SpecHash">Hash of the register spec that it was built from.</param>
/// <param name="Interfaces">Number of interfaces.</param>
/// <param name="DataWidthBits">Width of its streams.</param>
/// <param name="Tenants">Tenant indices, index 0 included.</param>
/// <param name="Transaction">Number of the transaction in force; 0 since a reset.</param>
/// <param name="Condition"><c>attached</c> or <c>lost</c>.</param>
/// <param name="Configuration">Where the configuration in force is from.</param>
/// <param name="State">Where it is kept.</param>
/// <param name="Problem">What is wrong; null when nothing is.</param>
internal sealed record BoardReport(
    uint Version,
    ulong SpecHash,
    int Interfaces,
    int DataWidthBits,
    int Tenants,
    ulong Transaction,
    string Condition,
    string Configuration,
    string State,
    string? Problem = null)
{
    /// <summary>The report of a board.</summary>
    public static BoardReport Of(
        BoardInfo board, ulong transaction, bool isLost, string configuration, string state,
        string? problem) => new(
        board.Version, board.SpecHash, board.Interfaces, board.DataWidthBits, board.Tenants,
        transaction, isLost ? "lost" : "attached", configuration, state, problem);
}
