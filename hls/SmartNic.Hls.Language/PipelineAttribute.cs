namespace SmartNic.Hls.Language;

/// <summary>
/// Marks a kernel that is a list of stages (<see cref="StageAttribute"/>): the order of the calls
/// is their priority, and the only place where it stands.
/// </summary>
/// <param name="name">Name of the module.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PipelineAttribute(string name) : KernelAttribute(name);
