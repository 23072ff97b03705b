using SmartNic.Demo;
using SmartNic.Guest;

namespace SmartNic.Peer.Tests.Tunnels;

/// <summary>Boots the guest once for all tests of this namespace.</summary>
[SetUpFixture]
public sealed class PeerSetUp
{
    private static PeerGuest? s_guest;

    /// <summary>The guest.</summary>
    internal static PeerGuest Guest => s_guest!;

    /// <summary>Where captures and logs go.</summary>
    internal static string Folder { get; } = Path.Combine(Paths.Repository(), "build", "test-peer");

    /// <summary>Installs what is needed and boots; where that is refused, all is skipped.</summary>
    [OneTimeSetUp]
    public void Boot()
    {
        var progress = new Progress(TestContext.Progress);
        string kernel = "";
        try
        {
            if (Topology.WhyNot(PeerGuest.Prefix) is { } whyNot)
            {
                Assert.Ignore($"no devices here: {whyNot}");
            }

            Directory.CreateDirectory(Path.Combine(Folder, "guest"));
            kernel = GuestRun.Prepare(Path.Combine(Paths.Repository(), "build", "guest"), progress,
                ("ip", "iproute2"), ("tc", "iproute2"), ("socat", "socat"),
                ("scapy", "python3-scapy"));
        }
        catch (DemoException e)
        {
            Assert.Ignore($"no QEMU here: {e.Message}");
        }

        s_guest = new PeerGuest(kernel, Path.Combine(Folder, "guest"));
        Assert.That(Guest.Said, Is.Empty);
    }

    /// <summary>Powers it off.</summary>
    [OneTimeTearDown]
    public void PowerOff() => s_guest?.Dispose();
}
