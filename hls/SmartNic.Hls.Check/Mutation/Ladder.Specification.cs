using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;
using SmartNic.Hls.Il;

namespace SmartNic.Hls.Check.Mutation;

/// <summary>What is asked of a changed front end and of a changed reader of IL on top.</summary>
internal static partial class Ladder
{
    /// <summary>What a compiler says of sources that it has to reject: diagnostic and
    /// place.</summary>
    public static string[] Refusals((string Path, string Text)[] wrong) => [.. wrong.Select(w =>
    {
        try
        {
            new Compiler([w]).Compile();
            return "is accepted";
        }
        catch (HlsException e)
        {
            return $"{e.Id} at {e.Where?.SourceSpan}";
        }
        catch (Exception e)
        {
            return First(e);
        }
    })];

    /// <summary>The specification of every kernel and step that has one, by module.</summary>
    public static Dictionary<string, string> Specifications(
        (string Path, string Text)[][] corpus) => corpus.Select(c => new Compiler(c)).SelectMany(
            c => c.Compile().SelectMany(k => Specified(c, k))).ToDictionary(
                s => s.Name, s => s.Text);

    /// <summary>As <see cref="Run"/>, for a change that shows in the specification only.</summary>
    /// <param name="corpus">Kernels, a compilation per array.</param>
    /// <param name="right">The right specifications by module.</param>
    /// <param name="same">A <see cref="Proof"/> of a specification against the right one.</param>
    /// <param name="enter">Told the rung that begins.</param>
    public static string RunSpecification((string Path, string Text)[][] corpus,
        Dictionary<string, string> right, Func<string, int, Dictionary<string, string>, string?>
        same, Action<string> enter)
    {
        enter(Compile);
        var changed = new List<(Compiler, CompiledKernel)>();
        var texts = new Dictionary<string, string>();
        foreach (var sources in corpus)
        {
            var compiler = new Compiler(sources, null, check: false);
            foreach (var kernel in compiler.Compile())
            {
                try
                {
                    var differ = Specified(compiler, kernel).Where(
                        s => right.TryGetValue(s.Name, out string? known) && known != s.Text)
                        .ToDictionary(s => s.Name, s => s.Text);
                    foreach (var (name, text) in differ) texts[name] = text;
                    if (differ.Count > 0) changed.Add((compiler, kernel));
                }
                catch (Exception error)
                {
                    return $"{Compile}: {kernel.Name}: {First(error)}";
                }
            }
        }
        if (changed.Count == 0) return Unchanged;
        try
        {
            return Judge([.. changed.OrderBy(c => Effort(c.Item2))], texts, same, enter);
        }
        catch (Exception error)
        {
            return $"text: {First(error)}";
        }
    }

    private static string Judge(List<(Compiler, CompiledKernel)> changed,
        Dictionary<string, string> texts,
        Func<string, int, Dictionary<string, string>, string?> same, Action<string> enter)
    {
        enter("jit");
        if (Jit(changed, specification: true) is { } jit) return jit;
        enter("proof");
        string open = "";
        foreach (var (compiler, kernel) in changed.Take(Kernels))
        {
            var own = texts.Where(t => kernel.Modules.Contains(t.Key))
                .ToDictionary(t => t.Key, t => t.Value);
            if (same(kernel.Name, 0, own) == "") continue;
            string answer = Answer(compiler, kernel);
            // It asks for more, or for less: what is right does not tell.
            if (answer == "") answer = $"{Survived}: {kernel.Name} has another specification";
            if (!answer.StartsWith(Survived, StringComparison.Ordinal)) return answer;
            open = answer;
        }
        return open == "" ? Equal : open;
    }

    private static IEnumerable<(string Name, string Text)> Specified(
        Compiler compiler, CompiledKernel kernel)
    {
        var il = new IlSpecification(compiler.Project);
        yield return (kernel.Name, RawEmitter.Emit(il.Build(kernel), kernel.Name));
        foreach (var step in kernel.Steps.Select(s => s.Design))
            yield return (step.Name, RawEmitter.Emit(
                Specification(il, kernel, step), step.Name));
    }

    private static Design Specification(IlSpecification il, CompiledKernel kernel, Design design) =>
        ReferenceEquals(design, kernel.Pipeline.Design) ? il.Build(kernel)
            : il.BuildStep(kernel, kernel.Pipeline.Design.Memories.Single(
                m => design.Name == $"{kernel.Name}_{m.Name}_step"), design);
}
