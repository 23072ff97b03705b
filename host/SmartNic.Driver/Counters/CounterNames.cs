using System.Text.Json;
using SmartNic.Kernels;

namespace SmartNic.Driver.Counters;

/// <summary>Names of the drop reasons: the slots of the kernels in snake_case.</summary>
internal static class CounterNames
{
    /// <summary>Drop reasons of rx: everything that is neither delivered nor punted.</summary>
    public static IReadOnlyList<(int Slot, string Name)> RxDrops { get; } =
        Names(Enum.GetValues<RxSlot>().Where(s => s > RxSlot.Yellow).Select(s => ((int)s, $"{s}")));

    /// <summary>Drop reasons of tx.</summary>
    public static IReadOnlyList<(int Slot, string Name)> TxDrops { get; } =
        Names(Enum.GetValues<TxSlot>().Where(s => s > TxSlot.Host).Select(s => ((int)s, $"{s}")));

    /// <summary>The drop reasons that a tenant can have.</summary>
    public static IEnumerable<(int Slot, string Name)> OfTenant(
        IEnumerable<(int Slot, string Name)> drops) =>
        drops.Where(d => CounterSlots.IsOfTenant((byte)d.Slot));

    private static List<(int Slot, string Name)> Names(
        IEnumerable<(int Slot, string Name)> slots) =>
        [.. slots.OrderBy(s => s.Slot).Select(s => (s.Slot, Snake(s.Name)))];

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
