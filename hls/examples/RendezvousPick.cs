using System.Numerics;
using System.Runtime.CompilerServices;
using SmartNic.Hls.Language;

namespace SmartNic.Examples;

/// <summary>A server that flows are shared among.</summary>
public struct Server
{
    /// <summary>It takes flows.</summary>
    public bool IsAlive;

    /// <summary>A number of its own, that its weights come from.</summary>
    public uint Seed;
}

/// <summary>Eight servers.</summary>
[InlineArray(8)]
public struct Servers
{
    Server first;
}

/// <summary>The server of a flow.</summary>
public struct Pick
{
    /// <summary>There is one.</summary>
    public bool Found;

    /// <summary>Its number.</summary>
    public U3 Server;
}

/// <summary>
/// Rendezvous hashing (Thaler, Ravishankar 1998): a flow goes to the living server with the
/// greatest weight for it, so one that leaves moves its own flows only. Among equals the
/// lowest number wins.
/// </summary>
public static class RendezvousPick
{
    /// <summary>The server of a flow.</summary>
    /// <param name="flow">Hash of the flow.</param>
    /// <param name="servers">All servers.</param>
    [Kernel("snic_rendezvous_pick")]
    public static Pick Run(uint flow, Servers servers)
    {
        Pick pick = default;
        uint best = 0;
        for (int i = 0; i < 8; i++)
        {
            uint weight = Weight(flow, servers[i].Seed);
            if (servers[i].IsAlive && (!pick.Found || weight > best))
            {
                pick.Found = true;
                pick.Server = (U3)i;
                best = weight;
            }
        }

        return pick;
    }

    /// <summary>How well a server suits a flow: the last mix of lookup3 (Jenkins 2006).</summary>
    public static uint Weight(uint flow, uint seed)
    {
        uint a = flow;
        uint b = seed;
        uint c = flow ^ 0xdeadbeef;
        c = (c ^ b) - BitOperations.RotateLeft(b, 14);
        a = (a ^ c) - BitOperations.RotateLeft(c, 11);
        b = (b ^ a) - BitOperations.RotateLeft(a, 25);
        return (c ^ b) - BitOperations.RotateLeft(b, 16);
    }
}
