using System.Buffers.Binary;
using SmartNic.Registers;

namespace SmartNic.Sim.Server;

/// <summary>
/// The messages on the board's Unix socket. A message is an 8-byte head (u32 bytes of the body, u16
/// type, u16 id) and the body; numbers are little-endian. Writes and slow-port frames are posted,
/// as on PCIe; an Error answers a message by its id, and after it the server closes. A client may
/// have as many slow-port frames under way as the server's hello says; each SlowTaken gives some of
/// them back, so that a slow board never fills the socket.
/// </summary>
internal static class Protocol
{
    public const ushort Version = 3;
    public const uint Magic = 0x534E4943;
    public const int HeadBytes = 8;

    /// <summary>
    /// Longest body from the server: statistics of as many ports as there can be.
    /// </summary>
    public const int MaxBodyBytes = 1 << 20;

    /// <summary>Most slow-port frames under way: as many as a packet ring of a card holds.
    /// </summary>
    public const int MaxSlowWindow = 64;

    /// <summary>Longest body from a client: a few thousand words, so that ports are served soon.
    /// </summary>
    public const int MaxRequestBytes = 32 * 1024;

    /// <summary>Most accesses of an exchange.</summary>
    public const int MaxAccesses = MaxRequestBytes / (2 * sizeof(uint));

    /// <summary>Set in the offset of a write; the word follows.</summary>
    public const uint WriteBit = 1;

    /// <summary>Longest text of an error; more of it is cut.</summary>
    public const int MaxErrorBytes = 1024;

    /// <summary>Magic, version, slow-port frames that may be under way (from the server), spec
    /// hash.</summary>
    public const int HelloBytes = 16;

    public static void WriteHead(Span<byte> head, int bodyBytes, MessageType type, ushort id)
    {
        BinaryPrimitives.WriteInt32LittleEndian(head, bodyBytes);
        BinaryPrimitives.WriteUInt16LittleEndian(head[4..], (ushort)type);
        BinaryPrimitives.WriteUInt16LittleEndian(head[6..], id);
    }

    public static byte[] Message(MessageType type, ushort id, ReadOnlySpan<byte> body)
    {
        byte[] message = new byte[HeadBytes + body.Length];
        WriteHead(message, body.Length, type, id);
        body.CopyTo(message.AsSpan(HeadBytes));
        return message;
    }

    public static byte[] Hello(ulong specHash, int slowWindow = 0)
    {
        byte[] body = new byte[HelloBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(body, Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(4), Version);
        BinaryPrimitives.WriteUInt16LittleEndian(body.AsSpan(6), (ushort)slowWindow);
        BinaryPrimitives.WriteUInt64LittleEndian(body.AsSpan(8), specHash);
        return body;
    }

    /// <summary>The body of an exchange.</summary>
    public static byte[] Exchange(ReadOnlySpan<BarAccess> accesses, out int reads)
    {
        byte[] body = new byte[2 * sizeof(uint) * accesses.Length];
        int end = 0;
        reads = 0;
        foreach (BarAccess access in accesses)
        {
            uint bit = access.IsWrite ? WriteBit : 0;
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(end), access.Offset | bit);
            end += sizeof(uint);
            if (access.IsWrite)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(end), access.Value);
                end += sizeof(uint);
            }
            else
            {
                reads++;
            }
        }

        return body[..end];
    }

    /// <summary>Slow-port frames that may be under way, from a hello that was checked.</summary>
    public static int SlowWindow(ReadOnlySpan<byte> hello) =>
        BinaryPrimitives.ReadUInt16LittleEndian(hello[6..]);

    /// <summary>Null when the other side can be talked to; otherwise why not.</summary>
    public static string? CheckHello(ReadOnlySpan<byte> body, ulong specHash)
    {
        if (body.Length != HelloBytes || BinaryPrimitives.ReadUInt32LittleEndian(body) != Magic)
        {
            return "this is not the socket of a board";
        }

        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(body[4..]);
        if (version != Version)
        {
            return $"protocol version {version}, expected {Version}";
        }

        ulong hash = BinaryPrimitives.ReadUInt64LittleEndian(body[8..]);
        return hash == specHash
            ? null
            : $"register spec {hash:x16}, expected {specHash:x16}: the two were built apart";
    }
}

/// <summary>Types of messages; C = from the client, S = from the server.</summary>
internal enum MessageType : ushort
{
    /// <summary>C, S: first message of each side; see Protocol.Hello.</summary>
    Hello = 1,

    /// <summary>S: what was asked.</summary>
    Answer = 2,

    /// <summary>S: text of what was wrong.</summary>
    Error = 3,

    /// <summary>C: accesses, each a u32 offset, for a write with bit 0 set and followed by the
    /// word. Done in that order, and answered with the words that were read.</summary>
    Exchange = 4,

    /// <summary>C: u32 offset, then words for it and those after it.</summary>
    Write = 5,

    /// <summary>C: a frame with its metadata header.</summary>
    SlowSend = 6,

    /// <summary>S: a frame with its metadata header.</summary>
    SlowReceive = 7,

    /// <summary>C: nothing. Answered with JSON of BoardStats.</summary>
    Stats = 8,

    /// <summary>S: u32 count of this client's slow-port frames that the board took, or that were
    /// lost in front of it, since the last one.</summary>
    SlowTaken = 9,
}
