namespace SmartNic.Demo;

/// <summary>The steps of a scenario. All else stands in its folder.</summary>
public interface IScenario
{
    /// <summary>Name of its folder.</summary>
    string Name { get; }

    /// <summary>Goes through it: says what is met with <see cref="ScenarioRun.Expect"/>.
    /// </summary>
    /// <param name="run">The gateway with its peers, with the configuration in force.</param>
    /// <exception cref="DemoException">It could not be run to its end.</exception>
    void Run(ScenarioRun run);

    /// <summary>Goes through as much of it as the claim needs; the mechanism is off.</summary>
    /// <param name="run">As above, with another configuration.</param>
    /// <exception cref="DemoException">It could not be run to its end.</exception>
    void RunWithout(ScenarioRun run);
}
