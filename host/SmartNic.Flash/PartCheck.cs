namespace SmartNic.Flash;

/// <summary>Whether an image is for an FPGA.</summary>
public static class PartCheck
{
    /// <summary>Why it is not; null when it is.</summary>
    /// <param name="image">The image.</param>
    /// <param name="fpgaId">JTAG id code in the firmware block of the board.</param>
    public static string? WhyNot(FpgaImage image, uint fpgaId)
    {
        if (fpgaId is 0 or 0xFFFF_FFFF)
        {
            return $"the board does not say what FPGA it has (FPGA_ID reads 0x{fpgaId:X8})";
        }

        if (image.IdCode is not { } id)
        {
            return $"{image.Path} does not say what FPGA it is for: it writes no IDCODE";
        }

        return FpgaPart.IsSame(id, fpgaId) ? null
            : $"{image.Path} is for {FpgaPart.Text(id)}"
                + (image.Part is null ? string.Empty : $" ({image.Part})")
                + $", the board has {FpgaPart.Text(fpgaId)}";
    }
}
