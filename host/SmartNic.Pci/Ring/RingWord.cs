namespace SmartNic.Pci.Ring;

/// <summary>
/// The half of an entry that a board writes back: length, status, code, phase (hw/ring/README.md).
/// It came from outside, so nothing in it is believed before it is looked at.
/// </summary>
/// <param name="bits">The 64 bits, read once.</param>
/// <param name="phase">The phase that a board writes in this pass through the ring.</param>
internal readonly struct RingWord(ulong bits, ulong phase)
{
    private const int LastStatus = 3;
    private const int DmaFailed = 1;
    private const ulong Reserved = 0xFFFF_FFFE_F000_0000;

    /// <summary>Whether the board is done with the entry.</summary>
    public bool IsDone => ((bits >> 32) & 1) == phase;

    /// <summary>Bytes of the frame.</summary>
    public int LengthBytes => (ushort)bits;

    /// <summary>0 is good.</summary>
    public int Status => (byte)(bits >> 16);

    /// <summary>Whether a board may write this at all.</summary>
    public bool IsPossible => (bits & Reserved) == 0 && Status <= LastStatus
        && (Code == 0 || Status == DmaFailed)
        && (Status != 0 || LengthBytes is > 0 and <= RingSide.MaxFrameBytes);

    private int Code => (int)(bits >> 24) & 15;
}
