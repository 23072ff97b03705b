using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SmartNic.Demo;

/// <summary>Offers UDP at a rate from one namespace, and measures what arrives in another.
/// </summary>
/// <remarks>Rates are of inner Ethernet frames without FCS, as the gateway meters them.</remarks>
internal sealed class UdpLoad : IDisposable
{
    /// <summary>Ethernet, IPv4 and UDP headers in front of the payload.</summary>
    public const int HeaderBytes = 42;

    private const int Port = 5002;
    private const int SocketLevel = 1;
    private const int ReceiveBufferForce = 33;
    private const int ReceiveBufferBytes = 8 << 20;
    private const int PollMs = 100;

    private readonly Socket _receiver;
    private readonly Socket _sender;
    private readonly int _payloadBytes;
    private readonly List<long> _arrivals = new(1 << 16);

    public UdpLoad(string from, string to, string toAddress, int payloadBytes)
    {
        _payloadBytes = payloadBytes;
        _receiver = NetworkNamespace.Run(to, () =>
        {
            Socket socket = Udp();
            socket.SetRawSocketOption(
                SocketLevel, ReceiveBufferForce, BitConverter.GetBytes(ReceiveBufferBytes));
            socket.Bind(new IPEndPoint(IPAddress.Any, Port));
            socket.ReceiveTimeout = PollMs;
            return socket;
        });
        _sender = NetworkNamespace.Run(from, () =>
        {
            Socket socket = Udp();
            socket.Connect(IPAddress.Parse(toAddress), Port);
            return socket;
        });
    }

    /// <summary>Sends for <paramref name="seconds"/>; what arrives from
    /// <paramref name="skipSeconds"/> on is measured.</summary>
    public Outcome Run(
        double bitsPerSecond, double seconds, double skipSeconds, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        long start = Stopwatch.GetTimestamp();
        var receiver = new Thread(() => Receive(stop.Token));
        receiver.Start();
        long sent = Send(bitsPerSecond, seconds, cancel);
        double elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Thread.Sleep(PollMs);
        stop.Cancel();
        receiver.Join();
        long frameBits = (_payloadBytes + HeaderBytes) * 8;
        return new Outcome(
            sent, sent * frameBits / elapsed, _arrivals.Count,
            Measure(start, skipSeconds, seconds) * frameBits);
    }

    public void Dispose()
    {
        _sender.Dispose();
        _receiver.Dispose();
    }

    private static Socket Udp() =>
        new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    /// <summary>Packets per second in the window: the slope of the line of least squares through
    /// the arrivals. A pause of a shared machine at the edge of the window would count in full
    /// between the first and the last arrival; here it hardly does.</summary>
    private double Measure(long start, double fromSeconds, double toSeconds)
    {
        long from = start + (long)(fromSeconds * Stopwatch.Frequency);
        long to = start + (long)(toSeconds * Stopwatch.Frequency);
        long[] inside = [.. _arrivals.Where(t => t >= from && t <= to)];
        if (inside.Length < 2)
        {
            return 0;
        }

        double[] seconds =
            [.. inside.Select(t => Stopwatch.GetElapsedTime(inside[0], t).TotalSeconds)];
        double meanTime = seconds.Average();
        double meanIndex = (inside.Length - 1) / 2.0;
        double products = seconds.Select((t, i) => (t - meanTime) * (i - meanIndex)).Sum();
        double squares = seconds.Sum(t => (t - meanTime) * (t - meanTime));
        return squares == 0 ? 0 : products / squares;
    }

    private void Receive(CancellationToken cancel)
    {
        var buffer = new byte[2048];
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                if (_receiver.Receive(buffer) == _payloadBytes)
                {
                    _arrivals.Add(Stopwatch.GetTimestamp());
                }
            }
            catch (SocketException e) when (e.SocketErrorCode
                is SocketError.TimedOut or SocketError.WouldBlock)
            {
                // Nothing arrived for a while: look whether it is over.
            }
        }
    }

    private long Send(double bitsPerSecond, double seconds, CancellationToken cancel)
    {
        var payload = new byte[_payloadBytes];
        double packetsPerSecond = bitsPerSecond / ((_payloadBytes + HeaderBytes) * 8);
        long sent = 0;
        long start = Stopwatch.GetTimestamp();
        while (!cancel.IsCancellationRequested)
        {
            double elapsed = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (elapsed >= seconds)
            {
                break;
            }

            long due = (long)(elapsed * packetsPerSecond);
            for (; sent < due; sent++)
            {
                TrySend(payload);
            }

            Thread.Sleep(1);
        }

        return sent;
    }

    private void TrySend(byte[] payload)
    {
        try
        {
            _sender.Send(payload);
        }
        catch (SocketException e) when (e.SocketErrorCode
            is SocketError.ConnectionRefused or SocketError.NoBufferSpaceAvailable)
        {
            // An ICMP error of an earlier packet, or a full queue: UDP goes on, the packet is lost.
        }
    }

    /// <summary>Packets and rates; rates in bit/s of inner frames.</summary>
    internal sealed record Outcome(
        long Sent, double OfferedBitsPerSecond, long Received, double MeasuredBitsPerSecond);
}
