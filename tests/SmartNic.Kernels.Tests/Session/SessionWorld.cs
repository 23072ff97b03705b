using SmartNic.Hls.Language;

namespace SmartNic.Kernels.Tests;

/// <summary>The sessions of one direction, filled by hand.</summary>
internal sealed class SessionWorld
{
    private const ulong Secret = 0x0123_4567_89AB_CDEF;
    private const int Buckets = 64;

    private readonly SessionTables _tables;
    private uint _records;

    public SessionWorld()
    {
        _tables.Index.A = new(Buckets);
        _tables.Index.B = new(Buckets);
        _tables.Index.StashA = new(32);
        _tables.Index.StashB = new(32);
        _tables.Index.Secret = new(2);
        _tables.Index.Secret.Write(0, Secret);
        _tables.Record = new(256);
        _tables.Seen = new(256);
    }

    /// <summary>Gives a key the next record, in the first free slot of its bucket in memory a.
    /// </summary>
    /// <returns>Its index.</returns>
    public uint Add(in SessionKey key, byte incarnation = 1)
    {
        var index = _records++;
        _tables.Record.Write(
            index, new() { Valid = true, Incarnation = incarnation, Key = key });
        var at = RecordMatch.Place(key, Secret);
        var bucket = _tables.Index.A.Read((uint)(at.A % Buckets));
        SignatureSlot slot = new()
        {
            Valid = true, Signature = at.Signature, Record = (U19)index,
        };
        _ = !bucket.E0.Valid ? bucket.E0 = slot
            : !bucket.E1.Valid ? bucket.E1 = slot
            : !bucket.E2.Valid ? bucket.E2 = slot
            : bucket.E3 = slot;
        _tables.Index.A.Write((uint)(at.A % Buckets), bucket);
        return index;
    }

    /// <summary>What a frame is to them.</summary>
    public Session Of(in Tracking tracking, byte[] frame, ulong timeNs) => Session.Of(
        _tables, tracking, TupleOf(frame), timeNs);

    /// <summary>What is read of a frame.</summary>
    public static FiveTuple TupleOf(byte[] frame)
    {
        byte[] buffer = new byte[Window.BufferBytes];
        frame.AsSpan(0, Math.Min(frame.Length, Window.LengthBytes)).CopyTo(buffer);
        return FiveTuple.OfFrame(new Window(buffer), frame.Length);
    }

    /// <summary>What was seen of a record.</summary>
    public Owned<SessionSeen> Seen(uint record) => _tables.Seen.State(record);
}
