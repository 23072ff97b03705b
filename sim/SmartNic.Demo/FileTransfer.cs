using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace SmartNic.Demo;

/// <summary>Moves a file of random bytes by TCP from one namespace to another.</summary>
internal static class FileTransfer
{
    private const int UsualPort = 5001;
    private const int UsualTimeoutMs = 40_000;

    /// <summary>Moves a file.</summary>
    /// <returns>Whether the bytes that arrived have the checksum of those that were sent, the bytes
    /// that arrived, and how long it took.</returns>
    public static Outcome Run(
        string from, string to, string toAddress, byte[] file, CancellationToken cancel,
        int port = UsualPort, int timeoutMs = UsualTimeoutMs)
    {
        long start = Stopwatch.GetTimestamp();
        using Socket listener = NetworkNamespace.Run(to, () =>
        {
            Socket socket = Tcp();
            socket.Bind(new IPEndPoint(IPAddress.Any, port));
            socket.Listen(1);
            return socket;
        });
        using Socket sender = NetworkNamespace.Run(from, Tcp);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeoutMs);
        try
        {
            Task<byte[]> received = ReceiveAsync(listener, limit.Token);
            SendAsync(sender, toAddress, port, file, limit.Token).GetAwaiter().GetResult();
            byte[] arrived = received.GetAwaiter().GetResult();
            bool equal = SHA256.HashData(arrived).SequenceEqual(SHA256.HashData(file));
            return new Outcome(equal, arrived.Length, Stopwatch.GetElapsedTime(start), null);
        }
        catch (Exception e) when (e is SocketException
            || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return new Outcome(false, 0, Stopwatch.GetElapsedTime(start), e.Message);
        }
    }

    private static Socket Tcp() =>
        new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private static async Task SendAsync(
        Socket socket, string address, int port, byte[] file, CancellationToken cancel)
    {
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Parse(address), port), cancel);
        for (int at = 0; at < file.Length;)
        {
            at += await socket.SendAsync(file.AsMemory(at), SocketFlags.None, cancel);
        }

        socket.Shutdown(SocketShutdown.Send);
    }

    private static async Task<byte[]> ReceiveAsync(Socket listener, CancellationToken cancel)
    {
        using Socket socket = await listener.AcceptAsync(cancel);
        using var file = new MemoryStream();
        var buffer = new byte[1 << 16];
        int bytes;
        while ((bytes = await socket.ReceiveAsync(buffer, SocketFlags.None, cancel)) > 0)
        {
            file.Write(buffer, 0, bytes);
        }

        return file.ToArray();
    }

    /// <summary>How a transfer went; Error is null when it came to its end.</summary>
    internal sealed record Outcome(bool Intact, int Bytes, TimeSpan Time, string? Error);
}
