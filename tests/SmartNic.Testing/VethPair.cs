using NUnit.Framework;

namespace SmartNic.Testing;

/// <summary>Two network devices of the kernel: what is sent on one arrives at the other.</summary>
public sealed class VethPair : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Makes a pair that is up and has no addresses; where that is refused, the test is
    /// skipped.</summary>
    public VethPair()
    {
        string id = $"{Guid.NewGuid():N}"[..8];
        (Near, Far) = ($"snv{id}n", $"snv{id}f");
        Make();
    }

    /// <summary>The board's end.</summary>
    public string Near { get; }

    /// <summary>The other end.</summary>
    public string Far { get; }

    /// <summary>Makes the pair, also again after <see cref="Delete"/>.</summary>
    public void Make()
    {
        var (code, output) = Tool.Run(
            Limit, "ip", "link", "add", Near, "type", "veth", "peer", "name", Far);
        if (code != 0)
        {
            Assert.Ignore($"network devices are refused: {output.Trim()}");
        }

        foreach (string end in new[] { Near, Far })
        {
            Ip("link", "set", end, "addrgenmode", "none");
            Ip("link", "set", end, "mtu", "1600", "up");
        }
    }

    /// <summary>Deletes the pair.</summary>
    public void Delete() => Ip("link", "del", Near);

    /// <summary>Runs <c>ip</c>.</summary>
    public static void Ip(params string[] words) => Tool.MustPass(Limit, "ip", words);

    /// <inheritdoc/>
    public void Dispose() => Tool.Run(Limit, "ip", "link", "del", Near);
}
