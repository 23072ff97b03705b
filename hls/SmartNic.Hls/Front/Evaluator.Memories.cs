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
        var site = new CallSite(m.Kind, m.Name, m.Name, m.Latency);
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
        if (m.Access != null) throw Diagnostics.SecondAccess(m.Name, call);
        m.Access = access;
        Calls.Add((access, condition));
        return TypeLayout.Unpack(graph, access, m.Data);
    }
}
