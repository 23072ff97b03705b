namespace SmartNic.Hls.Language;

/// <summary>
/// Marks a stage of a pipeline: <c>static void Run(ref Packet p, ...)</c> over the packet, windows,
/// and the stage's own state. It begins with <c>if (!p.IsOpen) { return; }</c>, so that the first
/// fate wins, and nothing is counted or updated for a packet whose fate is decided.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class StageAttribute : Attribute;
