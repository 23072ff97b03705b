using System.Reflection;

namespace SmartNic.Hls.Il;

/// <summary>The IL of one method, generics filled in.</summary>
internal sealed class Body
{
    private readonly Type[]? _typeArguments;
    private readonly Type[]? _methodArguments;

    /// <exception cref="IlException">It has none, or more than the closed set.</exception>
    public Body(MethodBase method)
    {
        Method = method;
        var body = method.GetMethodBody();
        if (body == null) throw new IlException($"{Name} has no IL");
        if (body.ExceptionHandlingClauses.Count > 0)
            throw new IlException($"{Name} handles exceptions");
        _typeArguments = method.DeclaringType is { IsGenericType: true } t
            ? t.GetGenericArguments() : null;
        _methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        Flow = new(Instruction.Decode(body.GetILAsByteArray()!));
        Locals = [.. body.LocalVariables.OrderBy(l => l.LocalIndex).Select(l => l.LocalType)];
        var parameters = method.GetParameters().Select(p => p.ParameterType);
        Arguments = [.. method.IsStatic ? parameters : parameters.Prepend(
            method.DeclaringType!.IsValueType ? method.DeclaringType.MakeByRefType()
                : method.DeclaringType)];
    }

    public MethodBase Method { get; }

    public ControlFlow Flow { get; }

    public Type[] Locals { get; }

    /// <summary>Types of the arguments, <c>this</c> first.</summary>
    public Type[] Arguments { get; }

    public string Name => $"{Method.DeclaringType?.Name}.{Method.Name}";

    public Type Returns => Method is MethodInfo m ? m.ReturnType : typeof(void);

    public MethodBase MethodOf(Instruction i) =>
        Method.Module.ResolveMethod((int)i.Operand!, _typeArguments, _methodArguments)!;

    public FieldInfo FieldOf(Instruction i) =>
        Method.Module.ResolveField((int)i.Operand!, _typeArguments, _methodArguments)!;

    public Type TypeOf(Instruction i) =>
        Method.Module.ResolveType((int)i.Operand!, _typeArguments, _methodArguments);
}
