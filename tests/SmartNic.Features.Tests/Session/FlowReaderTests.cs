using SmartNic.Features;
using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Testing;

namespace SmartNic.Features.Tests;

/// <summary>What sessions see of frames, beside what the kernel sees.</summary>
public sealed class FlowReaderTests
{
    [Test]
    public void KeysAreTheKernels([Range(1, 8)] int seed)
    {
        var random = new Random(seed);
        int same = 0;
        for (int n = 0; n < 20_000; n++)
        {
            byte[] frame = Frame(random);
            Flow flow = FlowReader.Read(frame, (U24)7u);
            byte[] buffer = new byte[Window.BufferBytes];
            frame.AsSpan(0, Math.Min(frame.Length, Window.LengthBytes)).CopyTo(buffer);
            FiveTuple tuple = FiveTuple.OfFrame(new Window(buffer), frame.Length);
            if (!tuple.IsFlow || flow.Key.Source == 0)
            {
                continue; // Zero: its header's checksum is wrong, which hardware does not see.
            }

            if (flow.Kind == FlowKind.Error)
            {
                continue;
            }

            Assert.That(SessionKey.Same(flow.Key, SessionKey.Of((U24)7u, tuple)), Is.True,
                $"seed {seed}: {Convert.ToHexString(frame)}");
            Assert.That(flow.Flags, Is.EqualTo(tuple.Flags));
            Assert.That(flow.Kind == FlowKind.Untracked, Is.EqualTo(tuple.IsNeighbour));
            same++;
        }

        Assert.That(same, Is.GreaterThan(5000));
    }

    private static byte[] Frame(Random random)
    {
        byte[] payload = new byte[random.Next(70)];
        random.NextBytes(payload);
        byte protocol = new byte[] { 1, 6, 17, 58, 0, 43, 44, 60, 47, 51 }[random.Next(10)];
        if (payload.Length > 13 && random.Next(2) == 0)
        {
            payload[0] = (byte)random.Next(144);
            payload[12] = 0x50;
            payload[13] = (byte)random.Next(64);
        }

        byte[] packet;
        bool is6 = random.Next(2) == 0;
        if (is6)
        {
            packet = [0x60, 0, 0, 0, 0, (byte)payload.Length, protocol, 64, .. new byte[32],
                .. payload];
            random.NextBytes(packet.AsSpan(8, 32));
        }
        else
        {
            packet = Frames.Ipv4("10.0.0.1", "10.0.0.2", protocol, payload);
        }

        byte[] frame = Frames.Tagged(
            Frames.Ethernet(2, 4, (ushort)(is6 ? 0x86DD : 0x0800), packet), random.Next(3));
        for (int n = random.Next(4) == 0 ? random.Next(1, 5) : 0; n > 0; n--)
        {
            frame[random.Next(frame.Length)] = (byte)random.Next(256);
        }

        return random.Next(10) == 0 ? frame[..random.Next(frame.Length)] : frame;
    }
}
