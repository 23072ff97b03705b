using SmartNic.Synth.Netlists;

namespace SmartNic.Synth.Analysis;

public sealed partial class LevelAnalysis
{
    /// <summary>Longest way to a net.</summary>
    private readonly record struct Arrival(
        int Lut, int Chains, int Bits, int Dsp, int Shared, int Previous) : IComparable<Arrival>
    {
        private int Levels => Lut + Chains + Dsp - Shared;

        public int CompareTo(Arrival other) =>
            (Levels, Bits, Lut).CompareTo((other.Levels, other.Bits, other.Lut));
    }

    private Arrival At(int net)
    {
        if (!_arrivals.ContainsKey(net))
        {
            Search(net);
        }

        return _arrivals[net];
    }

    /// <summary>Depth first with a stack of its own: a carry chain may be thousands deep.</summary>
    private void Search(int target)
    {
        var open = new HashSet<int>();
        var stack = new Stack<(int Net, Arc[] Arcs)>();
        Push(target);
        while (stack.Count > 0)
        {
            var (net, arcs) = stack.Peek();
            int next = -1;
            foreach (Arc arc in arcs)
            {
                if (!_arrivals.ContainsKey(arc.Net))
                {
                    next = arc.Net;
                    break;
                }
            }

            if (next >= 0)
            {
                Push(next);
                continue;
            }

            _arrivals[net] = Latest(net, arcs);
            open.Remove(net);
            stack.Pop();
        }

        void Push(int net)
        {
            if (!open.Add(net))
            {
                string name = _netlist.Names.GetValueOrDefault(net, $"net {net}");
                throw new NetlistException($"{_netlist.Name}: combinational loop through {name}");
            }

            stack.Push((net, ArcsTo(net)));
        }
    }

    private Arc[] ArcsTo(int net)
    {
        if (!_drivers.TryGetValue(net, out var driver))
        {
            return [];
        }

        Cell cell = _netlist.Cells[driver.Cell];
        return [.. Arcs.To(cell, cell.Pins[driver.Pin].Name, driver.Index)];
    }

    private Arrival Latest(int net, Arc[] arcs)
    {
        var latest = new Arrival(0, 0, 0, StartOf(net), 0, -1);
        foreach (Arc arc in arcs)
        {
            Arrival at = After(_arrivals[arc.Net], arc);
            bool isFirst = latest is { Previous: < 0, Dsp: 0 };
            if (isFirst || at.CompareTo(latest) > 0)
            {
                latest = at with { Previous = arc.Net };
            }
        }

        return latest;
    }

    private int StartOf(int net) =>
        _drivers.TryGetValue(net, out var driver)
        && CellKinds.Of(_netlist.Cells[driver.Cell].Type) == CellKind.Dsp
            ? DspSlice.Start(_netlist.Cells[driver.Cell])
            : 0;

    private Arrival After(Arrival at, Arc arc) => arc.Passage switch
    {
        Passage.Lut => at with { Lut = at.Lut + 1 },
        Passage.WithinLut => at.Previous < 0 ? at with { Lut = at.Lut + 1 } : at,
        Passage.AlongCarry when Is(arc.Net, CellKind.Carry) =>
            at with { Bits = at.Bits + arc.Amount },
        Passage.IntoCarryAtSelect when Is(arc.Net, CellKind.Lut) => at with
        {
            Chains = at.Chains + 1, Bits = at.Bits + arc.Amount, Shared = at.Shared + 1,
        },
        Passage.IntoCarry or Passage.IntoCarryAtSelect or Passage.AlongCarry =>
            at with { Chains = at.Chains + 1, Bits = at.Bits + arc.Amount },
        Passage.Dsp => at with { Dsp = at.Dsp + arc.Amount },
        _ => at,
    };

    private bool Is(int net, CellKind kind) =>
        _drivers.TryGetValue(net, out var driver)
        && CellKinds.Of(_netlist.Cells[driver.Cell].Type) == kind;
}
