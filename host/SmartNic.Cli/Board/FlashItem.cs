namespace SmartNic.Cli.Board;

/// <summary>What <c>board flash --json</c> prints.</summary>
/// <param name="File">Image file.</param>
/// <param name="Format">What it is.</param>
/// <param name="Design">Name of the design; missing where the file has none.</param>
/// <param name="Part">Part that it was built for; missing where the file has none.</param>
/// <param name="Built">Date and time; missing where the file has none.</param>
/// <param name="Fpga">FPGA that its configuration data ask for.</param>
/// <param name="Bytes">Bytes of configuration data.</param>
/// <param name="Board">Board.</param>
/// <param name="BoardId">Its id.</param>
/// <param name="BoardFpga">Its FPGA.</param>
/// <param name="Flash">Its flash.</param>
/// <param name="Segment">Segment that is written.</param>
/// <param name="Start">First byte of it.</param>
/// <param name="SegmentBytes">Bytes of it.</param>
/// <param name="Fallback">Segment that the FPGA falls back to; missing where there is none.</param>
/// <param name="Sectors">Sectors that the image needs.</param>
/// <param name="SectorsWritten">Sectors that were written, or would be.</param>
/// <param name="Retries">Sectors that were written twice.</param>
/// <param name="Changed">Whether the flash was changed, or would be.</param>
/// <param name="DryRun">Whether it only would.</param>
/// <param name="Saved">File with the old image; missing where none was asked for.</param>
/// <param name="SavedBytes">Bytes of it.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="Rebooted">Whether the FPGA loaded itself again.</param>
internal sealed record FlashItem(
    string File,
    string Format,
    string? Design,
    string? Part,
    string? Built,
    string? Fpga,
    int Bytes,
    string Board,
    string BoardId,
    string BoardFpga,
    string Flash,
    int Segment,
    long Start,
    long SegmentBytes,
    int? Fallback,
    int Sectors,
    int SectorsWritten,
    int Retries,
    bool Changed,
    bool DryRun,
    string? Saved,
    long? SavedBytes,
    double Seconds,
    bool Rebooted);
