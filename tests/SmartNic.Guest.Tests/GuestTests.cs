using SmartNic.Demo;
using SmartNic.Testing;

namespace SmartNic.Guest.Tests;

/// <summary>The card in a Linux guest, once, as `make -f fpga.mk guest` runs it.</summary>
public sealed class GuestTests
{
    private const int LeastExpectations = 12;

    [Test]
    [CancelAfter(1_500_000)]
    public void ACardInAGuestWorks(CancellationToken cancel)
    {
        var output = new StringWriter();
        var progress = new Progress(output);
        string folder = Path.Combine(Checkout.Root, "build", "guest");
        Directory.CreateDirectory(folder);
        string[] before = Left();
        try
        {
            GuestRun.Prepare(folder, progress);
        }
        catch (DemoException e)
        {
            Assert.Ignore($"no QEMU here: {e.Message}");
        }

        try
        {
            GuestRun.Run(folder, progress, cancel);
        }
        finally
        {
            TestContext.Out.WriteLine(output);
        }

        Assert.Multiple(() =>
        {
            Assert.That(progress.Failures, Is.Empty);
            Assert.That(progress.Checked, Is.GreaterThanOrEqualTo(LeastExpectations));
            Assert.That(Left(), Is.EquivalentTo(before), "nothing is left behind");
        });
    }

    private static string[] Left() =>
        Directory.GetDirectories(Path.GetTempPath(), "snic-guest-*");
}
