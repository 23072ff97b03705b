using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Front;

internal sealed partial class Evaluator
{
    private Value MemoryCall(IInvocationOperation call)
    {
        if (Combinational) throw Diagnostics.MemoryInStep(call);
        if (PlaceOf(call.Instance!) is not { } place || Read(place, call)
            is not MemoryValue { Memory: var m }
            || call.TargetMethod.Name != m.Shape.Method)
            throw Diagnostics.MemoryUse(call);
        var given = Ordered(call);
        Value Given(int i) => given[i];
        var address = m.Shape.Indexed
            ? graph.Slice(((Scalar)Given(0)).Node, 0, m.AddressWidth) : graph.Constant(0, 1);
        var condition = _scope.Facts.Condition(graph);
        if (m.Accesses.Exists(a => !PathSolver.Exclude(a.Condition, condition)))
            throw Diagnostics.SecondAccess(m.Name, call);
        string key = m.Accesses.Count == 0 ? m.Name : $"{m.Name}#{m.Accesses.Count}";
        var site = new CallSite(m.Kind, key, m.Name, m.Latency)
        {
            Stage = _stage?.Number ?? -1,
        };
        Node access;
        if (m.Kind == CallKind.Read)
        {
            access = graph.Call(site, TypeLayout.BitWidth(m.Data), address);
        }
        else
        {
            var argument = Given(m.Shape.Indexed ? 1 : 0);
            access = graph.Call(site, TypeLayout.BitWidth(m.Data),
                condition, address, TypeLayout.Pack(graph, argument));
        }
        m.Accesses.Add((condition, call));
        Calls.Add((access, condition));
        return TypeLayout.Unpack(graph, access, m.Data);
    }
}
