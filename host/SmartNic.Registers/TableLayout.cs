namespace SmartNic.Registers;

/// <summary>Writes an entry as the words of the table bus; see <see cref="TableLayout{T}"/>.
/// </summary>
public delegate void EntryPacker<T>(in T entry, Span<uint> words);

/// <summary>Reads an entry from the words of the table bus.</summary>
public delegate void EntryUnpacker<T>(ReadOnlySpan<uint> words, out T entry);

/// <summary>A table with the type of its entries.</summary>
/// <typeparam name="T">The kernels' struct.</typeparam>
/// <param name="Info">Number, name and size.</param>
/// <param name="Pack">Writes an entry.</param>
/// <param name="Unpack">Reads one.</param>
public sealed record TableLayout<T>(
    TableInfo Info, EntryPacker<T> Pack, EntryUnpacker<T> Unpack);
