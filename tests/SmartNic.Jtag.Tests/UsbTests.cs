using SmartNic.Testing;
using SmartNic.Usb;
using SmartNic.Usb.LibUsb;

namespace SmartNic.Jtag.Tests;

/// <summary>The native library, as far as this machine has USB.</summary>
public sealed class UsbTests
{
    private static readonly UsbIdentity Nobody = new(0x0403, 0x6011, 0, 250, 99, "X1", "Cable");

    [Test]
    public void The_library_starts_and_lists_what_the_kernel_lists()
    {
        Assert.That(File.Exists("/usr/lib/x86_64-linux-gnu/libusb-1.0.so.0"),
            "not installed; run: make -f fpga.mk setup");
        var bus = new LibUsbBus();
        var devices = bus.Devices();
        const string sysfs = "/sys/bus/usb/devices";
        int kernel = Directory.Exists(sysfs)
            ? Directory.GetDirectories(sysfs).Count(d => File.Exists(Path.Combine(d, "idVendor")))
            : 0;
        TestContext.Out.WriteLine($"{devices.Count} devices");
        Assert.That(devices, Has.Count.EqualTo(kernel));
    }

    [Test]
    public void A_device_that_is_gone_is_told()
    {
        var bus = new LibUsbBus();
        Assert.That(() => bus.Open(Nobody), Throws.TypeOf<UsbException>()
            .With.Property("Failure").EqualTo(UsbFailure.Removed));
    }

    [Test]
    public void A_missing_library_names_the_package() =>
        Assert.That(LibUsbBus.MissingLibrary().Advice, Is.EqualTo("apt-get install libusb-1.0-0"));

    [TestCase(-3, UsbFailure.Permission, "60-snic.rules")]
    [TestCase(-4, UsbFailure.Removed, "cable")]
    [TestCase(-6, UsbFailure.Busy, "hw_server")]
    [TestCase(-7, UsbFailure.Timeout, "plug")]
    [TestCase(-1, UsbFailure.Transfer, "USB port")]
    public void Errors_of_the_library_say_what_to_do(int code, object failure, string advice)
    {
        var e = LibUsbErrors.Of(code, Nobody, "bulk in");
        Assert.That(e.Failure, Is.EqualTo((UsbFailure)failure));
        Assert.That(e.Advice, Does.Contain(advice));
    }

    [Test]
    public void The_udev_rule_is_in_the_package_and_names_every_chip()
    {
        string rule = File.ReadAllText(
            Checkout.At("host", "package", LibUsbErrors.UdevRule));
        foreach (var chip in Mpsse.FtdiChip.All)
        {
            Assert.That(rule, Does.Contain($"{chip.Product:x4}"), chip.Name);
        }
    }
}
