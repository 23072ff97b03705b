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

    /// <summary>
    /// Compares a table with what it should be; what differs is written again and compared again,
    /// if that is wanted.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="iface">Interface whose copy is read.</param>
    /// <param name="writer">Writes it; null to write nothing.</param>
    /// <exception cref="DeviceLostException">The device does not answer.</exception>
    public static IReadOnlyList<EntryDifference> Run(
        ITable table, TableReader reader, int iface, TableWriter? writer)
    {
        if (writer is not null)
        {
            table.WriteLeftovers(writer);
        }

        var found = table.Audit(reader, iface);
        if (writer is null || found.Count == 0)
        {
            return found;
        }

        table.Repair(writer, found);
        var still = table.Audit(reader, iface).Select(d => d.Location).ToHashSet();
        return [.. found.Select(d => d with { IsRepaired = !still.Contains(d.Location) })];
    }
}
