using SmartNic.Kernels;

namespace SmartNic.Registers;

/// <summary>Writes what the RTL behind the kernels has to know of a verdict.</summary>
public static class VerdictPackageGenerator
{
    /// <summary>The text of <c>snic_verdict_pkg.sv</c>.</summary>
    public static string Generate() =>
        $"""
        // snic_verdict_pkg: how much of a frame a verdict can write anew, and the reason of egress.
        // Generated from the kernels by SmartNic.Registers.Tool.
        // Do not edit.
        `default_nettype none

        package snic_verdict_pkg;

          localparam int PREFIX_BYTES = {EditPrefix.Bytes};
          localparam int EDIT_BYTES = {EditInner.Bytes};
          localparam logic [7:0] REASON_QUEUE_FULL = 8'h{(byte)Reasons.QueueFull:x2};

        endpackage

        `default_nettype wire

        """;
}
