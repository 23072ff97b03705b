using SmartNic.Cli.Shell;
using SmartNic.Driver;
using SmartNic.Packets;

namespace SmartNic.Cli.Replay;

/// <summary>One output capture.</summary>
internal sealed class ReplayOutput : IDisposable
{
    private readonly StagedFile file;
    private readonly PcapWriter writer;

    /// <exception cref="CliException">The file cannot be written.</exception>
    public ReplayOutput(PortFile output)
    {
        file = new StagedFile(output.Path);
        var isSlow = output.Port.Kind == PortKind.Slow;
        writer = new PcapWriter(
            file.Stream, output.Path, isSlow ? LinkTypes.User0 : LinkTypes.Ethernet);
    }

    public void Write(ulong timeNs, ReadOnlySpan<byte> frame) => writer.Write(timeNs, frame);

    /// <summary>
    /// Writes what is still in memory, so that a full disk shows before any rename.
    /// </summary>
    public void Finish()
    {
        writer.Flush();
        file.Finish();
    }

    /// <summary>Puts the file in its place.</summary>
    public void Commit() => file.Commit();

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();
}
