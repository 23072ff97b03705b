using SmartNic.Synth.Netlists;

namespace SmartNic.Synth.Analysis;

/// <summary>Longest paths of a mapped module.</summary>
public sealed partial class LevelAnalysis
{
    private readonly Netlist _netlist;
    private readonly Dictionary<int, (int Cell, int Pin, int Index)> _drivers = [];
    private readonly Dictionary<int, Arrival> _arrivals = [];

    /// <summary>Searches all paths.</summary>
    /// <param name="netlist">A mapped module.</param>
    /// <exception cref="NetlistException">There is a combinational loop.</exception>
    public LevelAnalysis(Netlist netlist)
    {
        _netlist = netlist;
        foreach (var (c, cell) in netlist.Cells.Index())
        {
            foreach (var (p, pin) in cell.Pins.Index().Where(x => x.Item.IsOutput))
            {
                foreach (var (i, net) in pin.Bits.Index().Where(x => x.Item >= 0))
                {
                    _drivers[net] = (c, p, i);
                }
            }
        }

        var ends = RegisterEnds().ToList();
        ToRegister = Worst(ends);
        ToPort = Worst(PortEnds());
        ByClock = ends.GroupBy(e => Clocks.Of(e.Name))
            .Where(g => g.Key != null)
            .Select(g => (Clock: g.Key!.Value, Path: Worst(g)))
            .Where(s => s.Path != null)
            .ToDictionary(s => s.Clock, s => s.Path!);
    }

    /// <summary>Worst path that ends in a register or memory; null where there is none.</summary>
    public TimingPath? ToRegister { get; }

    /// <summary>Worst path that ends at an output port; null where there is none.</summary>
    public TimingPath? ToPort { get; }

    /// <summary>Worst path into the registers of each pipeline clock (names in `_s3`).</summary>
    public IReadOnlyDictionary<int, TimingPath> ByClock { get; }

    private readonly record struct End(int Net, string Name, int DspLevels = 0);

    private IEnumerable<End> RegisterEnds()
    {
        foreach (Cell cell in _netlist.Cells)
        {
            CellKind kind = CellKinds.Of(cell.Type)!.Value;
            if (kind is CellKind.Lut or CellKind.Carry or CellKind.WideMux or CellKind.Buffer)
            {
                continue;
            }

            foreach (Pin pin in cell.Pins.Where(p => !p.IsOutput && !CellKinds.IsClock(p.Name)))
            {
                int? levels = kind switch
                {
                    CellKind.Dsp => DspSlice.End(cell, pin.Name),
                    CellKind.ShiftRegister when pin.Name[0] == 'A' => null,
                    _ => 0,
                };
                foreach (int net in levels == null ? [] : pin.Bits.Where(n => n >= 0).Distinct())
                {
                    yield return new End(net, NameOf(cell, pin.Name), levels!.Value);
                }
            }
        }
    }

    private IEnumerable<End> PortEnds() =>
        from port in _netlist.Ports
        where port.IsOutput
        from bit in port.Bits.Index()
        where bit.Item >= 0
        select new End(bit.Item,
            port.Bits.Length == 1 ? port.Name : $"{port.Name}[{bit.Index}]");

    private TimingPath? Worst(IEnumerable<End> ends)
    {
        End? worst = null;
        Arrival most = default;
        foreach (End end in ends)
        {
            Arrival at = At(end.Net);
            at = at with { Dsp = at.Dsp + end.DspLevels };
            if (worst == null || at.CompareTo(most) > 0)
            {
                (worst, most) = (end, at);
            }
        }

        return worst == null ? null : Trace(worst.Value, most);
    }

    private TimingPath Trace(End end, Arrival most)
    {
        var steps = new List<string>();
        int net = end.Net;
        for (Arrival at = At(net); at.Previous >= 0; at = At(net))
        {
            string type = _netlist.Cells[_drivers[net].Cell].Type;
            steps.Add(_netlist.Names.TryGetValue(net, out string? name) ? $"{type} {name}" : type);
            net = at.Previous;
        }

        steps.Reverse();
        return new TimingPath(StartName(net), end.Name, most.Lut, most.Chains, most.Bits, most.Dsp,
            most.Shared, steps);
    }

    private string StartName(int net)
    {
        if (!_drivers.TryGetValue(net, out var driver))
        {
            return _netlist.Names.GetValueOrDefault(net, "a constant");
        }

        Cell cell = _netlist.Cells[driver.Cell];
        return NameOf(cell, cell.Pins[driver.Pin].Name);
    }

    /// <summary>A register by the name of what it holds, anything else by cell and pin.</summary>
    private string NameOf(Cell cell, string pin)
    {
        bool isRegister = CellKinds.Of(cell.Type)
            is CellKind.FlipFlop or CellKind.ShiftRegister;
        int held = isRegister ? cell.Bits("Q").FirstOrDefault(-1) : -1;
        string unnamed = cell.Source.Length > 0 && isRegister ? cell.Source : cell.Name;
        string name = _netlist.Names.GetValueOrDefault(held, $"{cell.Type} {unnamed}");
        return isRegister && pin is "D" or "Q" ? name : $"{name}.{pin}";
    }
}
