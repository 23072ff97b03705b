namespace SmartNic.Sim.Flash;

/// <summary>What flash memory a simulated board has.</summary>
public enum FlashBoardKind
{
    /// <summary>One QSPI chip of 64 MiB, as on Alveo cards.</summary>
    Spi,

    /// <summary>Two QSPI chips of 32 MiB side by side, as on VCU118.</summary>
    Dual,

    /// <summary>One 16-bit parallel chip of 64 MiB, as on VCU108: P30.</summary>
    Bpi,

    /// <summary>The same with command set 0200h: MT28GU.</summary>
    BpiMicron,
}
