using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SmartNic.Jtag.Tests.Model;

/// <summary>
/// A chain on a socket, by the Xilinx Virtual Cable protocol 1.0 (XAPP1251), so that programs of
/// others can be the host of the Verilog model.
/// </summary>
internal sealed class XvcServer : IDisposable
{
    private const int BufferBytes = 16384;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SimChain _chain;
    private readonly Task _served;

    public XvcServer(SimChain chain)
    {
        _chain = chain;
        _listener.Start();
        _served = Task.Run(Serve);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public void Dispose()
    {
        _listener.Stop();
        Assert.That(_served.Wait(TimeSpan.FromSeconds(5)), "the client has gone");
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var client = _listener.AcceptTcpClient();
                client.NoDelay = true;
                Serve(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or InvalidOperationException)
        {
            // Stopped by Dispose, which AcceptTcpClient tells in one of these ways.
        }
    }

    private void Serve(NetworkStream stream)
    {
        try
        {
            while (Word(stream) is { } command)
            {
                Answer(command, stream);
            }
        }
        catch (IOException)
        {
            // The client has gone in the middle.
        }
    }

    private void Answer(string command, NetworkStream stream)
    {
        switch (command)
        {
            case "getinfo":
                stream.Write(Encoding.ASCII.GetBytes($"xvcServer_v1.0:{BufferBytes}\n"));
                break;
            case "settck":
                byte[] period = Bytes(stream, 4);
                _chain.PeriodPs = 1000 * BinaryPrimitives.ReadUInt32LittleEndian(period);
                stream.Write(period);
                break;
            case "shift":
                int bits = BinaryPrimitives.ReadInt32LittleEndian(Bytes(stream, 4));
                int bytes = (bits + 7) / 8;
                byte[] tms = Bytes(stream, bytes);
                byte[] tdi = Bytes(stream, bytes);
                byte[] tdo = new byte[bytes];
                _chain.Clock(tms, false, tdi, false, tdo, bits);
                stream.Write(tdo);
                break;
            default:
                throw new IOException($"unknown command {command}");
        }
    }

    /// <summary>The text up to a colon; null at the end.</summary>
    private static string? Word(NetworkStream stream)
    {
        StringBuilder text = new();
        for (int value = stream.ReadByte(); value >= 0; value = stream.ReadByte())
        {
            if (value == ':')
            {
                return text.ToString();
            }

            text.Append((char)value);
        }

        return null;
    }

    private static byte[] Bytes(NetworkStream stream, int count)
    {
        byte[] bytes = new byte[count];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
