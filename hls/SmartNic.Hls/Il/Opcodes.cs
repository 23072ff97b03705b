using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

/// <summary>
/// The closed set of opcodes: every one that the runtime knows is executed, a test, a transfer of
/// control, or rejected with a reason. A test compares this list with the runtime's.
/// </summary>
internal static class Opcodes
{
    // First: the tables below are made of it.
    private static readonly (string, Type)[] Types =
    [
        ("i1", typeof(sbyte)), ("i2", typeof(short)), ("i4", typeof(int)), ("i8", typeof(long)),
        ("u1", typeof(byte)), ("u2", typeof(ushort)), ("u4", typeof(uint)), ("u8", typeof(ulong)),
        ("i", typeof(nint)), ("u", typeof(nuint)),
    ];

    /// <summary>Opcodes that go on with the next instruction.</summary>
    public static readonly IReadOnlyDictionary<string, Action<Machine, Frame, Instruction>>
        Executed = Table();

    /// <summary>Conditional branches: what is true where they go to their target.</summary>
    public static readonly IReadOnlyDictionary<string, Func<Machine, Node>> Tests =
        new Dictionary<string, Func<Machine, Node>>
        {
            ["brtrue"] = m => m.IsTrue(m.Pop()),
            ["brfalse"] = m => m.Graph.Not(m.IsTrue(m.Pop())),
            ["beq"] = m => m.Compare("ceq"),
            ["bne.un"] = m => m.Graph.Not(m.Compare("ceq")),
            ["blt"] = m => m.Compare("clt"),
            ["blt.un"] = m => m.Compare("clt.un"),
            ["bgt"] = m => m.Compare("cgt"),
            ["bgt.un"] = m => m.Compare("cgt.un"),
            ["bge"] = m => m.Graph.Not(m.Compare("clt")),
            ["bge.un"] = m => m.Graph.Not(m.Compare("clt.un")),
            ["ble"] = m => m.Graph.Not(m.Compare("cgt")),
            ["ble.un"] = m => m.Graph.Not(m.Compare("cgt.un")),
        };

    /// <summary>Other transfers of control.</summary>
    public static readonly IReadOnlySet<string> Transfers =
        new HashSet<string> { "br", "switch", "ret", "throw" };

    /// <summary>Opcodes without specification, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> Rejected = Reasons(
        ("has no bits", "ldc.r4 ldc.r8 ldind.r4 ldind.r8 stind.r4 stind.r8 conv.r4 conv.r8 "
            + "conv.r.un ckfinite ldelem.r4 ldelem.r8 stelem.r4 stelem.r8"),
        ("may throw", "add.ovf add.ovf.un sub.ovf sub.ovf.un mul.ovf mul.ovf.un conv.ovf.i "
            + "conv.ovf.i.un conv.ovf.i1 conv.ovf.i1.un conv.ovf.i2 conv.ovf.i2.un conv.ovf.i4 "
            + "conv.ovf.i4.un conv.ovf.i8 conv.ovf.i8.un conv.ovf.u conv.ovf.u.un conv.ovf.u1 "
            + "conv.ovf.u1.un conv.ovf.u2 conv.ovf.u2.un conv.ovf.u4 conv.ovf.u4.un conv.ovf.u8 "
            + "conv.ovf.u8.un castclass"),
        ("needs exceptions", "leave endfinally endfilter rethrow"),
        ("needs an array", "newarr ldlen ldelem ldelema ldelem.i ldelem.i1 ldelem.i2 ldelem.i4 "
            + "ldelem.i8 ldelem.u1 ldelem.u2 ldelem.u4 ldelem.ref stelem stelem.i stelem.i1 "
            + "stelem.i2 stelem.i4 stelem.i8 stelem.ref"),
        ("needs an object", "ldstr stind.ref unbox"),
        ("needs a function pointer", "ldftn ldvirtftn calli jmp tail."),
        ("needs memory beyond variables", "cpblk initblk localloc cpobj stsfld ldtoken "
            + "mkrefany refanytype refanyval arglist unaligned. volatile."),
        ("is for tools", "break prefix1 prefix2 prefix3 prefix4 prefix5 prefix6 prefix7 "
            + "prefixref"));

    private static Dictionary<string, string> Reasons(params (string Why, string Names)[] groups) =>
        groups.SelectMany(g => g.Names.Split(' ').Select(n => (n, g.Why)))
            .ToDictionary(p => p.n, p => p.Why);

    private static Dictionary<string, Action<Machine, Frame, Instruction>> Table()
    {
        var t = new Dictionary<string, Action<Machine, Frame, Instruction>>
        {
            ["nop"] = (_, _, _) => { },
            ["readonly."] = (_, _, _) => { },
            ["constrained."] = (_, f, i) => f.Constrained = f.Body.TypeOf(i),
            ["pop"] = (m, _, _) => m.Pop(),
            ["dup"] = (m, _, _) => m.Push(m.State.Stack.Peek()),
            ["ldnull"] = (m, _, _) => m.Push(new Null()),
            ["not"] = (m, _, _) => m.Push(m.Graph.Not(Machine.Bits(m.Pop()))),
            ["neg"] = (m, _, _) => m.Negate(),
            ["mul"] = (m, _, _) => m.Multiply(),
            ["ldc.i4"] = (m, _, i) => m.Push(m.Graph.Constant((long)i.Operand!, 32)),
            ["ldc.i8"] = (m, _, i) => m.Push(m.Graph.Constant((long)i.Operand!, 64)),
            ["ldc.i4.m1"] = (m, _, _) => m.Push(m.Graph.Constant(-1, 32)),
            ["ldarg"] = (m, f, i) => m.LoadArgument(f, (int)i.Operand!),
            ["ldloc"] = (m, f, i) => m.LoadLocal(f, (int)i.Operand!),
            ["stloc"] = (m, f, i) => m.StoreLocal(f, (int)i.Operand!),
            ["starg"] = (m, f, i) => m.StoreArgument(f, (int)i.Operand!),
            ["ldarga"] = (m, f, i) => m.Push(new Reference(f.Arguments[(int)i.Operand!], [])),
            ["ldloca"] = (m, f, i) => m.Push(new Reference(f.Locals[(int)i.Operand!], [])),
            ["ldfld"] = (m, f, i) => m.LoadField(f.Body.FieldOf(i)),
            ["ldflda"] = (m, f, i) => m.FieldReference(f.Body.FieldOf(i)),
            ["stfld"] = (m, f, i) => m.StoreField(f.Body.FieldOf(i)),
            ["ldsfld"] = (m, f, i) => m.LoadStatic(f.Body.FieldOf(i)),
            ["ldsflda"] = (m, f, i) => m.StaticReference(f.Body.FieldOf(i)),
            ["ldobj"] = (m, f, i) => m.LoadIndirect(f.Body.TypeOf(i)),
            ["stobj"] = (m, f, i) => m.StoreIndirect(f.Body.TypeOf(i)),
            ["initobj"] = (m, f, i) => m.Initialise(f.Body.TypeOf(i)),
            ["sizeof"] = (m, f, i) => m.SizeOf(f.Body.TypeOf(i)),
            ["call"] = (m, f, i) => m.Call(f, f.Body.MethodOf(i)),
            ["callvirt"] = (m, f, i) => m.Call(f, f.Body.MethodOf(i)),
            ["newobj"] = (m, f, i) => m.Create(f.Body.MethodOf(i)),
            ["box"] = (m, f, i) => m.Push(new Boxed(f.Body.TypeOf(i), m.Pop())),
            ["isinst"] = (m, f, i) => m.IsInstance(f.Body.TypeOf(i)),
            ["unbox.any"] = (m, f, i) => m.Unbox(f.Body.TypeOf(i)),
        };
        for (int n = 0; n <= 8; n++)
        {
            int k = n;
            t[$"ldc.i4.{k}"] = (m, _, _) => m.Push(m.Graph.Constant(k, 32));
            if (k > 3) continue;
            t[$"ldarg.{k}"] = (m, f, _) => m.LoadArgument(f, k);
            t[$"ldloc.{k}"] = (m, f, _) => m.LoadLocal(f, k);
            t[$"stloc.{k}"] = (m, f, _) => m.StoreLocal(f, k);
        }
        foreach (var (name, op) in new[] { ("add", Op.Add), ("sub", Op.Subtract), ("and", Op.And),
            ("or", Op.Or), ("xor", Op.Xor) })
            t[name] = (m, _, _) => m.Binary(op);
        foreach (var (name, op) in new[] { ("shl", Op.ShiftLeft), ("shr.un", Op.ShiftRight),
            ("shr", Op.ShiftRightSigned) })
            t[name] = (m, _, _) => m.Shift(op);
        foreach (string name in "div div.un rem rem.un".Split(' '))
            t[name] = (m, _, i) => m.Divide(i.Name);
        foreach (string name in "ceq cgt cgt.un clt clt.un".Split(' '))
            t[name] = (m, _, i) => m.Push(m.Graph.ZeroExtend(m.Compare(i.Name), 32));
        foreach (var (suffix, type) in Types)
        {
            t["conv." + suffix] = (m, _, _) => m.ConvertTo(type);
            t["ldind." + suffix] = (m, _, _) => m.LoadIndirect(type);
            if (suffix[0] == 'i') t["stind." + suffix] = (m, _, _) => m.StoreIndirect(type);
        }
        t["ldind.ref"] = (m, _, _) => m.LoadState();
        t.Remove("ldind.u");
        t.Remove("ldind.u8");
        return t;
    }
}
