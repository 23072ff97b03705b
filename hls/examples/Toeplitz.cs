using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>What names a flow: the fields that receive-side scaling looks at.</summary>
public struct FlowTuple
{
    /// <summary>IPv4 source address.</summary>
    public uint Source;

    /// <summary>IPv4 destination address.</summary>
    public uint Destination;

    /// <summary>Source port of TCP or UDP.</summary>
    public ushort SourcePort;

    /// <summary>Destination port of TCP or UDP.</summary>
    public ushort DestinationPort;

    /// <summary>Protocol number of IPv4.</summary>
    public byte Protocol;
}

/// <summary>
/// Toeplitz hash of receive-side scaling (Microsoft, "RSS hashing functions"; Krawczyk 1995): bit i
/// of the input, the most significant first, adds 32 bits of the key from bit i on. The key is the
/// one of Microsoft's verification suite.
/// </summary>
public static class Toeplitz
{
    const byte Tcp = 6;
    const byte Udp = 17;

    // The first 16 bytes of the key; 12 bytes of input reach no further.
    const uint Key0 = 0x6d5a56da;
    const uint Key1 = 0x255b0ec2;
    const uint Key2 = 0x4167253d;
    const uint Key3 = 0x43a38fb0;

    /// <summary>Hash over addresses, and over ports where the protocol has them.</summary>
    [Kernel("snic_toeplitz")]
    public static uint Run(FlowTuple flow)
    {
        bool hasPorts = flow.Protocol is Tcp or Udp;
        uint ports = ((uint)flow.SourcePort << 16) | flow.DestinationPort;
        return Hash(flow.Source, Key0, Key1)
            ^ Hash(flow.Destination, Key1, Key2)
            ^ Hash(hasPorts ? ports : 0, Key2, Key3);
    }

    static uint Hash(uint word, uint key, uint next)
    {
        ulong window = ((ulong)key << 32) | next;
        uint hash = 0;
        for (int i = 0; i < 32; i++)
        {
            bool isSet = ((word >> (31 - i)) & 1) != 0;
            hash ^= isSet ? (uint)(window >> (32 - i)) : 0;
        }

        return hash;
    }
}
