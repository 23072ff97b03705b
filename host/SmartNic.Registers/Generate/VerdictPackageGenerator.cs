using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Writes the widths of a verdict's edit for the RTL behind the kernels.</summary>
public static class VerdictPackageGenerator
{
    /// <summary>The text of <c>snic_verdict_pkg.sv</c>.</summary>
    public static string Generate() =>
        $"""
        // snic_verdict_pkg: how much of a frame a verdict can write anew.
        // Generated from the kernels by SmartNic.Registers.Tool.
        // Do not edit.
        `default_nettype none

        package snic_verdict_pkg;

          localparam int PREFIX_BYTES = {EditPrefix.Bytes};
          localparam int EDIT_BYTES = {EditInner.Bytes};

        endpackage

        `default_nettype wire

        """;
}
