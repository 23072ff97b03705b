using SmartNic.Flash;
using SmartNic.Jtag.Mpsse;
using SmartNic.Jtag.Tap;
using SmartNic.Jtag.Tests.Model;
using SmartNic.Jtag.Xilinx;
using SmartNic.Usb;

namespace SmartNic.Jtag.Tests;

/// <summary>Whatever goes wrong ends in time, with a message that says what to do.</summary>
[CancelAfter(60_000)]
public sealed class FaultTests
{
    private static readonly FpgaImage Small = BitstreamBuilder.Image(SimPart.Artix, 2000);

    [Test]
    public void A_cable_that_is_pulled_at_any_time_is_told_and_the_next_load_works()
    {
        int seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        long all;
        var whole = new FtdiModel(chain);
        using (var target = Bench.OpenSlowly(whole))
        {
            new XilinxConfigurator(target.Chain, target.Device).Load(Small);
            all = whole.BytesOut;
        }

        for (int i = 0; i < 200; i++)
        {
            long at = random.NextInt64(all);
            var cable = new FtdiModel(chain) { PulledAfterBytes = at };
            string message = Message(() => LoadOnce(cable));
            Assert.That(message, Does.Contain("unplugged"), $"seed {seed}, after {at} bytes");
            Assert.That(cable.IsDisposed, $"seed {seed}, after {at} bytes");
            if (i % 20 == 0)
            {
                LoadOnce(new FtdiModel(chain));
                Assert.That(chain.IsConfigured(), $"seed {seed}, after {at} bytes");
            }
        }
    }

    [Test]
    public void A_cable_pulled_in_the_stream_tells_how_the_board_is_now()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        var cable = new FtdiModel(chain) { PulledAfterBytes = 6000 };
        Assert.That(Message(() => LoadOnce(cable)), Does.Contain("not configured now")
            .And.Contain($"of {Small.Payload.Length} bytes").And.Contain("flash"));
    }

    [Test]
    public void A_bitstream_for_another_part_is_refused_before_anything_is_cleared()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        LoadOnce(new FtdiModel(chain));
        using var target = Bench.Open(chain);
        var configurator = new XilinxConfigurator(target.Chain, target.Device);
        var byName = BitstreamBuilder.Image(SimPart.Artix, 10, name: "xcu280-fsvh2892-2L-e");
        var byCode = BitstreamBuilder.Image(SimPart.Vu9p, 10);
        Assert.Multiple(() =>
        {
            Assert.That(Message(() => configurator.Load(byName)),
                Does.Contain("is for xcu280-fsvh2892-2L-e, and the board has xc7a50t"));
            Assert.That(Message(() => configurator.Load(byCode)), Does.Contain("xcvu9p"));
            Assert.That(chain.IsConfigured());
        });
    }

    [Test]
    public void A_wrong_code_further_in_the_stream_is_an_ID_error_of_the_part()
    {
        // The second region's code is wrong: only the part can find that out.
        using var chain = new SimChain(Present.Fpga0, SimPart.U50);
        using var target = Bench.Open(chain);
        var image = BitstreamBuilder.Image(
            new SimPart(SimPart.U50.Idcode, 0x0123_4093), 100);
        Assert.That(
            Message(() => new XilinxConfigurator(target.Chain, target.Device).Load(image)),
            Does.Contain("ID_ERROR").And.Contain("build it for this board"));
    }

    [Test]
    public void A_flipped_bit_anywhere_in_the_frames_is_a_CRC_error()
    {
        int seed = Random.Shared.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var target = Bench.Open(chain);
        var configurator = new XilinxConfigurator(target.Chain, target.Device);
        for (int i = 0; i < 20; i++)
        {
            byte[] bytes = Small.Payload.ToArray();
            int bit = random.Next(8 * 400, 8 * 8000);
            bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            string message = Message(() => configurator.Load(Small with { Payload = bytes }));
            Assert.That(message, Does.Contain("CRC_ERROR").And.Contain("--frequency"),
                $"seed {seed}, bit {bit}");
            Assert.That(chain.IsConfigured(), Is.False);
        }

        configurator.Load(Small);
    }

    [Test]
    public void A_stream_that_ends_early_never_starts()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var target = Bench.Open(chain);
        var cut = Small with { Payload = Small.Payload[..4000] };
        Assert.That(
            Message(() => new XilinxConfigurator(target.Chain, target.Device).Load(cut)),
            Does.Contain("was not taken").And.Match("whole|lost"));
    }

    [Test]
    public void DONE_held_low_is_told()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        chain.Set(ChainFault.HoldDone);
        Assert.That(Message(() => LoadOnce(new FtdiModel(chain))),
            Does.Contain("holds DONE low").And.Contain("DONE pull-up"));
    }

    [Test]
    public void INIT_held_low_is_told()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        chain.Set(ChainFault.HoldInit);
        Assert.That(Message(() => LoadOnce(new FtdiModel(chain))),
            Does.Contain("INIT stays low").And.Contain("INIT_B"));
    }

    [TestCase(ChainFault.TdoLow, "TDO is always 0")]
    [TestCase(ChainFault.TdoHigh, "TDO is always 1")]
    public void TDO_that_is_stuck_is_told(object fault, string message)
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        chain.Set((ChainFault)fault);
        Assert.That(Message(() => LoadOnce(new FtdiModel(chain))),
            Does.Contain(message).And.Contain("powered"));
    }

    [TestCase(ChainFault.TdoLow)]
    [TestCase(ChainFault.TdoHigh)]
    public void TDO_that_gets_stuck_while_loading_is_told(object fault)
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        using var target = Bench.Open(chain);
        var configurator = new XilinxConfigurator(target.Chain, target.Device);
        string message = Message(() => configurator.Load(Small, progress =>
        {
            if (progress.Bytes > 0)
            {
                chain.Set((ChainFault)fault);
            }
        }));
        Assert.That(message, Does.Contain("not read any more").And.Contain("cable"));
    }

    [Test]
    public void A_chain_whose_lengths_do_not_add_up_is_told()
    {
        // A part that says it is an XCVU9P, with an instruction register of one region.
        using var chain = new SimChain(Present.Fpga0, new SimPart(SimPart.Vu9p.Idcode));
        Assert.That(Message(() => LoadOnce(new FtdiModel(chain))),
            Does.Contain("6 bits of instruction registers").And.Contain("18"));
    }

    [Test]
    public void Two_unknown_parts_are_told()
    {
        using var chain = new SimChain(
            Present.OtherFirst | Present.Fpga0 | Present.OtherLast, SimPart.Artix);
        Assert.That(Message(() => LoadOnce(new FtdiModel(chain))),
            Does.Contain("2 parts that are not known").And.Contain("0ba02477"));
    }

    [Test]
    public void An_empty_chain_of_unknown_parts_has_no_FPGA()
    {
        using var chain = new SimChain(Present.OtherFirst, SimPart.Artix);
        Assert.That(Message(() => LoadOnce(new FtdiModel(chain))),
            Does.Contain("no FPGA that we know"));
    }

    [Test]
    public void Two_FPGAs_need_a_choice()
    {
        using var chain =
            new SimChain(Present.Fpga0 | Present.Fpga1, SimPart.Vu9p, SimPart.Artix);
        Assert.That(Message(() => LoadOnce(new FtdiModel(chain))),
            Does.Contain("2 FPGAs: 0: xc7a50t").And.Contain("--device"));
    }

    [Test]
    public void A_cable_without_MPSSE_or_with_a_refused_command_is_told()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        Assert.That(Message(() => Bench.Link(new FtdiModel(chain) { IsDeaf = true })),
            Does.Contain("no MPSSE answers").And.Contain("close other programs"));
        foreach (byte code in (byte[])[0x8D, 0x97, 0x82, 0x19, 0x6B])
        {
            var cable = new FtdiModel(chain);
            cable.Engine.Unknown = code;
            Assert.That(Message(() => LoadOnce(cable)),
                Does.Contain($"refused command {code:x2}"), $"{code:x2}");
        }
    }

    [Test]
    public void A_cable_that_falls_silent_is_told()
    {
        using var chain = new SimChain(Present.Fpga0, SimPart.Artix);
        var cable = new FtdiModel(chain);
        using var target = Bench.Open(cable);
        cable.IsDeaf = true;
        Assert.That(
            Message(() => new XilinxConfigurator(target.Chain, target.Device).Load(Small)),
            Does.Contain("0 bytes answered instead of").And.Contain("plug the cable out"));
    }

    private static void LoadOnce(FtdiModel cable)
    {
        using var target = Bench.OpenSlowly(cable);
        new XilinxConfigurator(target.Chain, target.Device).Load(Small);
    }

    private static string Message(Action action)
    {
        try
        {
            action();
        }
        catch (JtagException e)
        {
            Assert.That(e.Advice, Is.Not.Null.And.Not.Empty, e.Message);
            return $"{e.Message}: {e.Advice}";
        }
        catch (UsbException e)
        {
            Assert.That(e.Advice, Is.Not.Null.And.Not.Empty, e.Message);
            return $"{e.Message}: {e.Advice}";
        }

        Assert.Fail("nothing was refused");
        return string.Empty;
    }
}
