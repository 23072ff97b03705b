using System.Reflection;
using System.Runtime.CompilerServices;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Il;

internal sealed partial class Machine
{
    public void LoadArgument(Frame frame, int i) =>
        Push(FromPlace(State.Cells[frame.Arguments[i]], frame.Body.Arguments[i]));

    public void LoadLocal(Frame frame, int i) =>
        Push(FromPlace(State.Cells[frame.Locals[i]], frame.Body.Locals[i]));

    public void StoreLocal(Frame frame, int i) =>
        State.Cells[frame.Locals[i]] = ToPlace(Pop(), frame.Body.Locals[i]);

    public void StoreArgument(Frame frame, int i) =>
        State.Cells[frame.Arguments[i]] = ToPlace(Pop(), frame.Body.Arguments[i]);

    public void LoadField(FieldInfo field)
    {
        var owner = Pop();
        if (owner is Reference to) owner = Read(to);
        Push(FromPlace(owner is Fields f ? f.Values[IlTypes.IndexOf(field)]
            : throw new IlException($"{field.Name} of a {owner.GetType().Name}"),
            field.FieldType));
    }

    public void FieldReference(FieldInfo field) => Push(Inside(Pop(), field));

    public void StoreField(FieldInfo field)
    {
        var value = ToPlace(Pop(), field.FieldType);
        Write(Inside(Pop(), field), value);
    }

    private static Reference Inside(IlValue owner, FieldInfo field) => owner is Reference to
        ? new(to.Cell, [.. to.Path, IlTypes.IndexOf(field)])
        : throw new IlException($"a reference to {field.Name} of a {owner.GetType().Name}");

    public void LoadIndirect(Type type) => Push(FromPlace(Read(To(Pop())), type));

    /// <summary>ldind.ref: the only objects that places hold are memories.</summary>
    public void LoadState() => Push(Read(To(Pop())) is StateObject memory ? memory
        : throw new IlException("an object in a place"));

    public void StoreIndirect(Type type)
    {
        var value = Pop();
        Store(To(Pop()), value, type);
    }

    public void Initialise(Type type) => Write(To(Pop()), IlTypes.Zero(graph, type));

    public void SizeOf(Type type) => Push(graph.Constant(IlTypes.Width(type) / 8
        ?? throw new IlException($"the size of {type}"), 32));

    private void Store(Reference to, IlValue value, Type type)
    {
        value = ToPlace(value, type);
        if (value is Word w && Read(to) is Word old && old.Node.Width != w.Node.Width)
            throw new IlException($"{w.Node.Width} bits written over {old.Node.Width}");
        Write(to, value);
    }

    private static Reference To(IlValue value) => value as Reference
        ?? throw new IlException($"a {value.GetType().Name} where a reference is needed");

    /// <summary>What lies at a reference.</summary>
    public IlValue Read(Reference from)
    {
        if (!State.Cells.TryGetValue(from.Cell, out var value))
            throw new IlException($"a reference to {from.Cell}, which is no more");
        foreach (var step in from.Path)
            value = value is Fields f ? Element(f, step)
                : throw new IlException($"a field of a {value.GetType().Name}");
        return value;
    }

    private IlValue Element(Fields whole, Step step)
    {
        if (step.At is not { } at) return whole.Values[step.Index];
        var value = whole.Values[^1];
        for (int k = whole.Values.Length - 1; k-- > 0;)
            value = _joiner.Select(Is(at, k), whole.Values[k], value);
        return value;
    }

    private Node Is(Node index, int k) => graph.Make(Op.Equal, 1, index, graph.Constant(k, 32));

    /// <summary>Puts a value where a reference leads.</summary>
    public void Store(Reference to, IlValue value) => Write(to, value);

    private void Write(Reference to, IlValue value) => State.Cells[to.Cell] =
        Replace(State.Cells.GetValueOrDefault(to.Cell) ?? throw new IlException(
            $"a reference to {to.Cell}, which is no more"), to.Path, value);

    private IlValue Replace(IlValue whole, ReadOnlySpan<Step> path, IlValue value)
    {
        if (path.IsEmpty) return value;
        if (whole is not Fields f)
            throw new IlException($"a field of a {whole.GetType().Name}");
        if (path[0].At is not { } at)
            return f.With(path[0].Index, Replace(f.Values[path[0].Index], path[1..], value));
        var all = (IlValue[])f.Values.Clone();
        for (int k = 0; k < all.Length; k++)
            all[k] = _joiner.Select(Is(at, k), Replace(all[k], path[1..], value), all[k]);
        return f with { Values = all };
    }

    /// <summary>A place with a value, for the life of the state.</summary>
    public Reference Temporary(IlValue value)
    {
        var cell = new Cell("temporary");
        State.Cells[cell] = value;
        return new(cell, []);
    }

    public void LoadStatic(FieldInfo field) => Push(FromPlace(Static(field), field.FieldType));

    public void StaticReference(FieldInfo field) => Push(Temporary(Static(field)));

    /// <summary>
    /// The value that the runtime has given to a static field when its type was initialised: its
    /// order is the runtime's. It cannot change afterwards.
    /// </summary>
    private IlValue Static(FieldInfo field)
    {
        if (!field.IsInitOnly) throw new IlException($"{field.Name} can change");
        RuntimeHelpers.RunClassConstructor(field.DeclaringType!.TypeHandle);
        return IlTypes.Constant(graph, field.FieldType, field.GetValue(null)!);
    }

    public void IsInstance(Type type)
    {
        var value = Pop();
        Push(value is Boxed b ? type.IsAssignableFrom(b.Type) ? b : new Null()
            : value is Null ? value : throw new IlException($"a {value.GetType().Name} as {type}"));
    }

    public void Unbox(Type type) => Push(Pop() is Boxed b && b.Type == type ? b.Value
        : throw new IlException($"an object as {type}"));
}
