using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Kernels.Samples;

namespace SmartNic.Driver.Tests.Records;

/// <summary>How packets use a table of live records; a test may give wrong ones.</summary>
/// <param name="Find">The look-up.</param>
/// <param name="Count">The update of a record's state.</param>
internal sealed record PacketFunctions(PacketFunctions.Look Find, PacketFunctions.Update Count)
{
    public delegate RecordHit<ConnectionValue> Look(in RecordIndex<ConnectionKey> index,
        Table<Record<ConnectionKey, ConnectionValue>> records, in ConnectionKey key);

    public delegate ulong Update(ref Owned<ulong> state, in OwnedArg<ushort> arg);

    /// <summary>The kernels' own.</summary>
    public static PacketFunctions Kernels { get; } = new(
        RecordMatch.Find, OwnedStep<ConnectionStep, ulong, ushort, ulong>.Step);
}
