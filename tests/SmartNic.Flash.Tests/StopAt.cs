using SmartNic.Flash.Writing;

namespace SmartNic.Flash.Tests;

/// <summary>Cancels when a share of the bytes is written.</summary>
internal sealed class StopAt(CancellationTokenSource stop, double share) : IFlashProgress
{
    private bool isWriting;
    private long total;
    private long done;

    public void Begin(FlashStage stage, long totalBytes) =>
        (isWriting, total) = (stage == FlashStage.Write, totalBytes);

    public void Advance(long bytes)
    {
        done += isWriting ? bytes : 0;
        if (isWriting && done >= total * share)
        {
            stop.Cancel();
        }
    }

    public void Note(string text)
    {
    }
}
