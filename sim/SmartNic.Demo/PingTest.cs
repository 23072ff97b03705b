using System.Net.NetworkInformation;

namespace SmartNic.Demo;

/// <summary>Pings from inside a namespace.</summary>
internal static class PingTest
{
    private const int TimeoutMs = 1000;
    private const int PayloadBytes = 56;

    /// <summary>Sends pings one after another.</summary>
    /// <returns>How many were answered with the same bytes, and the mean time of these.</returns>
    public static (int Answered, double MeanMs) Run(
        string @namespace, string address, int count, CancellationToken cancel)
    {
        return NetworkNamespace.Run(@namespace, () =>
        {
            using var ping = new Ping();
            byte[] payload = [.. Enumerable.Range(0, PayloadBytes).Select(i => (byte)i)];
            int answered = 0;
            double totalMs = 0;
            for (int i = 0; i < count; i++)
            {
                cancel.ThrowIfCancellationRequested();
                long start = System.Diagnostics.Stopwatch.GetTimestamp();
                PingReply reply = ping.Send(address, TimeoutMs, payload);
                if (reply.Status == IPStatus.Success && reply.Buffer.SequenceEqual(payload))
                {
                    answered++;
                    totalMs += System.Diagnostics.Stopwatch.GetElapsedTime(start)
                        .TotalMilliseconds;
                }
            }

            return (answered, answered == 0 ? 0 : totalMs / answered);
        });
    }
}
