using SmartNic.Kernels;
using SmartNic.Registers;

namespace SmartNic.Driver.Records;

/// <summary>The memories of live records, as the kernels declare them.</summary>
/// <param name="A">Memory a of signatures.</param>
/// <param name="B">Memory b of signatures.</param>
/// <param name="StashA">Memory a of the stash.</param>
/// <param name="StashB">Memory b of the stash.</param>
/// <param name="Secret">The secret, entry 0.</param>
/// <param name="Record">The records.</param>
internal sealed record RecordTables<TKey, TValue>(
    TableLayout<SignatureBucket> A,
    TableLayout<SignatureBucket> B,
    TableLayout<StashSlot<TKey>> StashA,
    TableLayout<StashSlot<TKey>> StashB,
    TableLayout<ulong> Secret,
    TableLayout<Record<TKey, TValue>> Record)
    where TKey : struct, IKey<TKey>
    where TValue : struct
{
    /// <summary>Buckets of each memory of signatures.</summary>
    public int Buckets => A.Info.Depth;

    /// <summary>Slots of each memory of the stash.</summary>
    public int StashSlots => StashA.Info.Depth;

    /// <summary>Indices of records.</summary>
    public int Records => Record.Info.Depth;

    /// <summary>Words of the widest of their entries.</summary>
    public int MostWords => Math.Max(
        Record.Info.Words, Math.Max(A.Info.Words, StashA.Info.Words));
}
