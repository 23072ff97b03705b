namespace SmartNic.Jtag.Bridge;

/// <summary>How a bridge bitstream takes SPI transfers through USER1.</summary>
public enum BridgeFraming
{
    /// <summary>bscan_spi of quartiq: a 1, 32 bits of length less one, the bits.</summary>
    BscanSpi,

    /// <summary>spiOverJtag version 2 of openFPGALoader: a 1, mode and bytes, the bytes.</summary>
    SpiOverJtag,
}
