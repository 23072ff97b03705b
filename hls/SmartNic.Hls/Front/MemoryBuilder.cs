using System.Numerics;
using Microsoft.CodeAnalysis;
using SmartNic.Hls.Ir;
using SmartNic.Hls.Language;

namespace SmartNic.Hls.Front;

/// <summary>Turns state that a kernel is given into ports.</summary>
internal static class MemoryBuilder
{
    public static Memory Make(Compilation compilation, StateMember member)
    {
        string name = member.Name;
        var shape = MemoryShape.Of(member.Type)!;
        var where = member.Symbol.Locations[0];
        int depth = Depth(member, shape, where);
        int latency = member.Attribute(nameof(LatencyAttribute)) ?? shape.Latency;
        if (latency < shape.Least || latency > shape.Most)
            throw Diagnostics.BadAttribute($"Latency of a {shape.Type} must be "
                + (shape.Least == shape.Most ? $"{shape.Least}" : $"{shape.Least}..{shape.Most}"),
                where);
        var type = (INamedTypeSymbol)member.Type;
        if (shape.Kind == CallKind.Read)
            return new(name, shape, depth, latency)
            {
                Data = shape.Type == "Table" ? type.TypeArguments[0]
                    : ((IMethodSymbol)type.GetMembers(shape.Method).Single()).ReturnType,
                KeyBits = shape.Type == "Table" ? null : KeyBits(member, where),
                Column = member.Column,
            };
        var step = shape.Type == "Counter"
            ? compilation.GetTypeByMetadataName(typeof(CountStep).FullName!)!
            : type.TypeArguments[0];
        var contract = step.AllInterfaces.First(i => i.Name == "IStep" && TypeLayout.InLanguage(i));
        return new(name, shape, depth, latency)
        {
            State = contract.TypeArguments[0],
            Argument = contract.TypeArguments[1],
            Data = contract.TypeArguments[2],
            Step = (IMethodSymbol)step.FindImplementationForInterfaceMember(
                contract.GetMembers("Step").Single())!,
        };
    }

    private static int Depth(StateMember member, MemoryShape shape, Location where)
    {
        // A register has the ports of two states, and an address that is always 0.
        if (!shape.Indexed) return 2;
        if (member.Attribute(nameof(DepthAttribute)) is not { } entries || entries < 2
            || !BitOperations.IsPow2(entries))
            throw Diagnostics.DepthMissing(member.Symbol.Name, where);
        return entries;
    }

    private static int KeyBits(StateMember member, Location where) =>
        member.Attribute(nameof(KeyBitsAttribute)) is { } bits and >= 1 and <= 128 ? bits
            : throw Diagnostics.BadAttribute(
                $"memory {member.Symbol.Name} needs [KeyBits(n)], n of 1..128", where);
}
