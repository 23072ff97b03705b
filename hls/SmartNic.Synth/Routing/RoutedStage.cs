using SmartNic.Hls;
using SmartNic.Hls.Schedule;
using SmartNic.Synth.Examples;

namespace SmartNic.Synth.Routing;

/// <summary>A stage of an example: what the compiler expects, and what routing gave.</summary>
/// <param name="Example">Name of the example.</param>
/// <param name="Stage">Number of the stage, or name of the update.</param>
/// <param name="EstimatedNs">By the delays that the schedule was made with.</param>
/// <param name="EstimatedLevels">Levels of 6-input LUTs.</param>
/// <param name="ScaledNs">By the delays of the routed family.</param>
/// <param name="ScaledLevels">Levels of 4-input LUTs.</param>
/// <param name="Routed">The routed path, or null where the stage has no route.</param>
internal sealed record RoutedStage(
    string Example, string Stage, double EstimatedNs, int EstimatedLevels, double ScaledNs,
    int ScaledLevels, RoutedPath? Routed)
{
    /// <summary>Every stage and update of an example that has logic.</summary>
    /// <param name="example">The example.</param>
    /// <param name="route">What routes the logic of a stage.</param>
    public static IEnumerable<RoutedStage> Of(Example example, Func<Design, RoutedPath?> route)
    {
        var kernel = example.Kernel;
        for (int stage = 0; stage < kernel.Latency; stage++)
        {
            if (Of(route, example.Name, $"{stage}", kernel.Pipeline, stage) is { } routed)
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

    private static RoutedStage? Of(
        Func<Design, RoutedPath?> route, string example, string name, Pipeline pipeline, int stage)
    {
        if (StageLogic.Of(pipeline, stage) is not { } logic)
        {
            return null;
        }

        return new RoutedStage(example, name, Ns(pipeline, stage, pipeline.Design.Delays),
            (int)Ns(pipeline, stage, DelayModel.Levels), Ns(pipeline, stage, DelayModel.Ice40),
            (int)Ns(pipeline, stage, DelayModel.Ice40Levels), route(logic));
    }

    /// <summary>To two digits, as it is written: orders follow from what can be read.</summary>
    private static double Ns(Pipeline pipeline, int stage, DelayModel delays) =>
        Math.Round(pipeline.Measure(delays).WorstNs(stage), 2);
}
