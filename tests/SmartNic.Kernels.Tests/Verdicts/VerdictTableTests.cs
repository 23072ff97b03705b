using System.Reflection;
using System.Text;
using NUnit.Framework;
using SmartNic.Hls.Language;
using SmartNic.Registers;

namespace SmartNic.Kernels.Tests.Verdicts;

/// <summary>
/// The table of verdicts is what the kernels decide, and every reason is in it. With SNIC_APPROVE=1
/// the page is written anew.
/// </summary>
public sealed class VerdictTableTests
{
    private static readonly string Page = Path.Combine(
        Checkout.Root, "hls", "kernels", "VERDICTS.md");

    private static IEnumerable<VerdictCase> All() =>
        [.. RxVerdicts.All(), .. TxVerdicts.All(), .. FirewallVerdicts.All()];

    [TestCaseSource(nameof(All))]
    public void IsDecidedSo(object row)
    {
        var verdict = (VerdictCase)row;
        foreach (var run in verdict.Run)
        {
            Verdict v = run();
            Assert.That(v.Reason, Is.EqualTo(verdict.Reason));
            Assert.That((byte)v.Dest == (byte)Destination.Drop,
                Is.EqualTo((byte)verdict.Reason >= (byte)Outcome.Malformed));
        }
    }

    [Test]
    public void NoLineStandsTwice() => Assert.That(All().Select(c => c.ToString()), Is.Unique);

    [Test]
    public void EveryReasonIsInIt()
    {
        // Egress decides about queues: hw/egress has its tests.
        var reasons = typeof(Reasons).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(f => f.GetCustomAttribute<CountedInAttribute>() is not null)
            .Select(f => (Reason)f.GetRawConstantValue()!)
            .Where(r => r != Reasons.QueueFull);
        Assert.That(All().Select(c => c.Reason).Distinct(), Is.EquivalentTo(reasons));
    }

    [Test]
    public void ThePageIsInStep()
    {
        string text = Write();
        if (Environment.GetEnvironmentVariable("SNIC_APPROVE") == "1")
        {
            File.WriteAllText(Page, text);
        }

        Assert.That(File.ReadAllText(Page), Is.EqualTo(text), "SNIC_APPROVE=1 writes it anew");
    }

    private static string Write()
    {
        var page = new StringBuilder("""
            # Verdicts

            Each line is a frame that is right but for one thing, and the reason that it is
            counted as ([REASONS.md](REASONS.md)). Written by a test that asks the kernels about
            each (`tests/SmartNic.Kernels.Tests/Verdicts`): of a tunnel and what it carries over
            IPv4 and IPv6, of all else over IPv4; the RTL is proved to decide the same. Behind
            an inner IP header all is payload but ports and questions to the gateway.
            `queue_full` is egress' own.


            """);
        foreach (var (title, cases) in new[]
        {
            ("From the wire", RxVerdicts.All()), ("From the host", TxVerdicts.All()),
        })
        {
            page.Append($"## {title}\n| | | counted as | by |\n|---|---|---|---|\n");
            string part = "";
            foreach (var row in cases)
            {
                string name = ReasonList.All.Single(r => r.Number == row.Reason).Name;
                page.Append(row.Part == part ? "| " : $"| **{row.Part}** ");
                page.Append($"| {row.What} | `{name}` | {row.Source} |\n");
                part = row.Part;
            }

            page.Append('\n');
        }

        return page.ToString().TrimEnd() + "\n";
    }
}
