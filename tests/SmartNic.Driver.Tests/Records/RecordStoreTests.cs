using SmartNic.Kernels;
using SmartNic.Kernels.Samples;

namespace SmartNic.Driver.Tests.Records;

/// <summary>
/// At no moment does a packet miss a live record, or find another one; whatever is refused, and
/// whoever is killed. What breaks the protocol is noticed.
/// </summary>
public sealed class RecordStoreTests
{
    private const int Rounds = 20_000;

    [TestCase(1)]
    [TestCase(2)]
    public void PacketsFindWhatIsAlive(int interfaces)
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var run = new RecordRun(seed, interfaces: interfaces);
        for (var round = 0; round < Rounds && run.Fault is null; round++)
        {
            run.Next();
        }

        TestContext.Out.WriteLine(string.Join(", ", run.Counts));
        Assert.That(run.Fault, Is.Null);
        string[] all =
        [
            "Exists", "Inserted", "RecordsFull", "StashFull", "adopted", "deleted", "killed",
            "killed adopting", "moved", "simple", "stashed", "swept",
        ];
        Assert.That(all.Select(what => run.Counts.GetValueOrDefault(what)), Has.All.Positive,
            string.Join(", ", run.Counts));
    }

    [Test]
    public void AnOwnerWithoutFencesIsNoticed() =>
        Assert.That(FirstFault(hasFence: false), Does.Contain("bytes, not"));

    [Test]
    public void RecordsThatAreOredAreNoticed() => Assert.That(
        FirstFault(PacketFunctions.Kernels with { Find = OredMatch.Find }),
        Does.Contain("finds nothing"));

    [Test]
    public void AStateOfAnotherIncarnationIsNoticed() => Assert.That(
        FirstFault(PacketFunctions.Kernels with { Count = CountWithoutLooking }),
        Does.Contain("bytes, not"));

    private static string? FirstFault(PacketFunctions? functions = null, bool hasFence = true)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var run = new RecordRun(seed, functions, hasFence);
            for (var round = 0; round < Rounds && run.Fault is null; round++)
            {
                run.Next();
            }

            if (run.Fault is not null)
            {
                TestContext.Out.WriteLine($"seed {seed}: {run.Fault}");
                return run.Fault;
            }
        }

        return null;
    }

    private static ulong CountWithoutLooking(ref Owned<ulong> state, in OwnedArg<ushort> arg)
    {
        state.Incarnation = arg.Incarnation;
        return ConnectionStep.Step(ref state.State, arg.Arg);
    }
}
