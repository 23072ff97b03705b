using SmartNic.Registers;

namespace SmartNic.Driver.Tests.Board;

/// <summary>Boards that were made for a test and never programmed.</summary>
internal static class Fresh
{
    /// <summary>How to attach to one.</summary>
    public static AttachOptions Options { get; } = new() { TablesAreEmpty = true };

    /// <summary>Attaches without walking the tables.</summary>
    public static GatewayDriver Attach(IBar bar) => GatewayDriver.Attach(bar, options: Options);

    /// <summary>The tables of today's features, without a board.</summary>
    public static Driver.Tables.World World() =>
        new(new GatewayFeatures(Driver.Tables.DirectTable.Indices).All);
}
