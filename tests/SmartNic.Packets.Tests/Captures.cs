namespace SmartNic.Packets.Tests;

/// <summary>Helpers of the tests: read all, expect an error, make frames.</summary>
internal static class Captures
{
    public static byte[] Frame(int length, int seed = 1) =>
        [.. Enumerable.Range(0, length).Select(i => (byte)((i * 7) + seed))];

    public static List<(ulong TimeNs, bool HasTime, int Link, byte[] Frame)> ReadAll(Stream stream)
    {
        using var reader = CaptureReader.Open(stream, "test.pcap");
        var packets = new List<(ulong, bool, int, byte[])>();
        while (reader.Next())
        {
            packets.Add((reader.TimeNs, reader.HasTime, reader.LinkType, reader.Frame.ToArray()));
            Assert.That(reader.PacketNumber, Is.EqualTo(packets.Count));
        }

        return packets;
    }

    public static string ErrorOf(CaptureBytes capture) =>
        Assert.Throws<CaptureException>(() => ReadAll(capture.ToStream()))!.Message;
}
