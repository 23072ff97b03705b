using System.Reflection;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Il;

internal sealed partial class IlSpecification
{
    /// <summary>The specification of a stage.</summary>
    /// <exception cref="IlException">The IL has none.</exception>
    public Design BuildStage(CompiledKernel kernel, StageCall stage)
    {
        var machine = new Machine(new Graph());
        var graph = machine.Graph;
        var inputs = new List<Port>();
        var fields = new Queue<StageField>(stage.Given);
        Node Port(string name, int width)
        {
            var field = fields.Dequeue();
            if (field.Width != width) throw new IlMismatchException(
                $"{field.Name} has {width} bits in the metadata, {field.Width} in the contract");
            return StageBuilder.Input(graph, field, inputs);
        }
        var windows = new Queue<int>(stage.WindowBytes);
        var memories = new Queue<Memory>(stage.Memories);
        var method = StageOf(stage);
        var arguments = method.GetParameters().Zip(stage.Method.Parameters).Select(p =>
            StateMember.IsState(p.Second.Type) ? Place(machine, p.First,
                State(Bare(p.First), memories))
            : TypeLayout.IsWindow(p.Second.Type) ? Place(machine, p.First,
                Words(machine, [.. Enumerable.Range(0, Window.LengthBytes / 8)
                    .Select(_ => Port("", 64))], windows.Dequeue()))
            : Place(machine, p.First, PortLayout.Make(graph, Bare(p.First), "", Port))).ToArray();
        var packet = (Reference)arguments[0];
        var type = Bare(method.GetParameters()[0]);
        Node IsOpen(Reference of) => graph.Slice(((Word)machine.Invoke(
            type.GetProperty(nameof(IPacket.IsOpen))!.GetMethod!, [of])!).Node, 0, 1);
        var wasOpen = IsOpen(packet);
        machine.Invoke(method, arguments);
        if (machine.Dead) throw new IlException($"{method.Name} never returns");
        List<Leaf> after = [.. PortLayout.Leaves(graph, machine.Read(packet), type)];
        foreach (var (leaf, field) in after.Zip(stage.Handed))
            machine.Demand($"{field.Name} fits its {leaf.Width} bits", leaf.Fits);
        Node[] handed = [.. after.Select(l => l.Bits)];
        var scratch = new Queue<Node>(StageBuilder.Scratch(graph, stage, handed, inputs));
        var any = machine.Temporary(
            PortLayout.Make(graph, type, "", (_, _) => scratch.Dequeue()));
        return new StageMeaning(stage, graph, inputs, wasOpen, handed, IsOpen(packet),
            IsOpen(any), machine.Calls, [.. machine.Duties, .. machine.Bounds])
            .Specification(kernel);
    }

    /// <summary>What a pipeline gives a stage, and the packet that it gets back.</summary>
    private static bool Hand(
        Machine machine, PipelineCut cut, int stage, MethodBase called, IlValue[] given)
    {
        var graph = machine.Graph;
        var scalars = new List<Node>();
        var windows = new Queue<int>(cut.WindowBytes(stage));
        foreach (var (parameter, value) in called.GetParameters().Zip(given))
        {
            var held = value is Reference place ? machine.Read(place)
                : machine.Placed(value, Bare(parameter));
            if (held is WindowWord window)
                scalars.AddRange(machine.Words(window, windows.Dequeue()));
            else if (!HasState(held))
                scalars.AddRange(PortLayout.Leaves(graph, held, Bare(parameter)).Select(leaf =>
                {
                    machine.Demand($"what stage {stage} is given fits its bits", leaf.Fits);
                    return leaf.Bits;
                }));
        }
        cut.Give(stage, scalars);
        var packet = (Reference)given[0];
        var type = Bare(called.GetParameters()[0]);
        int next = 0;
        machine.Store(packet, PortLayout.Make(graph, type, "",
            (_, _) => cut.Hand(stage, next, scalars[next++])));
        return true;
    }

    private static bool HasState(IlValue value) => value is StateObject
        || value is Fields fields && fields.Values.Any(HasState);

    private static bool IsStage(MethodBase method) => method.GetCustomAttributesData().Any(
        a => a.AttributeType.FullName == typeof(StageAttribute).FullName);

    private MethodInfo StageOf(StageCall stage) => project.Image.ClassOf(stage.Method)
        .GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
            | BindingFlags.DeclaredOnly).Single(m => IsStage(m) && m.Name == stage.Method.Name
            && m.GetParameters().Select(p => p.Name).SequenceEqual(
                stage.Method.Parameters.Select(p => p.Name)));

    private static Type Bare(ParameterInfo parameter) => parameter.ParameterType.IsByRef
        ? parameter.ParameterType.GetElementType()! : parameter.ParameterType;

    private static IlValue Place(Machine machine, ParameterInfo parameter, IlValue value) =>
        parameter.ParameterType.IsByRef ? machine.Temporary(value)
            : machine.Slotted(value, parameter.ParameterType);

    private static WindowWord Words(Machine machine, Node[] words, int bytes)
    {
        var all = words.Aggregate(machine.Graph.Concat);
        return new(machine.Temporary(new Word(machine.Graph.Slice(
            all, all.Width - (8 * bytes), 8 * bytes))).Cell, machine.Graph.Constant(0, 32));
    }
}
