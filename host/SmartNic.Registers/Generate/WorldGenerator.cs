using System.Text;

namespace SmartNic.Registers;

/// <summary>Writes the world of the liveness bench for C++.</summary>
public static class WorldGenerator
{
    /// <summary>The text of <c>world.hpp</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder("""
            // Generated from LivenessWorld by SmartNic.Registers.Tool. Do not edit.
            #pragma once
            #include <cstdint>

            namespace world {


            """);
        foreach (var (name, value) in LivenessWorld.Constants)
        {
            text.Append("constexpr " + value switch
            {
                int number => $"int {name} = {number};\n",
                uint number => $"uint32_t {name} = 0x{number:X8};\n",
                _ => $"uint64_t {name} = 0x{value:X12};\n",
            });
        }

        text.Append($$"""

            // An entry: TABLE_COMMIT after the words of TABLE_DATA, on one interface (-1: all of
            // them) at one width of a stream beat (0: any).
            struct Entry {
                int interface, width;
                uint32_t commit;
                int words;
                uint32_t data[{{device.EntryWords}}];
            };

            constexpr Entry Entries[] = {

            """);
        foreach (var entry in LivenessWorld.Entries(device))
        {
            Entry(text, entry);
        }

        return text.Append("};\n\n}  // namespace world\n").ToString();
    }

    private static void Entry(StringBuilder text, WorldEntry entry)
    {
        var commit = ((uint)entry.Table.Id << 24) | entry.Index;
        text.Append($"    // {entry.Table.Name}[{entry.Index}]\n");
        text.Append($"    {{{entry.Interface ?? -1}, {entry.DataWidth ?? 0}, 0x{commit:X8}, ");
        text.Append($"{entry.Words.Count}, {{");
        text.AppendJoin(",", entry.Words.Select((word, i) =>
            $"{(i % 7 == 0 ? "\n        " : " ")}0x{word:X8}"));
        text.Append("}},\n");
    }
}
