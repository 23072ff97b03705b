using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using SmartNic.Registers;
using SmartNic.Sim.Live;

namespace SmartNic.Sim.Server;

/// <summary>Does what a client's messages say.</summary>
/// <param name="board">The board.</param>
/// <param name="slow">Its slow port.</param>
/// <param name="stats">What passed so far.</param>
internal sealed class ClientSession(ILiveBoard board, SlowGate slow, Func<BoardStats> stats)
{
    private readonly ulong _specHash =
        ((ulong)board.Bar.Read32(GlobalRegisters.SpecHashHi) << 32)
        | board.Bar.Read32(GlobalRegisters.SpecHashLo);

    private readonly uint[] _words = new uint[Protocol.MaxRequestBytes / sizeof(uint)];

    /// <summary>
    /// Serves every message that is complete, as long as the client takes the answers.
    /// </summary>
    /// <returns>Null, or what was wrong: the client was told, and is to be closed.</returns>
    public string? Serve(ClientLink client)
    {
        try
        {
            while (!client.IsFull
                && client.TryTake(out MessageType type, out ushort id, out var body))
            {
                string? wrong = client.Greeted
                    ? Serve(client, type, id, body)
                    : Greet(client, type, id, body);
                if (wrong is not null)
                {
                    Refuse(client, id, wrong);
                    return wrong;
                }
            }

            return null;
        }
        catch (InvalidDataException e)
        {
            Refuse(client, 0, e.Message);
            return e.Message;
        }
    }

    /// <summary>Tells a client why it is closed.</summary>
    public static void Refuse(ClientLink client, ushort id, string why)
    {
        client.Send(Protocol.Message(MessageType.Error, id, Encoding.UTF8.GetBytes(why)));
        client.Flush();
    }

    private string? Greet(ClientLink client, MessageType type, ushort id, ReadOnlySpan<byte> body)
    {
        if (type != MessageType.Hello)
        {
            return "the first message is not a hello";
        }

        string? wrong = Protocol.CheckHello(body, _specHash);
        if (wrong is null)
        {
            client.Greeted = true;
            client.Send(Protocol.Message(
                MessageType.Hello, id, Protocol.Hello(_specHash, slow.Window)));
        }

        return wrong;
    }

    private string? Serve(ClientLink client, MessageType type, ushort id, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case MessageType.Exchange:
                return Exchange(client, id, body);
            case MessageType.Write:
                return Write(body);
            case MessageType.SlowSend:
                return slow.Accept(client, body, board.Interfaces);
            case MessageType.Stats:
                byte[] json = JsonSerializer.SerializeToUtf8Bytes(
                    stats(), BoardStatsJson.Default.BoardStats);
                client.Send(Protocol.Message(MessageType.Answer, id, json));
                return null;
            default:
                return $"message type {(ushort)type} is not known";
        }
    }

    private string? Exchange(ClientLink client, ushort id, ReadOnlySpan<byte> body)
    {
        byte[] answer = new byte[body.Length];
        int end = 0;
        while (!body.IsEmpty)
        {
            if (!TryTakeWord(ref body, out uint offset))
            {
                return $"an exchange that ends with {body.Length} bytes";
            }

            bool isWrite = (offset & Protocol.WriteBit) != 0;
            offset &= ~Protocol.WriteBit;
            if (offset % sizeof(uint) != 0)
            {
                return $"an access of 0x{offset:x}, which is not a word";
            }

            if (!isWrite)
            {
                uint read = board.Bar.Read32(offset);
                BinaryPrimitives.WriteUInt32LittleEndian(answer.AsSpan(end), read);
                end += sizeof(uint);
            }
            else if (TryTakeWord(ref body, out uint value))
            {
                board.Bar.Write32(offset, value);
            }
            else
            {
                return $"a write to 0x{offset:x} of {body.Length} bytes";
            }
        }

        client.Send(Protocol.Message(MessageType.Answer, id, answer.AsSpan(0, end)));
        return null;
    }

    private static bool TryTakeWord(ref ReadOnlySpan<byte> body, out uint word)
    {
        if (!BinaryPrimitives.TryReadUInt32LittleEndian(body, out word))
        {
            return false;
        }

        body = body[sizeof(uint)..];
        return true;
    }

    private string? Write(ReadOnlySpan<byte> body)
    {
        if (body.Length < 2 * sizeof(uint) || body.Length % sizeof(uint) != 0)
        {
            return $"a write with {body.Length} bytes";
        }

        uint offset = BinaryPrimitives.ReadUInt32LittleEndian(body);
        if (offset % sizeof(uint) != 0)
        {
            return $"a write to 0x{offset:x}, which is not a word";
        }

        ReadOnlySpan<byte> values = body[sizeof(uint)..];
        Span<uint> words = _words.AsSpan(0, values.Length / sizeof(uint));
        values.CopyTo(MemoryMarshal.AsBytes(words));
        board.Bar.WriteBlock(offset, words);
        return null;
    }
}
