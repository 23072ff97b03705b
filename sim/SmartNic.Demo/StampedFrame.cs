using SmartNic.Packets;

namespace SmartNic.Demo;

/// <summary>A frame of a capture.</summary>
/// <param name="TimeNs">Its stamp, ns since 1970.</param>
/// <param name="Bytes">The frame without FCS.</param>
internal sealed record StampedFrame(ulong TimeNs, byte[] Bytes)
{
    /// <summary>All frames of a capture.</summary>
    /// <exception cref="DemoException">It cannot be read.</exception>
    public static IReadOnlyList<StampedFrame> Read(string path)
    {
        try
        {
            var frames = new List<StampedFrame>();
            using CaptureReader reader = CaptureReader.Open(path);
            while (reader.Next())
            {
                frames.Add(new StampedFrame(reader.TimeNs, reader.Frame.ToArray()));
            }

            return frames;
        }
        catch (CaptureException e)
        {
            throw new DemoException(e.Message, e);
        }
    }
}
