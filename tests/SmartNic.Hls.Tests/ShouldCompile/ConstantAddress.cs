using SmartNic.Hls.Language;

public static class ConstantAddress
{
    // A secret that all packets share: its address has no clock, what is read has one.
    [Kernel("snic_constant_address")]
    public static ulong Run(ulong a, ulong b, [Depth(2)] Table<ulong> secret) =>
        (a + b) ^ secret.Read(0);
}
