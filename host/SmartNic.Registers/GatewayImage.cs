namespace SmartNic.Registers;

/// <summary>The image of an FPGA that this program was built for.</summary>
public static class GatewayImage
{
    /// <summary>What is to be flashed where another image is found.</summary>
    public static string Name =>
        "fpga.bit of a Corundum project with the app/snic that `make -f fpga.mk export-corundum` "
        + $"of this version lays out, register spec 0x{RegisterSpecHash.Value:X16}";
}
