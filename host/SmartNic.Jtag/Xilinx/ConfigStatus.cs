namespace SmartNic.Jtag.Xilinx;

/// <summary>The status register of configuration (UG470 table 5-25, UG570 table 9-25).</summary>
/// <param name="Value">All 32 bits.</param>
public readonly record struct ConfigStatus(uint Value)
{
    // Bit, what it means when it is 1, what it means when it is 0; null is not worth a line.
    private static readonly (int Bit, string? High, string? Low)[] Meanings =
    [
        (0, "CRC_ERROR: what arrived is not what the tool wrote", null),
        (1, "part is secured: it takes encrypted bitstreams only", null),
        (2, null, "MMCM or PLL not locked"),
        (3, null, "DCI not matched"),
        (4, "end of startup reached", "end of startup not reached"),
        (5, null, "pins are held at high impedance (GTS_CFG_B = 0)"),
        (6, null, "flip-flops and memories are held (GWE = 0)"),
        (7, null, "interconnect is off (GHIGH_B = 0): frames were not completed"),
        (11, null, "INIT_COMPLETE = 0: configuration memory is still being cleared"),
        (12, null, "INIT_B is low: an error, or held low on the board"),
        (13, "DONE was released", "DONE was not released: startup did not get that far"),
        (14, "DONE is high", "DONE is low"),
        (15, "ID_ERROR: the bitstream is for a part with another identification code", null),
        (16, "SECURITY_ERROR: decryption failed, or the eFUSEs forbid this bitstream", null),
        (17, "over-temperature alarm", null),
        (27, "authentication failed", null),
        (29, "BAD_PACKET: a packet header that is none", null),
    ];

    /// <summary>The stream's check sum was wrong.</summary>
    public bool HasCrcError => Bit(0);

    /// <summary>The design runs.</summary>
    public bool IsEndOfStartup => Bit(4);

    /// <summary>The pin INIT_B.</summary>
    public bool IsInitHigh => Bit(12);

    /// <summary>The part let DONE go.</summary>
    public bool IsDoneReleased => Bit(13);

    /// <summary>The pin DONE.</summary>
    public bool IsDone => Bit(14);

    /// <summary>The stream was for another part.</summary>
    public bool HasIdError => Bit(15);

    /// <summary>Decryption or authentication failed.</summary>
    public bool HasSecurityError => Bit(16) || Bit(27);

    /// <summary>A packet header was not one.</summary>
    public bool HasBadPacket => Bit(29);

    /// <summary>Frames were written to the end.</summary>
    public bool IsInterconnectOn => Bit(7);

    /// <summary>Phase of the startup sequence, 0 to 7.</summary>
    public int StartupPhase => (int)(Value >> 18) & 7;

    /// <summary>The bits that say something, in words.</summary>
    public IReadOnlyList<string> Explain()
    {
        var self = this;
        return [.. Meanings.Select(m => self.Bit(m.Bit) ? m.High : m.Low).OfType<string>()];
    }

    private bool Bit(int index) => ((Value >> index) & 1) != 0;
}
