namespace SmartNic.Registers;

/// <summary>Everything that is generated from the specification and committed.</summary>
public static class GeneratedFiles
{
    /// <summary>All files, each exactly as it must lie in the repository.</summary>
    /// <exception cref="InvalidDataException">Two kinds of entries would have one name.
    /// </exception>
    public static IReadOnlyList<GeneratedFile> Of(DeviceSpec device)
    {
        var same = device.Tables.DistinctBy(t => t.EntryType).GroupBy(t => t.EntryName)
            .FirstOrDefault(g => g.Count() > 1);
        return same is null ? All(device) : throw new InvalidDataException(
            $"{string.Join(" and ", same.Select(t => $"{t.Name} of {t.EntryType}"))} would both "
            + $"have entries called {same.Key}: give one of them a key struct of its own");
    }

    private static IReadOnlyList<GeneratedFile> All(DeviceSpec device) =>
    [
        .. device.Blocks.Select(block => new GeneratedFile(
            $"hw/control/rtl/gen/snic_regs_{block.Name}.sv",
            VerilogGenerator.Generate(device, block))),
        new("hw/table/rtl/gen/snic_tables_pkg.sv", TablePackageGenerator.Generate(device)),
        new("hw/egress/rtl/gen/snic_verdict_pkg.sv", VerdictPackageGenerator.Generate()),
        new("hw/control/REGISTERS.md", MarkdownGenerator.Generate(device)),
        new("host/SmartNic.Registers/Generated/Registers.g.cs",
            CSharpGenerator.Generate(device)),
        new("host/SmartNic.Registers/Generated/TableLayouts.g.cs",
            LayoutGenerator.Generate(device)),
        new("host/SmartNic.Registers/Generated/ReasonList.g.cs", ReasonGenerator.Generate()),
        new("hls/kernels/REASONS.md", ReasonGenerator.Page()),
        new("hw/control/test/gen/board.hpp", BoardHeaderGenerator.Generate(device)),
        new("hw/corundum/test/gen/world.hpp", WorldGenerator.Generate(device)),
        new("sim/SmartNic.Sim/Model/Generated/ModelTables.g.cs", ModelGenerator.Generate(device)),
        .. device.Tables.DistinctBy(t => t.EntryType).Select(layout => new GeneratedFile(
            $"host/SmartNic.Registers/Generated/{layout.EntryName}Bits.g.cs",
            LayoutGenerator.Entry(layout))),
    ];
}
