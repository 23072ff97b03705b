using System.Text;

namespace SmartNic.Registers;

/// <summary>
/// Writes the table list, and pack and unpack of every entry: straight line, no allocation.
/// </summary>
public static class LayoutGenerator
{
    /// <summary>The text of <c>TableLayouts.g.cs</c>.</summary>
    public static string Generate(DeviceSpec device)
    {
        var text = new StringBuilder("""
            // Generated from GatewayTables by SmartNic.Registers.Tool. Do not edit.
            using SmartNic.Kernels;

            namespace SmartNic.Registers;

            """);
        var aliases = string.Concat(device.Tables.Select(Alias).Distinct());
        text.Append(aliases == "" ? "" : $"\n{aliases}");
        text.Append("""

            /// <summary>The tables of an interface: number, size and entry bits.</summary>
            public static class TableLayouts
            {
                /// <summary>All tables, in rising order of id.</summary>
                public static IReadOnlyList<TableInfo> All { get; } =
                [

            """);
        foreach (var table in device.Tables)
        {
            text.Append($"        {Names.Pascal(table.Name)}.Info,\n");
        }

        text.Append("    ];\n");
        foreach (var table in device.Tables)
        {
            Table(text, table);
        }

        text.Append("}\n");
        return text.ToString();
    }

    /// <summary>A name for an entry struct that is generic.</summary>
    private static string Alias(TableSpec layout) => layout.EntryName == layout.EntryType ? ""
        : $"using {layout.EntryName} = {layout.EntryType};\n";

    private static void Table(StringBuilder text, TableSpec table)
    {
        var (entry, bits) = (table.EntryName, $"{table.EntryName}Bits");
        text.Append($$"""

                /// <summary>Table {{table.Id}}, {{table.Name}}.</summary>
                public static class {{Names.Pascal(table.Name)}}
                {
                    /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
                    public const int Id = {{table.Id}};

                    /// <summary>Name.</summary>
                    public const string Name = "{{table.Name}}";

                    /// <summary>Number of entries.</summary>
                    public const int Depth = {{table.Depth}};

                    /// <summary>32-bit words of an entry.</summary>
                    public const int Words = {{bits}}.Words;

                    /// <summary>All of it.</summary>
                    public static TableInfo Info { get; } = new(
                        Id, Name, Depth, {{bits}}.Width, Words, {{bits}}.Fields);

                    /// <summary>It with the type of its entries.</summary>
                    public static TableLayout<{{entry}}> Layout { get; } = new(Info, Pack, Unpack);

                    /// <inheritdoc cref="{{bits}}.Pack" />
                    public static void Pack(in {{entry}} entry, Span<uint> words) =>
                        {{bits}}.Pack(entry, words);

                    /// <inheritdoc cref="{{bits}}.Unpack" />
                    public static void Unpack(ReadOnlySpan<uint> words, out {{entry}} entry) =>
                        {{bits}}.Unpack(words, out entry);
                }

            """);
    }

    /// <summary>The text of <c>ENTRYBits.g.cs</c>.</summary>
    public static string Entry(TableSpec layout)
    {
        var (entry, bits) = (layout.EntryName, $"{layout.EntryName}Bits");
        var text = new StringBuilder($$"""
            // Generated from the struct {{entry}} by SmartNic.Registers.Tool. Do not edit.
            using SmartNic.Hls.Language;
            using SmartNic.Kernels;

            namespace SmartNic.Registers;
            {{(Alias(layout) is { Length: > 0 } alias ? $"\n{alias}" : "")}}
            /// <summary>Bits of <see cref="{{entry}}" />.</summary>
            public static class {{bits}}
            {
                /// <summary>Bits of an entry.</summary>
                public const int Width = {{layout.Width}};

                /// <summary>32-bit words of an entry.</summary>
                public const int Words = {{layout.Words}};

                /// <summary>The leaves, from bit 0 up.</summary>
                public static IReadOnlyList<EntryField> Fields { get; } =
                [

            """);
        foreach (var field in layout.Fields)
        {
            text.Append($"        new(\"{field.Path}\", \"{field.Type}\", ");
            text.Append($"{field.Lsb}, {field.Width}),\n");
        }

        text.Append("    ];\n");
        Pack(text, layout);
        Unpack(text, layout);
        text.Append("}\n");
        return text.ToString();
    }

    private static void Pack(StringBuilder text, TableSpec layout)
    {
        text.Append($$"""

                /// <summary>The words of an entry; unused high bits are 0.</summary>
                /// <param name="entry">The entry.</param>
                /// <param name="words">At least <see cref="Words" /> words; sets the first.</param>
                /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
                public static void Pack(in {{layout.EntryName}} entry, Span<uint> words)
                {

            """);
        for (var word = layout.Words - 1; word >= 0; word--)
        {
            var terms = layout.Fields
                .Where(f => f.Lsb < (32 * word) + 32 && f.Lsb + f.Width > 32 * word)
                .Select(f => Shifted(f, f.Lsb - (32 * word)));
            text.Append($"        words[{word}] = (uint)(");
            text.Append(string.Join("\n            | ", terms));
            text.Append(");\n");
        }

        text.Append("    }\n");
    }

    private static string Shifted(EntryField field, int shift)
    {
        var value = field.Type == "bool" ? $"({Member(field)} ? 1UL : 0UL)"
            : field.Width <= 64 || shift >= 0 ? $"(ulong){Member(field)}"
            : $"(ulong)({Member(field)} >> {-shift})";
        return shift == 0 || (field.Width > 64 && shift < 0) ? value
            : shift > 0 ? $"({value} << {shift})"
            : $"({value} >> {-shift})";
    }

    // An entry of one scalar has no members; a member that is a number is an element.
    private static string Member(EntryField field) => field.Path == "" ? "entry"
        : "entry" + string.Concat(field.Path.Split('.').Select(name =>
            char.IsAsciiDigit(name[0]) ? $"[{name}]" : $".{name}"));

    private static void Unpack(StringBuilder text, TableSpec layout)
    {
        text.Append($$"""

                /// <summary>The entry in the words.</summary>
                /// <param name="words">At least <see cref="Words" /> words.</param>
                /// <param name="entry">The entry.</param>
                /// <exception cref="IndexOutOfRangeException">Too few words.</exception>
                public static void Unpack(ReadOnlySpan<uint> words, out {{layout.EntryName}} entry)
                {
                    entry = default;

            """);
        foreach (var field in layout.Fields)
        {
            var bits = Bits(field.Lsb, field.Width);
            var value = field.Type switch
            {
                "bool" => $"{bits} != 0",
                "ulong" => bits,
                _ when field.Width > 64 =>
                    $"new({Bits(field.Lsb + 64, field.Width - 64)}, {Bits(field.Lsb, 64)})",
                _ => $"({field.Type}){bits}",
            };
            text.Append($"        {Member(field)} = {value};\n");
        }

        text.Append("    }\n");
    }

    private static string Bits(int lsb, int width) => $"Words32.Get(words, {lsb}, {width})";
}
