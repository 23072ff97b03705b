namespace SmartNic.Hls.Front;

/// <summary>A numbered diagnostic.</summary>
/// <param name="Number">Number, without SNH.</param>
/// <param name="Title">What is wrong.</param>
/// <param name="Instead">What to write instead.</param>
internal sealed record DiagnosticEntry(int Number, string Title, string Instead)
{
    /// <summary>As users see it, e.g. <c>SNH0004</c>.</summary>
    public string Id => $"SNH{Number:D4}";
}

/// <summary>Every diagnostic of the compiler; DIAGNOSTICS.md and the analyzer are made from
/// it.</summary>
internal static class DiagnosticList
{
    public static readonly IReadOnlyList<DiagnosticEntry> All =
    [
        new(1, "A type that cannot be bits",
            "Use bool, integers, U types, UInt128, enums, and structs or tuples of these. A "
            + "reference type or a floating point number has no width in wires: keep an index "
            + "instead of a reference, and fixed point instead of floating point."),
        new(2, "A statement without hardware form",
            "Use if, switch, for, while, do, return, break and continue. Say that something is "
            + "wrong in the result (a reason code) instead of throwing."),
        new(3, "An expression without hardware form",
            "Write it with operators, conditionals, switch expressions and calls of static "
            + "methods. There are no arrays, lambdas, strings or null in a kernel: constants by "
            + "number are a switch expression, entries that the host writes a Table<T>."),
        new(4, "An operator without hardware form here",
            "Divide by a constant other than 0 and -1. For any other divisor multiply by a "
            + "reciprocal, or read the quotient from a table."),
        new(5, "Checked arithmetic",
            "Arithmetic wraps. Compare before the operation, and give the result a bit for it."),
        new(6, "A method without source",
            "Write the method as a static method in the files of the kernel. Built in are "
            + "Math.Min, Math.Max, and of BitOperations and the integer types RotateLeft, "
            + "RotateRight, PopCount, LeadingZeroCount, TrailingZeroCount and Log2."),
        new(7, "Recursion",
            "Hardware has no stack: write a for loop with a constant number of turns."),
        new(8, "A loop without an end that is known at compile time",
            "Bound it by a constant: for (int i = 0; i < 8 && i < n; i++) ..."),
        new(9, "A loop of too many turns",
            "Every turn becomes hardware. Work on fewer elements per packet, or keep a state and "
            + "do a part with each packet."),
        new(10, "An assignment to something else than a variable or its field",
            "Assign to locals, parameters and their fields. What has to outlive the packet belongs "
            + "into an Rmw, Counter or Register parameter."),
        new(11, "A static field that can change",
            "Make it const or static readonly with an initialiser; state between packets belongs "
            + "into an Rmw, Counter or Register parameter."),
        new(12, "A pattern",
            "Use constant, relational, and, or, not, tuple and discard patterns; compare fields "
            + "one by one instead of a property pattern."),
        new(13, "A reference outside an argument list, or two to one variable",
            "Copy the value and store it back, or pass it as ref, in or out; pass different "
            + "variables to two ref parameters."),
        new(14, "A second access to a memory",
            "A packet has one access to each memory; several in branches that exclude each other "
            + "are one. Choose the index first, then read once: table.Read(c ? a : b)."),
        new(15, "A memory without a depth",
            "Write [Depth(n)] in front of the parameter, n a power of two of at least 2."),
        new(16, "Another use of state than its access",
            "In a kernel only call Table.Read, TernaryTable.Match, Rmw.Apply, Counter.Add and "
            + "Register.Apply, on a parameter of the kernel."),
        new(17, "The signature of a kernel",
            "A kernel is a static method that is not generic, takes its parameters by value or in, "
            + "and returns a value on every path."),
        new(18, "A conversion",
            "Convert between integers and U types only; there is no boxing."),
        new(19, "A moved window that is not kept",
            "Skip and Push give another window and leave theirs where it is: write "
            + "w = w.Skip(n)."),
        new(20, "A window offset that is not constant",
            "Move the window first: w.Skip(n).U16(2)."),
        new(21, "A window position without a small set of values",
            "Bound the amount of Skip: mask it, w.Skip((n & 15) * 4), or return early where it "
            + "is out of range."),
        new(22, "A read that may leave the window",
            "A window has 192 bytes. Return early where the position is too large, or read less. "
            + "Where headers follow each other, add up their lengths in a variable n, test it, "
            + "if (n > 40) return ...;, and read from start.Skip(n)."),
        new(23, "A step that does not fit in one clock",
            "Move work in front of the memory, into the argument: only what depends on the state "
            + "has to be in the step."),
        new(24, "A memory, a window or a product inside a step",
            "A step is one clock of logic. Multiply and read before, and pass the result in the "
            + "argument."),
        new(25, "An attribute or option value out of range",
            "The message says which values there are."),
        new(26, "A latency below the least",
            "Ask for more clocks, or for a longer clock; snic-hls explain shows the longest path."),
        new(27, "An operation that alone takes more than a clock",
            "Ask for a longer clock, or compute with fewer bits."),
        new(28, "A frame that leaves at a position without a small set of values",
            "Bound what is skipped and pushed by an early return."),
        new(29, "Something that C# does here without saying so",
            "Say it: call what a short form calls, copy what is copied, initialise in the "
            + "constructor, compare field by field. The message names what is hidden."),
        new(30, "An index that may lie outside of its array",
            "Mask the index, a[n & 3], or return early where it is too large: natively it would "
            + "throw."),
        new(31, "The form of a stage",
            "A stage is static void Run(ref Packet p, ...), where Packet is a struct that is an "
            + "IPacket, and begins with if (!p.IsOpen) { return; }. Only pipelines call stages."),
        new(32, "The form of a pipeline",
            "A pipeline makes a packet, then calls its stages one after the other, each in a "
            + "statement of its own, and returns what the packet says. In between it only declares "
            + "what it hands to them; what depends on the packet is decided in a stage."),
    ];
}
