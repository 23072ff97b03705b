using System.Globalization;
using Microsoft.CodeAnalysis;

namespace SmartNic.Hls.Front;

/// <summary>A kernel that cannot be compiled: number, place, and what to write instead.</summary>
/// <param name="id">Number, e.g. <c>SNH0004</c>.</param>
/// <param name="where">Place in the source, or null.</param>
/// <param name="message">What is wrong and what to write instead.</param>
public sealed class HlsException(string id, Location? where, string message)
    : Exception(Format(id, where, message))
{
    /// <summary>Number of the diagnostic.</summary>
    public string Id { get; } = id;

    /// <summary>What is wrong and what to write instead, without number and place.</summary>
    public string Text { get; } = message;

    /// <summary>Place in the source.</summary>
    public Location? Where { get; } = where;

    private static string Format(string id, Location? where, string message)
    {
        if (where is not { IsInSource: true }) return $"error {id}: {message}";
        var span = where.GetLineSpan();
        var at = span.StartLinePosition;
        return $"{span.Path}({at.Line + 1},{at.Character + 1}): error {id}: {message}";
    }
}

/// <summary>One method per diagnostic; the list in README.md is checked against it.</summary>
internal static class Diagnostics
{
    private static HlsException Error(int number, IOperation? at, string message) =>
        new($"SNH{number:D4}", at?.Syntax.GetLocation(), message);

    private static HlsException Error(int number, Location? at, string message) =>
        new($"SNH{number:D4}", at, message);

    public static HlsException TypeNotSupported(ITypeSymbol type, IOperation? at) => Error(1, at,
        $"type {type.ToDisplayString()} cannot be bits; use bool, integers, U1..U63, UInt128, "
        + "enums, structs or tuples of them");

    public static HlsException StatementNotSupported(IOperation at) => Error(2, at,
        $"{at.Syntax.GetFirstToken().Text} has no hardware form; use if, switch, for, while, "
        + "return");

    public static HlsException ExpressionNotSupported(IOperation at) => Error(3, at,
        at.Kind is OperationKind.ArrayElementReference or OperationKind.ArrayCreation
            or OperationKind.CollectionExpression
            ? "there are no arrays in a kernel; write constants as a switch expression, "
                + "x switch { 0 => 7, ... }, and what the host writes as a Table<T> parameter"
            : $"{Words(at.Kind)} has no hardware form; use operators, conditionals, switch "
                + "expressions and calls of static methods on value types");

    /// <summary>ObjectCreation to "object creation".</summary>
    private static string Words(OperationKind kind) =>
        Names.Snake(kind.ToString()).Replace('_', ' ');

    public static HlsException OperatorNotSupported(string what, IOperation at) => Error(4, at,
        $"operator {what} has no hardware form here; divide by a constant");

    public static HlsException CheckedArithmetic(IOperation at) => Error(5, at,
        "checked arithmetic would need an exception; arithmetic wraps, so compare before");

    public static HlsException NoSource(ISymbol method, IOperation? at) => Error(6, at,
        $"{method.ToDisplayString()} has no source here and is not built in; "
        + "write it as a static method of the kernel files");

    public static HlsException Recursion(ISymbol method, IOperation? at) => Error(7, at,
        $"{method.Name} calls itself; hardware has no stack, so use a constant loop");

    public static HlsException LoopNotConstant(IOperation at) => Error(8, at,
        "the loop has no end that is known at compile time; bound it by a constant, e.g. "
        + "for (int i = 0; i < 8 && ...; i++)");

    public static HlsException LoopTooLong(int limit, IOperation at) => Error(9, at,
        $"the loop runs more than {limit} times, and every turn becomes hardware; "
        + "loop less, or keep a state and do a part with each packet");

    public static HlsException NotAssignable(IOperation at) => Error(10, at,
        "only locals, parameters and their fields can be assigned; what outlives the packet "
        + "belongs in an Rmw, Counter or Register");

    public static HlsException WritableStatic(ISymbol field, IOperation at) => Error(11, at,
        $"{field.Name} is not a constant; state between packets belongs in an Rmw");

    public static HlsException PatternNotSupported(IOperation at) => Error(12, at,
        "only constant, relational, and, or, not, tuple and discard patterns are supported; "
        + "compare fields one by one");

    public static HlsException RefNotSupported(IOperation at) => Error(13, at,
        "references may only be passed as ref, in or out arguments; copy the value instead");

    public static HlsException SecondAccess(string memory, IOperation at) => Error(14, at,
        $"{memory} is accessed a second time on a path; a packet has one access to each memory; "
        + "choose the index first, then read once");

    public static HlsException DepthMissing(string memory, Location? at) => Error(15, at,
        $"memory {memory} needs [Depth(n)], n a power of two of at least 2");

    public static HlsException StageForm(string why, Location? at) => Error(31, at, why);

    public static HlsException StageForm(string why, IOperation? at) => Error(31, at, why);

    public static HlsException PipelineForm(string why, Location? at) => Error(32, at, why);

    public static HlsException PipelineForm(string why, IOperation at) => Error(32, at, why);

    public static HlsException MemoryUse(IOperation at) => Error(16, at,
        "in a kernel state is only used by Table.Read, TernaryTable.Match, Rmw.Apply, "
        + "Counter.Add or Register.Apply on a parameter");

    public static HlsException KernelSignature(string why, Location? at) => Error(17, at, why);

    public static HlsException ConversionNotSupported(IOperation at) => Error(18, at,
        "this conversion has no hardware form; convert between integers and U types only");

    public static HlsException MoveDropped(string method, IOperation at) => Error(19, at,
        $"{method} gives the moved window and leaves this one where it is; "
        + $"keep what it gives: w = w.{method}(...)");

    public static HlsException OffsetNotConstant(IOperation at) => Error(20, at,
        "a window is read at a constant offset; move it with Skip first");

    public static HlsException SkipNotFinite(IOperation at) => Error(21, at,
        "the position of the window has no small finite set of values here; "
        + "bound the amount of Skip by an early return, e.g. on the header length");

    public static HlsException LastPosition(Location at) => Error(28, at,
        "the position at which the frame leaves has no small finite set of values; "
        + "bound what is skipped and pushed by an early return");

    public static HlsException OutsideArray(int length, IOperation at) => Error(30, at,
        $"this index may lie outside of the {length} elements; mask it, or return early");

    public static HlsException OutsideWindow(int first, int bytes, IOperation at) => Error(22, at,
        $"bytes {first}..{first + bytes - 1} lie outside the window of 192 bytes; a kernel sees "
        + "no more of a frame");

    public static HlsException BeyondWindow(long first, int bytes, IOperation at) => Error(22, at,
        $"bytes {first}..{first + bytes - 1} may lie outside the window of 192 bytes; add "
        + "lengths up in a variable n, return early, if (n > 40) return ...;, and read from "
        + "start.Skip(n)");

    public static HlsException BeyondHeadroom(IOperation at) => Error(22, at,
        $"this may push more than the {Language.EditWindow.HeadroomBytes} bytes of headroom in "
        + "front of a frame; bound what is pushed by an early return");

    public static HlsException StepTooSlow(
        string step, double ns, double budget, string path, Location? at) => Error(23, at,
        string.Create(CultureInfo.InvariantCulture,
            $"{step} needs {ns:F2} ns, but one clock leaves {budget:F2} ns; longest path: ")
        + path + "; move work in front of the memory, into the argument");

    public static HlsException MemoryInStep(IOperation at) => Error(24, at,
        "a step is one clock of logic: no memory, no window and no product inside");

    public static HlsException LatencyTooShort(
        int asked, int least, string path, Location? at) => Error(26, at,
        $"a latency of {asked} clocks was asked for, the least is {least}; longest path: {path}; "
        + "ask for more, or for a longer clock");

    public static HlsException OperationTooSlow(
        string what, double ns, double budget, Location? at) => Error(27, at,
        string.Create(CultureInfo.InvariantCulture,
            $"{what} needs {ns:F2} ns by itself, but one clock leaves {budget:F2} ns; ")
        + "ask for a longer clock, or compute with fewer bits");

    /// <summary>What C# does here without saying so has no counterpart in the compiler.</summary>
    public static HlsException Hidden(string what, string instead, IOperation at) => Error(29, at,
        $"{what}; {instead}");

    public static HlsException BadAttribute(string why, Location? at) => Error(25, at, why);
}
