using System.Net.Sockets;
using System.Text;

namespace SmartNic.Cli.Tests;

/// <summary>A client of a socket that is not ours: it sends what it likes.</summary>
internal sealed class RawClient : IDisposable
{
    public const string List = "{\"protocol\":1,\"verb\":\"tenant.list\"}\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Socket socket =
        new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        {
            SendTimeout = (int)Patience.TotalMilliseconds,
            ReceiveTimeout = (int)Patience.TotalMilliseconds,
        };

    public RawClient(string path) => socket.Connect(new UnixDomainSocketEndPoint(path));

    /// <summary>Sends text.</summary>
    /// <returns>False when the other side is gone.</returns>
    public bool Send(string text) => Send(Encoding.UTF8.GetBytes(text));

    /// <summary>Sends bytes.</summary>
    /// <returns>False when the other side is gone.</returns>
    public bool Send(ReadOnlySpan<byte> bytes)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                bytes = bytes[socket.Send(bytes)..];
            }

            return true;
        }
        catch (SocketException)
        {
            // .NET says "timed out", too, when the other side closes in the middle of the bytes.
            return false;
        }
    }

    /// <summary>Sends as long as somebody reads.</summary>
    /// <returns>Bytes sent until nobody read for half a second, or the other side closed.</returns>
    public long SendUntilStuck(byte[] bytes, long most)
    {
        socket.SendTimeout = 500;
        long sent = 0;
        try
        {
            while (sent < most)
            {
                sent += socket.Send(bytes);
            }
        }
        catch (SocketException)
        {
            // Stuck, or closed: what is asked is how far it came.
        }

        return sent;
    }

    /// <summary>Says that nothing more will be sent.</summary>
    public void HalfClose() => socket.Shutdown(SocketShutdown.Send);

    /// <summary>A line, without its end; what there was when the connection ended.</summary>
    public string ReadLine()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (TryReceive(one) && one[0] != '\n')
        {
            line.Add(one[0]);
        }

        return Encoding.UTF8.GetString([.. line]);
    }

    /// <summary>Everything until the connection ends.</summary>
    public string ReadToEnd()
    {
        var all = new StringBuilder();
        for (var line = ReadLine(); line.Length > 0; line = ReadLine())
        {
            all.AppendLine(line);
        }

        return all.ToString();
    }

    public void Dispose() => socket.Dispose();

    private bool TryReceive(byte[] buffer)
    {
        try
        {
            return socket.Receive(buffer) > 0;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionReset)
        {
            return false;
        }
    }
}
