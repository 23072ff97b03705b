using SmartNic.Registers;

namespace SmartNic.Driver.Tables;

/// <summary>Tells how an entry differs from what it should be.</summary>
internal static class EntryAudit
{
    /// <summary>Names the fields that differ, each with what it is and what it should be.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="prefix">What is left out of their names.</param>
    /// <param name="has">Words that were read.</param>
    /// <param name="should">Words that are in force.</param>
    public static string Describe(
        IEnumerable<EntryField> fields, string prefix, uint[] has, uint[] should) => string.Join(
        ", ", fields
            .Select(f => (Name: f.Path[prefix.Length..], Has: EntryText.Value(f, has),
                Should: EntryText.Value(f, should)))
            .Where(f => f.Has != f.Should)
            .Select(f => $"{EntryText.Name(f.Name)} is {f.Has}, should be {f.Should}"));
}
