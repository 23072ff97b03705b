using System.Text.Json.Serialization;

namespace SmartNic.Sim.Server;

/// <summary>What passed between the board and what it is attached to.</summary>
/// <param name="Ports">One line for each TAP device.</param>
/// <param name="Slow">The slow port: in = from the client.</param>
/// <param name="UnattachedFrames">Frames that left at a port without a device.</param>
public sealed record BoardStats(
    IReadOnlyList<PortStats> Ports, PortStats Slow, long UnattachedFrames);

/// <summary>
/// Traffic of one attachment, in frames and bytes. Lost frames are not in the others.
/// </summary>
/// <param name="Port">Name of the port: <c>wire.0</c>, <c>host.0.5</c> (interface, queue).</param>
/// <param name="Device">The TAP device; empty for the slow port.</param>
/// <param name="InFrames">Frames that were given to the board.</param>
/// <param name="InBytes">Their bytes.</param>
/// <param name="OutFrames">Frames that were taken from the board and passed on.</param>
/// <param name="OutBytes">Their bytes.</param>
/// <param name="LostIn">Frames lost in front of the board: its queue was full.</param>
/// <param name="LostOut">Frames lost behind it: the device or the client did not take them.</param>
/// <param name="Deleted">How often the device was deleted while the board had it.</param>
public sealed record PortStats(
    string Port,
    string Device,
    long InFrames,
    long InBytes,
    long OutFrames,
    long OutBytes,
    long LostIn,
    long LostOut,
    long Deleted = 0);

/// <summary>Reads and writes <see cref="BoardStats"/> as JSON without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(BoardStats))]
internal sealed partial class BoardStatsJson : JsonSerializerContext;
