using System.Reflection;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

internal sealed partial class Machine
{
    /// <summary>Types of the base library whose IL is executed; nothing else of it is.</summary>
    private static readonly HashSet<string> Library =
    [
        "System.Math", "System.Numerics.BitOperations", "System.UInt128", "System.Byte",
        "System.SByte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32",
        "System.Int64", "System.UInt64", "System.Boolean", "System.Char",
    ];

    public void Call(Frame frame, MethodBase method)
    {
        var constrained = frame.Constrained;
        frame.Constrained = null;
        var arguments = Arguments(method);
        if (constrained != null) method = Resolve(constrained, method, arguments);
        else if (method is { IsVirtual: true, IsStatic: false }
            && !method.DeclaringType!.IsValueType && arguments[0] is not (StateObject or Comparer))
            throw new IlException($"a virtual call of {method.Name}");
        if (Cut?.Invoke(this, method, arguments) == true) return;
        if (Axiom(method, arguments, out var known))
        {
            if (known != null) Push(known);
            return;
        }
        Execute(method, arguments, false);
    }

    /// <summary>newobj: a struct is made in a place of its own; a class may only be
    /// thrown.</summary>
    public void Create(MethodBase constructor)
    {
        var type = constructor.DeclaringType!;
        var arguments = constructor.GetParameters().Select(_ => Pop()).Reverse().ToList();
        if (!type.IsValueType)
        {
            Push(typeof(Exception).IsAssignableFrom(type) ? new Opaque()
                : throw new IlException($"an object of {type}"));
            return;
        }
        var place = Temporary(IlTypes.Zero(graph, type));
        Execute(constructor, [place, .. arguments], true);
        if (Dead) return;
        Push(Read(place));
        State.Cells.Remove(place.Cell);
    }

    private void Execute(MethodBase method, IlValue[] arguments, bool isConstructor)
    {
        var owner = method.DeclaringType!;
        bool own = owner.Assembly != typeof(object).Assembly;
        if (!own && !Library.Contains(owner.FullName!)
            && !(owner.FullName ?? owner.Name).StartsWith("System.ValueTuple`",
                StringComparison.Ordinal))
            throw new IlException($"{owner}.{method.Name} is outside the closed set");
        if (own && IlTypes.IsLanguage(owner, "Window", "EditWindow", "Table", "TernaryTable", "Rmw",
            "Counter", "Register"))
            throw new IlException($"{owner.Name}.{method.Name} has no axiom");
        var result = Invoke(method, arguments);
        if (result != null && !isConstructor && !Dead) Push(result);
    }

    private IlValue[] Arguments(MethodBase method)
    {
        int count = method.GetParameters().Length + (method.IsStatic ? 0 : 1);
        var arguments = new IlValue[count];
        for (int i = count; i-- > 0;) arguments[i] = Pop();
        return arguments;
    }

    /// <summary>The Step of an Rmw or Register, by its type arguments.</summary>
    public static MethodInfo StepOf(Type[] arguments)
    {
        var contract = arguments[0].GetInterfaces().Single(i => IlTypes.IsLanguage(i, "IStep"));
        return Resolve(arguments[0], contract.GetMethod("Step")!, []);
    }

    /// <summary>The method that a constrained call means: the type's own one.</summary>
    private static MethodInfo Resolve(Type type, MethodBase method, IlValue[] arguments)
    {
        if (!type.IsValueType) throw new IlException($"a call on the class {type}");
        var declared = method.DeclaringType!;
        if (!declared.IsInterface)
        {
            // Object's methods: the override of the struct itself.
            var own = type.GetMethods(BindingFlags.Instance | BindingFlags.Public
                | BindingFlags.NonPublic | BindingFlags.DeclaredOnly).FirstOrDefault(m =>
                    m.IsVirtual && m.GetBaseDefinition() == method);
            return own ?? throw new IlException($"{type.Name} does not override {method.Name}");
        }
        var generic = method is MethodInfo { IsGenericMethod: true } g
            ? g.GetGenericMethodDefinition() : method;
        var map = type.GetInterfaceMap(declared);
        int index = Array.FindIndex(map.InterfaceMethods, m =>
            m.MetadataToken == generic.MetadataToken && m.Module == generic.Module);
        var target = index < 0 ? null : map.TargetMethods[index];
        if (target == null || target.DeclaringType!.IsInterface && !target.IsStatic)
            throw new IlException($"{type.Name} has no {method.Name} of its own");
        _ = arguments;
        return method is MethodInfo { IsGenericMethod: true } closed
            ? target.MakeGenericMethod(closed.GetGenericArguments()) : target;
    }
}
