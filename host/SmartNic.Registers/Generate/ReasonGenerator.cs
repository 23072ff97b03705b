using System.Text;
using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Writes what follows from the reasons: names for C#, and their page.</summary>
public static class ReasonGenerator
{
    private const int Columns = 100;

    /// <summary>The text of <c>ReasonList.g.cs</c>.</summary>
    public static string Generate()
    {
        var text = new StringBuilder("""
            // Generated from the kernels' Reasons by SmartNic.Registers.Tool. Do not edit.
            using SmartNic.Kernels;

            namespace SmartNic.Registers;

            /// <summary>The reasons and their classes, in the order of their numbers.</summary>
            public static class ReasonList
            {
                /// <summary>The classes.</summary>
                public static IReadOnlyList<OutcomeInfo> Outcomes { get; } =
                [

            """);
        foreach (var outcome in ReasonConstants.Outcomes())
        {
            text.Append($"        new(Outcome.{outcome.Number}, \"{outcome.Name}\"),\n");
        }

        text.Append("""
                ];

                /// <summary>All reasons.</summary>
                public static IReadOnlyList<ReasonInfo> All { get; } =
                [

            """);
        foreach (var (constant, info) in ReasonConstants.All())
        {
            var directions = string.Join(" | ", Of(info).Select(d => $"Directions.{d}"));
            text.Append($"        new(Reasons.{constant}, \"{info.Name}\", {directions}),\n");
        }

        return text.Append("    ];\n}\n").ToString();
    }

    /// <summary>The text of <c>REASONS.md</c>.</summary>
    public static string Page()
    {
        var text = new StringBuilder("""
            # Reasons

            Generated from the kernels' `Reasons.*.cs` by SmartNic.Registers.Tool. What became of a
            packet: every packet is counted by its reason, for all, and in the same clock by the
            class of its reason, for its tenant. The class is the upper hexadecimal digit of the
            number. rx is from the wire, tx from a tenant or from the slow path. Numbers are for
            ever (`reasons.lock`).

            """);
        var all = ReasonConstants.All();
        foreach (var outcome in ReasonConstants.Outcomes())
        {
            var drops = outcome.IsDrop ? ", dropped" : "";
            text.Append($"\n## {(byte)outcome.Number >> 4:x} `{outcome.Name}`{drops}\n");
            text.Append(Wrapped(ReasonConstants.MeaningOf(outcome.Number), ""));
            text.Append('\n');
            foreach (var (constant, info) in all.Where(r => r.Info.Outcome == outcome.Number))
            {
                var directions = string.Join(", ", Of(info)).ToLowerInvariant();
                text.Append(Wrapped($"- `0x{(byte)info.Number:x2}` `{info.Name}` ({directions}): "
                    + ReasonConstants.MeaningOf(constant), "  "));
            }
        }

        return text.ToString();
    }

    private static IEnumerable<Directions> Of(ReasonInfo info) =>
        Enum.GetValues<Directions>().Where(d => info.Directions.HasFlag(d));

    private static string Wrapped(string text, string indent)
    {
        var (lines, line) = (new StringBuilder(), new StringBuilder());
        foreach (var word in text.Split(' '))
        {
            if (line.Length + 1 + word.Length > Columns)
            {
                lines.Append(line).Append('\n');
                line.Clear().Append(indent);
            }
            else if (line.Length > 0)
            {
                line.Append(' ');
            }

            line.Append(word);
        }

        return lines.Append(line).Append('\n').ToString();
    }
}
