using NUnit.Framework;
using SmartNic.Hls.Prove;
using SmartNic.Hls.Tests.Testing;

namespace SmartNic.Hls.Tests;

/// <summary>The solver of the sweep, against truth tables.</summary>
public sealed class SolverTests
{
    private const int Graphs = 300, Inputs = 7, Gates = 40, Questions = 12;

    [Test]
    public void ItsAnswersAreThoseOfTheTruthTable()
    {
        int seed = Environment.TickCount, never = 0;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int g = 0; g < Graphs; g++)
        {
            var (graph, literals) = Truth.Random(random, Inputs, Gates);
            var truth = Truth.Of(graph, Enumerable.Range(0, 2 * graph.Variables));
            int given = literals[random.Next(literals.Count)];
            var solver = Solver(graph);
            solver.Suppose(given);
            for (int k = 0; k < Questions; k++)
            {
                int x = literals[random.Next(literals.Count)] ^ random.Next(2);
                int y = literals[random.Next(literals.Count)] ^ random.Next(2);
                bool ever = truth[x].Zip(truth[y], (a, b) => a & b)
                    .Zip(truth[given], (a, b) => a & b).Any(w => w != 0);
                var cone = graph.Cone(x, y, given);
                Assert.That(solver.Ask([x, y], cone, int.MaxValue / 2),
                    Is.EqualTo(ever ? Answer.Sometimes : Answer.Never));
                never += ever ? 0 : 1;
                if (ever) Assert.That(solver.IsTrue(x) && solver.IsTrue(y) && solver.IsTrue(given));
            }
        }
        Assert.That(never, Is.GreaterThan(Graphs));
    }

    /// <summary>Equal products by other sums: hundreds of conflicts, each step of them
    /// checked.</summary>
    [Test]
    public void ALongDerivationIsChecked()
    {
        const int Width = 4;
        var graph = new Aig(2 * Width);
        int[] a = [.. Enumerable.Range(1, Width).Select(v => 2 * v)];
        int[] b = [.. Enumerable.Range(Width + 1, Width).Select(v => 2 * v)];
        int[] Product(int[] x, int[] y) => new WordGates(graph).Lower(new("$mul",
            pin => [.. pin == "A" ? x : y, .. new int[Width]], _ => 0, 2 * Width));
        int[] left = Product(a, b), right = Product(b, a);
        int differ = left.Zip(right, graph.Xor).Aggregate(0, graph.Or);
        var solver = Solver(graph);
        Assert.Multiple(() =>
        {
            Assert.That(differ, Is.GreaterThan(1));
            Assert.That(solver.Ask([differ], graph.Cone(differ), 1), Is.EqualTo(Answer.Open));
            Assert.That(solver.Ask([differ], graph.Cone(differ), 1_000_000),
                Is.EqualTo(Answer.Never));
            Assert.That(solver.Conflicts, Is.GreaterThan(100));
            // One bit of the other sum is all that is wrong here.
            int wrong = graph.Xor(left[^2], graph.Or(right[^2], graph.And(a[0], b[0])));
            foreach (int v in graph.Cone(wrong).Where(v => graph.IsGate(v)))
                solver.AddGate(v, graph.Gate(v).Left, graph.Gate(v).Right);
            Assert.That(solver.Ask([wrong], graph.Cone(wrong), 1_000_000),
                Is.EqualTo(Answer.Sometimes));
        });
    }

    [TestCase(new[] { 2 }, TestName = "A reason is missing")]
    [TestCase(new[] { 2, 9 }, TestName = "The order is wrong")]
    public void AStepThatDoesNotFollowIsRefused(int[] reasons)
    {
        // x -> y, y and z -> w: from x and z follows w, by the first and then the second.
        const int X = 2, Y = 4, Z = 6, W = 8;
        int[] arena = [0, 2, X ^ 1, Y, 0, 0, 0, 0, 3, Y ^ 1, Z ^ 1, W];
        int[] clause = [X ^ 1, Z ^ 1, W];
        new Derivation(10).Follows(clause, arena, [2, 9]);
        Assert.That(() => new Derivation(10).Follows(
            reasons.Length == 1 ? clause : [X ^ 1, W], arena, [.. reasons]),
            Throws.InvalidOperationException.With.Message.Contains("does not follow"));
    }

    private static SatSolver Solver(Aig graph)
    {
        // Room for gates that are added later.
        var solver = new SatSolver(graph.Variables + 100, _ => false);
        for (int v = graph.Inputs + 1; v < graph.Variables; v++)
            solver.AddGate(v, graph.Gate(v).Left, graph.Gate(v).Right);
        return solver;
    }
}
