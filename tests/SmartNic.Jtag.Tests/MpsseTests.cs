using SmartNic.Jtag.Mpsse;
using SmartNic.Jtag.Tap;
using SmartNic.Jtag.Tests.Model;
using SmartNic.Usb;

namespace SmartNic.Jtag.Tests;

/// <summary>What goes over USB: pins, clock, lengths, round trips.</summary>
public sealed class MpsseTests
{
    [TestCase(30_000_000, 30_000_000)]
    [TestCase(29_999_999, 15_000_000)]
    [TestCase(15_000_000, 15_000_000)]
    [TestCase(10_000_000, 10_000_000)]
    [TestCase(6_000_001, 6_000_000)]
    [TestCase(1_000, 1_000)]
    [TestCase(100_000_000, 30_000_000)]
    public void TCK_is_never_faster_than_asked_for(long asked, long real)
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        var cable = new FtdiModel(chain);
        using var link = Bench.Link(cable, asked);
        Assert.That(link.FrequencyHz, Is.EqualTo(real));
        Assert.That(cable.Engine.FrequencyHz, Is.EqualTo((double)real).Within(1));
    }

    [Test]
    public void Every_profile_has_TMS_high_and_TDO_as_an_input()
    {
        foreach (var profile in CableProfile.All)
        {
            Assert.That(profile.LowDirection & 0x0F, Is.EqualTo(0x0B), profile.Name);
            Assert.That(profile.LowValue & 0x09, Is.EqualTo(0x08), profile.Name);
            Assert.That(profile.LowValue & ~profile.LowDirection, Is.Zero, profile.Name);
            Assert.That(profile.Channel,
                Is.LessThan(FtdiChip.All.First(c => c.Product == profile.Product).Channels));
        }
    }

    [Test]
    public void Pins_are_set_as_the_profile_says()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        var cable = new FtdiModel(chain);
        var profile = CableProfile.All[1];
        using var link = new MpsseLink(cable, FtdiChip.Of(cable.Identity)!, profile, 1_000_000);
        Assert.That((cable.Engine.Low, cable.Engine.LowDirection),
            Is.EqualTo((profile.LowValue, profile.LowDirection)));
    }

    [Test]
    public void The_second_channel_has_its_own_endpoints()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        var cable = new FtdiModel(chain, channel: 1);
        using var target = new JtagTarget(new MpsseLink(cable, FtdiChip.Of(cable.Identity)!,
            CableProfile.All[3] with { Channel = 1 }, 30_000_000, Bench.Patience));
        Assert.That(target.Device.Part!.Name, Is.EqualTo("xc7a50t"));
    }

    [Test]
    public void Shifts_of_every_length_come_back_as_they_went([Values(64, 512)] int packetBytes)
    {
        int seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var link = Bench.Link(new FtdiModel(chain, 0x6014, packetBytes));
        var tap = new TapController(link);
        tap.GoTo(TapState.ShiftIr);
        tap.Shift([0x3F], 6, isLast: true); // BYPASS: one bit late
        foreach (int bits in (int[])[.. Enumerable.Range(2, 40), 8175, 8176, 8177, 20_000, 33_333])
        {
            byte[] tdi = new byte[(bits + 7) / 8];
            byte[] tdo = new byte[tdi.Length];
            random.NextBytes(tdi);
            tap.GoTo(TapState.ShiftDr);
            int cut = random.Next(1, bits);
            // In two pieces, which need not end on a byte.
            byte[] rest = new byte[(bits - cut + 7) / 8];
            BitArrays.Copy(tdi, cut, rest, 0, bits - cut);
            byte[] restOut = new byte[rest.Length];
            tap.ShiftRead(tdi, tdo, cut, isLast: false);
            tap.ShiftRead(rest, restOut, bits - cut, isLast: true);
            BitArrays.Copy(restOut, 0, tdo, cut, bits - cut);
            for (int i = 1; i < bits; i++)
            {
                Assert.That(BitArrays.Get(tdo, i), Is.EqualTo(BitArrays.Get(tdi, i - 1)),
                    $"seed {seed}, bit {i} of {bits}, cut at {cut}");
            }
        }
    }

    [Test]
    public void A_load_needs_a_round_trip_per_quarter_megabyte_and_few_more()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix, clearUs: 0);
        var link = Bench.Link(new FtdiModel(chain));
        using var target = new JtagTarget(link);
        long before = link.RoundTrips;
        new Xilinx.XilinxConfigurator(target.Chain, target.Device)
            .Load(BitstreamBuilder.Image(SimPart.Artix, 250_000));
        Assert.That(link.RoundTrips - before, Is.LessThanOrEqualTo(4 + 6));
    }

    [Test]
    public void The_only_cable_is_found_and_of_more_one_must_be_named()
    {
        UsbIdentity first = new(0x0403, 0x6011, 0x0800, 1, 2, "2177A", "A-U280-P64G");
        UsbIdentity second = new(0x0403, 0x6014, 0x0900, 1, 3, "210B", "Digilent USB Device");
        UsbIdentity mouse = new(0x046D, 0xC077, 0x7200, 1, 4, null, "Mouse");
        var both = new FakeBus(mouse, first, second);
        Assert.Multiple(() =>
        {
            Assert.That(JtagCable.Find(new FakeBus(mouse, first), null).Device, Is.EqualTo(first));
            Assert.That(JtagCable.Find(both, "210b").Profile.Name, Does.Contain("VCU118"));
            Assert.That(JtagCable.Find(both, "217").Profile.Name, Does.Contain("Alveo"));
            Assert.That(() => JtagCable.Find(both, null), Throws.TypeOf<JtagException>()
                .With.Message.Contains("2 cables").And.Message.Contains("2177A"));
            Assert.That(() => JtagCable.Find(both, "9"), Throws.TypeOf<JtagException>()
                .With.Message.Contains("no cable has serial number 9"));
            Assert.That(() => JtagCable.Find(new FakeBus(mouse), null),
                Throws.TypeOf<JtagException>().With.Message.Contains("no JTAG cable"));
        });
    }

    private sealed class FakeBus(params IReadOnlyList<UsbIdentity> devices) : IUsbBus
    {
        public IReadOnlyList<UsbIdentity> Devices() => devices;

        public IUsbDevice Open(UsbIdentity device) => throw new InvalidOperationException();
    }
}
