using NUnit.Framework;
using SmartNic.Hls;

namespace SmartNic.Kernels.Tests;

/// <summary>The Verilog under hw/ is what the compiler makes of the kernels today.</summary>
public sealed class GeneratedTests
{
    [TestCase("snic_rx_kernel", "rx")]
    [TestCase("snic_tx_kernel", "tx")]
    public void IsInStep(string kernel, string block)
    {
        string folder = Path.Combine(Checkout.Root, "hw", block, "rtl", "gen");
        var committed = Directory.GetFiles(folder)
            .ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
        string lockFile = Path.Combine(Checkout.Root, "hls", "kernels", "tables.lock");
        var ids = TableLock.Parse(File.ReadAllText(lockFile), lockFile);
        var made = KernelSources.ToVerilog(KernelSources.Read()).Single(k => k.Name == kernel);
        var compiled = made.Files.ToDictionary();
        foreach (var (name, text) in made.Shell(ids))
        {
            compiled[name] = text;
        }

        // Beside a kernel that is compiled by itself; here it is a block's.
        const string Line = "snic_delay.sv";
        Assert.That(compiled.Remove(Line, out string? line), Is.True);
        Assert.That(line, Is.EqualTo(
            File.ReadAllText(Path.Combine(Checkout.Root, "hw", "lib", "rtl", Line))));
        Assert.That(ids.Text, Is.EqualTo(File.ReadAllText(lockFile)), "run make -f fpga.mk gen");
        Assert.That(committed.Keys, Is.EquivalentTo(compiled.Keys), "run make -f fpga.mk gen");
        foreach (var (name, text) in compiled)
        {
            Assert.That(committed[name], Is.EqualTo(text), $"{name}: run make -f fpga.mk gen");
        }
    }
}
