namespace SmartNic.Hls.Front;

/// <summary>
/// Place of a table in an inline array of tables. To a kernel each is a memory of its own; on the
/// table bus the array is one table.
/// </summary>
/// <param name="Array">Prefix of the array's ports.</param>
/// <param name="Number">Number of the table, from 0.</param>
/// <param name="Count">Tables of the array.</param>
internal sealed record Column(string Array, int Number, int Count)
{
    /// <summary>It stands for all of them.</summary>
    public bool IsFirst => Number == 0;
}
