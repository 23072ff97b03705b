using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace SmartNic.Demo;

/// <summary>Numbered datagrams of several flows from one namespace to another: which of them
/// arrive. A flow is a pair of ports.</summary>
internal sealed class UdpFlows : IDisposable
{
    private const int SocketLevel = 1;
    private const int ReceiveBufferForce = 33;
    private const int ReceiveBufferBytes = 8 << 20;
    private const int PollMicroseconds = 50_000;

    private readonly (ushort Source, ushort Destination)[] _flows;
    private readonly Dictionary<ushort, Socket> _senders = [];
    private readonly Dictionary<ushort, Socket> _receivers = [];
    private readonly IPAddress _to;
    private readonly int[] _sent;
    private readonly HashSet<int>[] _arrived;
    private readonly byte[] _payload = new byte[32];
    private readonly Thread _receiver;
    private long _arrivals;
    private volatile bool _isOver;

    /// <param name="from">Namespace of the sender.</param>
    /// <param name="to">Namespace of the receiver.</param>
    /// <param name="toAddress">Address of the receiver.</param>
    /// <param name="flows">Source and destination port of each flow.</param>
    public UdpFlows(
        string from, string to, string toAddress,
        params (ushort Source, ushort Destination)[] flows)
    {
        _flows = flows;
        _to = IPAddress.Parse(toAddress);
        _sent = new int[flows.Length];
        _arrived = [.. flows.Select(_ => new HashSet<int>())];
        foreach (ushort port in flows.Select(f => f.Source).Distinct())
        {
            _senders[port] = NetworkNamespace.Run(from, () => Open(port));
        }

        foreach (ushort port in flows.Select(f => f.Destination).Distinct())
        {
            _receivers[port] = NetworkNamespace.Run(to, () => Open(port));
        }

        _receiver = new Thread(Receive);
        _receiver.Start();
    }

    /// <summary>Sends the next datagram of a flow.</summary>
    public void Send(int flow)
    {
        BinaryPrimitives.WriteInt32BigEndian(_payload, _sent[flow]);
        _senders[_flows[flow].Source].SendTo(
            _payload, new IPEndPoint(_to, _flows[flow].Destination));
        _sent[flow]++;
    }

    /// <summary>Sends one of each flow, and again, with a pause between.</summary>
    public void SendRounds(int rounds, int pauseMs, CancellationToken cancel)
    {
        for (int n = 0; n < rounds; n++)
        {
            cancel.ThrowIfCancellationRequested();
            for (int flow = 0; flow < _flows.Length; flow++)
            {
                Send(flow);
            }

            Thread.Sleep(pauseMs);
        }
    }

    /// <summary>Datagrams of a flow that were sent.</summary>
    public int Sent(int flow) => _sent[flow];

    /// <summary>Datagrams of a flow that arrived, each counted once.</summary>
    public int Arrived(int flow)
    {
        lock (_arrived)
        {
            return _arrived[flow].Count;
        }
    }

    /// <summary>Whether a datagram of a flow arrived.</summary>
    public bool HasArrived(int flow, int number)
    {
        lock (_arrived)
        {
            return _arrived[flow].Contains(number);
        }
    }

    /// <summary>Waits until nothing has arrived for a while.</summary>
    public void Settle()
    {
        long before;
        do
        {
            before = Interlocked.Read(ref _arrivals);
            Thread.Sleep(300);
        }
        while (Interlocked.Read(ref _arrivals) != before);
    }

    public void Dispose()
    {
        _isOver = true;
        _receiver.Join();
        foreach (Socket socket in _senders.Values.Concat(_receivers.Values))
        {
            socket.Dispose();
        }
    }

    private static Socket Open(ushort port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.SetRawSocketOption(
            SocketLevel, ReceiveBufferForce, BitConverter.GetBytes(ReceiveBufferBytes));
        socket.Bind(new IPEndPoint(IPAddress.Any, port));
        return socket;
    }

    private void Receive()
    {
        var buffer = new byte[2048];
        var ready = new List<Socket>();
        while (!_isOver)
        {
            ready.Clear();
            ready.AddRange(_receivers.Values);
            Socket.Select(ready, null, null, PollMicroseconds);
            foreach (Socket socket in ready)
            {
                EndPoint from = new IPEndPoint(IPAddress.Any, 0);
                int bytes = socket.ReceiveFrom(buffer, ref from);
                var ports = ((ushort)((IPEndPoint)from).Port,
                    (ushort)((IPEndPoint)socket.LocalEndPoint!).Port);
                int flow = Array.IndexOf(_flows, ports);
                if (flow < 0 || bytes != _payload.Length)
                {
                    continue; // nobody else sends here, but a stranger is no arrival of ours
                }

                lock (_arrived)
                {
                    _arrived[flow].Add(BinaryPrimitives.ReadInt32BigEndian(buffer));
                }

                Interlocked.Increment(ref _arrivals);
            }
        }
    }
}
