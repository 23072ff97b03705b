namespace SmartNic.Registers;

/// <summary>
/// Packs an entry by the names of its fields: for the generator, which has to run when the typed
/// packers do not compile.
/// </summary>
public static class EntryPacker
{
    /// <summary>The words of an entry; fields that are not named are 0.</summary>
    /// <param name="table">The table.</param>
    /// <param name="values">Paths of fields and their values.</param>
    /// <exception cref="ArgumentException">No such field, or a value too wide for it.</exception>
    public static uint[] Pack(TableSpec table, params (string Path, ulong Value)[] values)
    {
        var words = new uint[table.Words];
        foreach (var (path, value) in values)
        {
            var field = table.Fields.FirstOrDefault(f => f.Path == path)
                ?? throw new ArgumentException($"an entry of {table.Name} has no field {path}");
            if (field.Width < 64 && value >> field.Width != 0)
            {
                throw new ArgumentException(
                    $"{table.Name}: {path} has {field.Width} bits, too few for {value}");
            }

            for (var i = 0; i < Math.Min(field.Width, 64); i++)
            {
                var bit = field.Lsb + i;
                words[bit / 32] |= (uint)((value >> i) & 1) << (bit % 32);
            }
        }

        return words;
    }
}
