using System.CommandLine;

namespace SmartNic.Hls.Tool.Commands;

/// <summary>Arguments that several verbs share, with one name and one meaning.</summary>
internal static class CommonOptions
{
    public static Option<string> Out(string what, string byDefault) => new("--out")
    {
        Description = what,
        HelpName = "DIR",
        DefaultValueFactory = _ => byDefault,
    };

    /// <summary>What a proof takes as its specification.</summary>
    public static Option<string> Specification()
    {
        var option = new Option<string>("--specification")
        {
            Description = "What the text is proved equal to: il, what the JIT runs; or tree, a "
                + "lowering by the compiler's own front end, quicker and less",
            DefaultValueFactory = _ => "il",
        };
        option.AcceptOnlyFromAmong("il", "tree");
        return option;
    }

    /// <summary>Where proofs are kept from run to run.</summary>
    public static Option<string?> Proofs() => new("--proofs")
    {
        Description = "Keep what is proved in DIR, by content, and prove only what has changed "
            + "since",
        HelpName = "DIR",
    };

    public static Option<bool> Json() => new("--json")
    {
        Description = "Print JSON instead of text",
    };

    public static Option<int?> Seed() => new("--seed")
    {
        Description = "Seed of the random numbers, to repeat a run; by default a new one, printed",
        HelpName = "S",
    };

    /// <summary>A seed that was given, or a new one.</summary>
    public static int SeedOf(int? given) => given ?? Random.Shared.Next();

    public static Option<long> Positive(string name, string what, long byDefault)
    {
        var option = new Option<long>(name)
        {
            Description = what,
            HelpName = "N",
            DefaultValueFactory = _ => byDefault,
        };
        return AtLeastOne(option);
    }

    /// <summary>A number that is 0 where it is not given.</summary>
    public static Option<long> Optional(string name, string what) =>
        AtLeastOne(new(name) { Description = what, HelpName = "N" });

    private static Option<long> AtLeastOne(Option<long> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && long.TryParse(token.Value, out long n) && n < 1)
                result.AddError($"{option.Name} takes a number of at least 1.");
        });
        return option;
    }
}
