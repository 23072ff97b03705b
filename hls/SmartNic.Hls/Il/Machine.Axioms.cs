using System.Numerics;
using System.Reflection;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>
/// What is not executed but known: state, windows, products of 128 bits, counts of bits,
/// elements of inline arrays, the default comparer.
/// Each has a test against the JIT.
/// </summary>
internal sealed partial class Machine
{
    /// <summary>True when a method is known; its result, null for void.</summary>
    private bool Axiom(MethodBase method, IlValue[] arguments, out IlValue? result)
    {
        result = null;
        var owner = method.DeclaringType!;
        if (arguments.Length > 0 && arguments[0] is StateObject state)
        {
            result = Access(state.Memory, method, arguments);
            return true;
        }
        if (IlTypes.IsLanguage(owner, "Window", "EditWindow") && !method.IsStatic)
        {
            result = Window(Read(To(arguments[0])), method.Name, arguments);
            return true;
        }
        if (owner == typeof(UInt128) && method.Name == "op_Multiply")
        {
            result = Wide(Product(Joined(arguments[0]), Joined(arguments[1])));
            return true;
        }
        if (owner == typeof(BitOperations) && method.GetParameters().Length == 1
            && BitCounts.Of(graph, method.Name, Bits(arguments[0]), 32) is { } count)
        {
            result = new Word(count);
            return true;
        }
        if (owner.Name == "<PrivateImplementationDetails>" || owner.FullName?.StartsWith(
            "System.Span`1", StringComparison.Ordinal) == true || owner.FullName?.StartsWith(
            "System.ReadOnlySpan`1", StringComparison.Ordinal) == true)
        {
            result = ElementOf(method, arguments);
            return true;
        }
        if (owner is { IsGenericType: true, Name: "EqualityComparer`1" })
        {
            result = Equal(owner.GetGenericArguments()[0], method, arguments);
            return true;
        }
        return false;
    }

    /// <summary>What the C# compiler calls for elements of inline arrays.</summary>
    private IlValue ElementOf(MethodBase method, IlValue[] arguments)
    {
        Reference At(Reference array, Node index)
        {
            int count = ((Fields)Read(array)).Values.Length;
            Demand("an index stays in its array",
                graph.Make(Op.Less, 1, index, graph.Constant(count, 32)));
            Step step = index is { IsConstant: true } k && k.Value < count
                ? (int)k.Value : new Step(0, index);
            return new(array.Cell, [.. array.Path, step]);
        }
        switch (method.Name)
        {
            case "InlineArrayFirstElementRef" or "InlineArrayFirstElementRefReadOnly":
                return At(To(arguments[0]), graph.Constant(0, 32));
            case "InlineArrayElementRef" or "InlineArrayElementRefReadOnly":
                return At(To(arguments[0]), Bits(arguments[1]));
            case "InlineArrayAsSpan" or "InlineArrayAsReadOnlySpan" when Bits(arguments[1])
                is { IsConstant: true } n
                && n.Value == ((Fields)Read(To(arguments[0]))).Values.Length:
                return new Elements(To(arguments[0]));
            case "get_Item" when Read(To(arguments[0])) is Elements all:
                return At(all.Array, Bits(arguments[1]));
            default:
                throw new IlException($"{method.Name} of an array");
        }
    }

    private IlValue Access(Memory memory, MethodBase method, IlValue[] arguments)
    {
        if (Combinational || method.Name != memory.Shape.Method)
            throw new IlException($"{method.Name} of {memory.Name}");
        int before = Calls.Count(c => c.Call.Site!.Name == memory.Name);
        var types = method.DeclaringType!.GetGenericArguments();
        var parameters = method.GetParameters();
        var data = ((MethodInfo)method).ReturnType;
        var address = memory.Shape.Indexed ? Address(memory, arguments[1]) : graph.Constant(0, 1);
        int width = PortLayout.Width(data);
        string key = before == 0 ? memory.Name : $"{memory.Name}#{before}";
        var site = new CallSite(memory.Kind, key, memory.Name, memory.Latency);
        Node call;
        if (memory.Kind == CallKind.Read)
        {
            call = graph.Call(site, width, address);
        }
        else
        {
            var argument = arguments[^1] is Reference r ? Read(r) : arguments[^1];
            var type = parameters[^1].ParameterType;
            call = graph.Call(site, width, Reached, address, Pack(argument,
                type.IsByRef ? type.GetElementType()! : type));
        }
        Calls.Add((call, Reached));
        return FromPlace(PortLayout.Unpack(graph, data, call), data);
    }

    private Node Address(Memory memory, IlValue index) => Narrow(
        memory.KeyBits == null ? Bits(index) : Joined(index), memory.AddressWidth);

    /// <summary>A value as the ports carry it; that nothing is lost is a duty.</summary>
    public Node Pack(IlValue value, Type type)
    {
        Node? packed = null;
        foreach (var leaf in PortLayout.Leaves(graph, ToPlace(value, type), type))
        {
            Demand($"{leaf.Name} fits its {leaf.Width} bits", leaf.Fits);
            packed = packed == null ? leaf.Bits : graph.Concat(leaf.Bits, packed);
        }
        return packed!;
    }

    /// <summary>Something that has to be proved on the path that runs.</summary>
    public void Demand(string what, Node holds)
    {
        if (!holds.IsOne) Duties.Add((what, Reached, holds));
    }

    private Node Joined(IlValue value) => PortLayout.Joined(graph, (Fields)value);

    private IlValue Wide(Node bits) => PortLayout.Unpack(graph, typeof(UInt128), bits);

    /// <summary>EqualityComparer{T}.Default: == of numbers, else the type's own Equals.</summary>
    private IlValue? Equal(Type type, MethodBase method, IlValue[] arguments)
    {
        if (method.Name == "get_Default") return new Comparer(type);
        if (method.Name != "Equals" || arguments.Length != 3)
            throw new IlException($"{method.Name} of a comparer");
        if (IlTypes.Width(type) != null)
            return new Word(graph.ZeroExtend(
                graph.Make(Op.Equal, 1, Bits(arguments[1]), Bits(arguments[2])), 32));
        var contract = typeof(IEquatable<>).MakeGenericType(type);
        if (!contract.IsAssignableFrom(type)) throw new IlException($"Equals of {type}");
        var own = Resolve(type, contract.GetMethods()[0], arguments);
        var place = Temporary(arguments[1]);
        Execute(own, [place, arguments[2]], false);
        return Dead ? null : Pop();
    }
}
