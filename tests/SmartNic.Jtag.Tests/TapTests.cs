using SmartNic.Jtag.Tap;
using SmartNic.Jtag.Xilinx;

namespace SmartNic.Jtag.Tests;

/// <summary>The states, and the instructions of stacked parts.</summary>
public sealed class TapTests
{
    [Test]
    public void The_way_from_every_state_to_every_state_leads_there_and_is_short()
    {
        foreach (var from in Enum.GetValues<TapState>())
        {
            foreach (var to in Enum.GetValues<TapState>())
            {
                var (bits, count) = TapPath.Find(from, to);
                var at = from;
                for (int i = 0; i < count; i++)
                {
                    at = TapPath.Step(at, ((bits >> i) & 1) != 0);
                }

                Assert.That(at, Is.EqualTo(to));
                Assert.That(count, Is.LessThanOrEqualTo(8), $"{from} to {to}");
            }
        }
    }

    [Test]
    public void Five_ones_reset_from_every_state()
    {
        foreach (var from in Enum.GetValues<TapState>())
        {
            var at = from;
            for (int i = 0; i < 5; i++)
            {
                at = TapPath.Step(at, tms: true);
            }

            Assert.That(at, Is.EqualTo(TapState.Reset));
        }
    }

    // BSDL of XCVU9P, as openFPGALoader (src/xilinx.cpp) has it.
    [TestCase("xcvu9p", 0x02u, false, 0b000010_100100_100100u)]
    [TestCase("xcvu9p", 0x05u, false, 0b000101_100100_100100u)]
    [TestCase("xcvu9p", 0x0Bu, true, 0b001011_001011_001011u)]
    [TestCase("xcvu7p", 0x05u, false, 0b000101_100100u)]
    // OpenOCD's tcl/cpld/xilinx-xcu.cfg.
    [TestCase("xcu250", 0x02u, false, 0x0A4924u)]
    [TestCase("xcu250", 0x23u, false, 0x8E4924u)]
    [TestCase("xcu250", 0x0Cu, true, 0x30C30Cu)]
    [TestCase("xc7a50t", 0x05u, false, 0x05u)]
    public void Instructions_of_stacked_parts_are_those_of_their_BSDL(
        string name, uint code, bool whole, uint bits)
    {
        var part = XilinxParts.All.Single(p => p.Names.Contains(name));
        Assert.That(whole ? part.Whole(code) : part.First(code), Is.EqualTo(bits));
    }

    [TestCase("xcu280-fsvh2892-2L-e", true)]
    [TestCase("xcu55c-fsvh2892-2L-e", true)]
    [TestCase("xcu50-fsvh2104-2-e", false)]
    [TestCase("xcu28-fsvh2892-2L-e", false)]
    public void Names_of_bitstreams_fit_their_part_only(string name, bool fits) =>
        Assert.That(XilinxParts.Find(0x14B7_D093)!.Fits(name), Is.EqualTo(fits));

    [TestCase("7a50tcpg236", true)]
    [TestCase("xc7a50tcsg324-1", true)]
    [TestCase("7a100tcsg324", false)]
    public void Seven_series_bitstreams_have_the_package_in_the_name(string name, bool fits) =>
        Assert.That(XilinxParts.Find(0x0362_C093)!.Fits(name), Is.EqualTo(fits));

    [Test]
    public void Status_bits_are_explained()
    {
        Assert.That(new ConfigStatus(0x0000_0001).Explain(), Has.Some.Contains("CRC_ERROR"));
        Assert.That(new ConfigStatus(0x0000_8000).Explain(), Has.Some.Contains("ID_ERROR"));
        // A running part, as Vivado shows it: nothing but what is well.
        Assert.That(new ConfigStatus(0x101C_79FC).Explain(), Is.EqualTo((string[])[
            "end of startup reached", "DONE was released", "DONE is high"]));
    }
}
