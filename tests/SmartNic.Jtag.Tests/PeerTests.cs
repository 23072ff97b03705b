using System.IO.Compression;
using SmartNic.Flash;
using SmartNic.Jtag.Tests.Model;
using SmartNic.Jtag.Xilinx;
using SmartNic.Testing;

namespace SmartNic.Jtag.Tests;

/// <summary>
/// openFPGALoader and the bitstreams that come with it, which Vivado wrote: the model takes what a
/// part takes, from a program that has configured parts.
/// </summary>
public sealed class PeerTests
{
    private const string Folder = "/usr/share/openFPGALoader";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [OneTimeSetUp]
    public void Tools() => Tool.Needs("openFPGALoader");

    [Test]
    public void It_finds_the_part()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var server = new XvcServer(chain);
        Assert.That(Run(server, "--detect"), Does.Contain("0x362c093").And.Contain("xc7a50"));
    }

    [Test]
    public void It_configures_the_model_with_a_bitstream_of_Vivado()
    {
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, "peer.bit");
        File.WriteAllBytes(file, Unpack("spiOverJtag_xc7a50tcpg236.bit.gz"));
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var server = new XvcServer(chain);
        Run(server, file);
        Assert.That(chain.IsConfigured());
        Assert.That(chain.FrameWords(), Is.GreaterThan(10_000));
    }

    [TestCase("spiOverJtag_xc7a50tcpg236.bit.gz", 0x0362_C093u)]
    [TestCase("spiOverJtag_xc7a100tcsg324.bit.gz", 0x0363_1093u)]
    [TestCase("spiOverJtag_xc7k325tffg676.bit.gz", 0x0365_1093u)]
    public void We_configure_the_model_with_bitstreams_of_Vivado(string name, uint idcode)
    {
        using var chain = new SimChain(Present.Fpga0, new SimPart(idcode));
        using var target = Bench.Open(chain);
        new XilinxConfigurator(target.Chain, target.Device).Load(
            FpgaImage.Load(Path.Combine(Folder, name)));
        Assert.That(chain.IsConfigured());
    }

    private static string Run(XvcServer server, string what) => Tool.MustPass(
        Limit, "openFPGALoader", "-c", "xvc-client", "--ip", "127.0.0.1", "--port",
        $"{server.Port}", what);

    private static byte[] Unpack(string name)
    {
        using var file = new GZipStream(
            File.OpenRead(Path.Combine(Folder, name)), CompressionMode.Decompress);
        using MemoryStream bytes = new();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
