using SmartNic.Kernels;

namespace SmartNic.SlowPath.Tests;

/// <summary>Every reason of the kernels has somebody who decides.</summary>
public sealed class DeskTests
{
    [Test]
    public void EveryReasonIsTaken()
    {
        foreach (PuntReason reason in Enum.GetValues<PuntReason>())
        {
            PuntSource? source = reason == PuntReason.None ? null
                : $"{reason}".StartsWith("Wire", StringComparison.Ordinal) ? PuntSource.Wire
                : PuntSource.Tenant;
            Assert.That(PuntDesk.Today.SourceOf(reason), Is.EqualTo(source), $"{reason}");
        }

        Assert.That(PuntDesk.Today.SourceOf((PuntReason)200), Is.Null);
    }

    [Test]
    public void HandlersAreAskedInOrderUntilOneDecides()
    {
        var asked = new List<int>();
        Handler Make(int n, PuntAnswer? answer) => new()
        {
            Decide = (in Punt punt) =>
            {
                Assert.That((punt.NowNs, punt.Frame.Length), Is.EqualTo((77UL, 14)));
                asked.Add(n);
                return answer;
            },
        };

        var desk = new PuntDesk(
        [
            Make(1, null), Make(2, PuntAnswer.Nothing(SlowPathOutcome.Foreign)), Make(3, null),
        ]);
        var punt = new Punt
        {
            Reason = PuntReason.Arp, Interface = 0, Frame = new byte[14], NowNs = 77,
        };
        Assert.That(
            desk.Answer(punt, SlowPathWorld.Empty, []).Outcome,
            Is.EqualTo(SlowPathOutcome.Foreign));
        Assert.That(asked, Is.EqualTo([1, 2]));
    }

    [Test]
    public void AReasonHasOneSource() => Assert.That(
        () => new PuntDesk([new Handler(), new Handler { Source = PuntSource.Wire }]),
        Throws.ArgumentException.With.Message.Contains("Arp"));

    private delegate PuntAnswer? Decision(in Punt punt);

    private sealed class Handler : IPuntHandler
    {
        public Decision Decide { get; init; } = (in Punt _) => null;

        public PuntSource Source { get; init; } = PuntSource.Tenant;

        public IReadOnlyList<PuntReason> Reasons => [PuntReason.Arp];

        public PuntAnswer? Answer(in Punt punt, SlowPathWorld world, Span<byte> reply) =>
            Decide(punt);
    }
}
