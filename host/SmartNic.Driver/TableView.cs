namespace SmartNic.Driver;

/// <summary>How full a table is.</summary>
/// <param name="Name">Name of the table (ARCHITECTURE.md, "Tables"), without <c>_a</c>, <c>_b</c>.
/// </param>
/// <param name="Used">Entries in it.</param>
/// <param name="Capacity">Entries that it has room for.</param>
/// <param name="Interfaces">Cores that hold a copy.</param>
public sealed record TableView(string Name, int Used, int Capacity, int Interfaces);

/// <summary>One entry of a table, as the driver wrote it.</summary>
/// <param name="Location">Where it is: <c>a[12].3</c> or <c>[7]</c>.</param>
/// <param name="Fields">Names and values, in the order of the entry's fields.</param>
public sealed record TableRow(string Location, IReadOnlyDictionary<string, string> Fields);
