using SmartNic.Packets;

namespace SmartNic.Cli.Tests;

/// <summary>Captures of the tests, whole in memory.</summary>
internal static class CaptureFile
{
    public static string Write(
        string path, ushort linkType, IEnumerable<(ulong TimeNs, byte[] Frame)> packets)
    {
        using var writer = PcapWriter.Create(path, linkType);
        foreach (var (timeNs, frame) in packets)
        {
            writer.Write(timeNs, frame);
        }

        return path;
    }

    public static List<(ulong TimeNs, byte[] Frame)> Read(string path, int linkType = 1)
    {
        using var reader = CaptureReader.Open(path);
        var packets = new List<(ulong, byte[])>();
        while (reader.Next())
        {
            Assert.That(reader.LinkType, Is.EqualTo(linkType));
            packets.Add((reader.TimeNs, reader.Frame.ToArray()));
        }

        return packets;
    }
}
