using SmartNic.Hls.Emit;
using SmartNic.Hls.Front;

namespace SmartNic.Hls;

public sealed partial class CompiledKernel
{
    /// <summary>
    /// The kernel on a table bus: the SystemVerilog of the module that has it with its tables and
    /// updates and their ports, on hw/table and hw/rmw, and the kernel's JSON with their ids.
    /// </summary>
    /// <param name="ids">The ids of tables; new ones are added.</param>
    /// <returns>File name to text.</returns>
    /// <exception cref="HlsException">A memory has no port on the bus, or entries that are wider
    /// than it (SNH0025).</exception>
    /// <exception cref="InvalidDataException">No id is left.</exception>
    public IReadOnlyDictionary<string, string> Shell(TableLock ids)
    {
        var memories = Pipeline.Design.Memories;
        if (memories.FirstOrDefault(m => !ShellEmitter.HasPort(m)) is { } other)
            throw Refused(other, $"a {other.Shape.Type} has no port on the table bus, so there is "
                + "no shell of its kernel; a shell has tables, and updates by index");
        if (memories.Where(m => m.Column != null).GroupBy(m => m.Column!.Array)
            .FirstOrDefault(a => a.Count() < a.First().Column!.Count) is { } part)
            throw Refused(part.First(), $"{part.Count()} of the {part.First().Column!.Count} "
                + "tables of its array are read; on the table bus the array is one table");
        if (memories.FirstOrDefault(
            m => ShellEmitter.EntryBits(m) > ShellEmitter.MaxEntryBits) is { } wide)
            throw Refused(wide, $"an entry has {ShellEmitter.EntryBits(wide)} bits, and a board's "
                + $"registers have room for {ShellEmitter.MaxEntryBits}");
        string[] windows = [.. Method.Parameters.Where(p => TypeLayout.IsWindow(p.Type))
            .Select(p => Names.Snake(p.Name))];
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            [ShellEmitter.NameOf(Name) + ".sv"] = ShellEmitter.Emit(Pipeline, windows, ids),
            [Name + ".json"] = JsonEmitter.Emit(Pipeline, Method, ids),
        };
    }

    private HlsException Refused(Memory memory, string why) => Diagnostics.BadAttribute(
        $"{memory.Name}: {why}", StateMember.Of(Method).First(m => m.Name == memory.Name)
            .Symbol.Locations[0]);
}
