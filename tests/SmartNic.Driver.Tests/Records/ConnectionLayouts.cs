using SmartNic.Driver.Records;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Kernels.Samples;
using SmartNic.Registers;

namespace SmartNic.Testing;

/// <summary>
/// The memories of the sample kernel's sessions, of any size. The gateway has none such yet, so
/// these words are written here; every field of a key is in words of its own.
/// </summary>
internal static class ConnectionLayouts
{
    private const int KeyWords = 10;

    /// <summary>Number of the first memory; the others follow in their order.</summary>
    public const int FirstId = 20;

    /// <summary>The memories.</summary>
    /// <param name="buckets">Buckets of each memory of signatures.</param>
    /// <param name="records">Records.</param>
    /// <param name="stash">Slots of each memory of the stash.</param>
    public static RecordTables<ConnectionKey, ConnectionValue> Of(
        int buckets, int records, int stash = 32) => new(
            new(Info(0, "index_a", buckets, 5), Pack, Unpack),
            new(Info(1, "index_b", buckets, 5), Pack, Unpack),
            new(Info(2, "stash_a", stash, 1 + KeyWords), Pack, Unpack),
            new(Info(3, "stash_b", stash, 1 + KeyWords), Pack, Unpack),
            new(Info(4, "secret", 2, 2), Pack, Unpack),
            new(Info(5, "record", records, 1 + KeyWords), Pack, Unpack));

    private static TableInfo Info(int n, string name, int depth, int words) =>
        new(FirstId + n, name, depth, 32 * words, words,
            [new("Incarnation", "byte", 0, 8), new("Valid", "bool", 8, 1)]);

    private static void Pack(in SignatureBucket bucket, Span<uint> words) => words[4] =
        Pack(bucket.E0, words) | (Pack(bucket.E1, words[1..]) << 4)
        | (Pack(bucket.E2, words[2..]) << 8) | (Pack(bucket.E3, words[3..]) << 12);

    /// <summary>The high four bits of its signature have no room.</summary>
    private static uint Pack(in SignatureSlot slot, Span<uint> words)
    {
        words[0] = (slot.Valid ? 1u : 0) | ((uint)slot.Record << 1) | ((uint)slot.Signature << 20);
        return (uint)slot.Signature >> 12;
    }

    private static void Unpack(ReadOnlySpan<uint> words, out SignatureBucket bucket)
    {
        bucket = default;
        bucket.E0 = Slot(words[0], words[4]);
        bucket.E1 = Slot(words[1], words[4] >> 4);
        bucket.E2 = Slot(words[2], words[4] >> 8);
        bucket.E3 = Slot(words[3], words[4] >> 12);
    }

    private static SignatureSlot Slot(uint word, uint high) => new()
    {
        Valid = (word & 1) != 0,
        Record = (U19)((word >> 1) & 0x7FFFF),
        Signature = (ushort)((word >> 20) | (high << 12)),
    };

    private static void Pack(in StashSlot<ConnectionKey> slot, Span<uint> words)
    {
        words[0] = ((uint)slot.Record << 1) | (slot.Valid ? 1u : 0);
        Pack(slot.Key, words[1..]);
    }

    private static void Unpack(ReadOnlySpan<uint> words, out StashSlot<ConnectionKey> slot) =>
        slot = new()
        {
            Valid = (words[0] & 1) != 0,
            Record = (U19)(words[0] >> 1),
            Key = KeyOf(words[1..]),
        };

    private static void Pack(in ulong secret, Span<uint> words) =>
        (words[0], words[1]) = ((uint)secret, (uint)(secret >> 32));

    private static void Unpack(ReadOnlySpan<uint> words, out ulong secret) =>
        secret = words[0] | ((ulong)words[1] << 32);

    private static void Pack(in Record<ConnectionKey, ConnectionValue> record, Span<uint> words)
    {
        words[0] = record.Incarnation | (record.Valid ? 0x100u : 0)
            | ((uint)record.Value.NextHop << 16);
        Pack(record.Key, words[1..]);
    }

    private static void Unpack(
        ReadOnlySpan<uint> words, out Record<ConnectionKey, ConnectionValue> record) => record =
        new()
        {
            Incarnation = (byte)words[0],
            Valid = (words[0] & 0x100) != 0,
            Value = new() { NextHop = (U12)(words[0] >> 16) },
            Key = KeyOf(words[1..]),
        };

    private static void Pack(in ConnectionKey key, Span<uint> words)
    {
        Put(key.SourceHigh, words);
        Put(key.SourceLow, words[2..]);
        Put(key.DestinationHigh, words[4..]);
        Put(key.DestinationLow, words[6..]);
        words[8] = (uint)key.Tenant | ((uint)key.Protocol << 16);
        words[9] = key.SourcePort | ((uint)key.DestinationPort << 16);
    }

    private static ConnectionKey KeyOf(ReadOnlySpan<uint> words) => new()
    {
        SourceHigh = Get(words),
        SourceLow = Get(words[2..]),
        DestinationHigh = Get(words[4..]),
        DestinationLow = Get(words[6..]),
        Tenant = (U12)(words[8] & 0xFFF),
        Protocol = (byte)(words[8] >> 16),
        SourcePort = (ushort)words[9],
        DestinationPort = (ushort)(words[9] >> 16),
    };

    private static void Put(ulong value, Span<uint> words) =>
        (words[0], words[1]) = ((uint)value, (uint)(value >> 32));

    private static ulong Get(ReadOnlySpan<uint> words) => words[0] | ((ulong)words[1] << 32);
}
