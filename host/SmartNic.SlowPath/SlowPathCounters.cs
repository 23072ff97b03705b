using System.Text;
using SmartNic.Features;

namespace SmartNic.SlowPath;

/// <summary>What a slow path counted since its start, at one moment.</summary>
/// <param name="All">The sum over all, also over punts that belong to nobody.</param>
/// <param name="ByTenant">Each present tenant that ever sent a punt, by name; "-" is the wire.
/// </param>
public sealed record SlowPathCounters(
    IReadOnlyDictionary<string, long> All,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, long>> ByTenant)
{
    /// <summary>Name of the wire in <see cref="ByTenant"/>; no tenant can have it.</summary>
    public const string Wire = "-";

    /// <summary>The snake_case name of an outcome, as in JSON.</summary>
    public static string NameOf(SlowPathOutcome outcome)
    {
        var name = new StringBuilder();
        foreach (char c in outcome.ToString())
        {
            if (char.IsUpper(c) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(c));
        }

        return name.ToString();
    }
}
