namespace SmartNic.Flash.Writing;

/// <summary>What is being done to a memory.</summary>
public enum FlashStage
{
    /// <summary>Reading the old image into a file.</summary>
    Save,

    /// <summary>Reading what is there.</summary>
    Compare,

    /// <summary>Taking away the synchronisation words of the old image.</summary>
    Disarm,

    /// <summary>Erasing, programming and reading back, sector by sector.</summary>
    Write,

    /// <summary>Writing the synchronisation words of the new image.</summary>
    Commit,
}

/// <summary>Told how far it is.</summary>
public interface IFlashProgress
{
    /// <summary>A stage begins.</summary>
    /// <param name="stage">Which.</param>
    /// <param name="totalBytes">Bytes that it will go through.</param>
    void Begin(FlashStage stage, long totalBytes);

    /// <summary>Bytes were gone through.</summary>
    void Advance(long bytes);

    /// <summary>Something happened that a user wants to know.</summary>
    void Note(string text);
}

/// <summary>What was done.</summary>
/// <param name="ImageBytes">Bytes of the image.</param>
/// <param name="Sectors">Sectors that it needs.</param>
/// <param name="SectorsWritten">Those that were erased and programmed.</param>
/// <param name="Retries">Sectors that had to be written twice.</param>
/// <param name="IsChanged">Whether anything was changed.</param>
public sealed record FlashReport(
    long ImageBytes, int Sectors, int SectorsWritten, int Retries, bool IsChanged);
