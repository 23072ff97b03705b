using SmartNic.Hls;
using SmartNic.Hls.Schedule;
using SmartNic.Synth.Examples;

namespace SmartNic.Synth.Routing;

/// <summary>A clock of an example: what the compiler expects, and what routing gave.</summary>
/// <param name="Example">Name of the example.</param>
/// <param name="Clock">Number of the clock, or name of the update.</param>
/// <param name="EstimatedNs">By the delays that the schedule was made with.</param>
/// <param name="EstimatedLevels">Levels of 6-input LUTs.</param>
/// <param name="ScaledNs">By the delays of the routed family.</param>
/// <param name="ScaledLevels">Levels of 4-input LUTs.</param>
/// <param name="Routed">The routed path, or null where the clock has no route.</param>
internal sealed record RoutedClock(
    string Example, string Clock, double EstimatedNs, int EstimatedLevels, double ScaledNs,
    int ScaledLevels, RoutedPath? Routed)
{
    /// <summary>Every clock and update of an example that has logic.</summary>
    /// <param name="example">The example.</param>
    /// <param name="route">What routes the logic of a clock.</param>
    public static IEnumerable<RoutedClock> Of(Example example, Func<Design, RoutedPath?> route)
    {
        var kernel = example.Kernel;
        for (int clock = 0; clock < kernel.Latency; clock++)
        {
            if (Of(route, example.Name, $"{clock}", kernel.Pipeline, clock) is { } routed)
            {
                yield return routed;
            }
        }

        foreach (Pipeline step in kernel.Steps)
        {
            string name = step.Design.Name[(kernel.Name.Length + 1)..];
            if (Of(route, example.Name, name, step, 0) is { } routed)
            {
                yield return routed;
            }
        }
    }

    private static RoutedClock? Of(
        Func<Design, RoutedPath?> route, string example, string name, Pipeline pipeline, int clock)
    {
        if (ClockLogic.Of(pipeline, clock) is not { } logic)
        {
            return null;
        }

        return new RoutedClock(example, name, Ns(pipeline, clock, pipeline.Design.Delays),
            (int)Ns(pipeline, clock, DelayModel.Levels), Ns(pipeline, clock, DelayModel.Ice40),
            (int)Ns(pipeline, clock, DelayModel.Ice40Levels), route(logic));
    }

    /// <summary>To two digits, as it is written: orders follow from what can be read.</summary>
    private static double Ns(Pipeline pipeline, int clock, DelayModel delays) =>
        Math.Round(pipeline.Measure(delays).WorstNs(clock), 2);
}
