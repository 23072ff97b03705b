using System.Text;

namespace SmartNic.Hls.Check.Fuzz;

/// <summary>
/// Writes a random kernel over the whole language, deterministic for a seed: narrow types, structs,
/// enums, tuples, helpers with ref, in and out, loops, early exits, products, windows read and
/// written, checksums, every kind of state, pipelines of stages, and what C# does behind short
/// forms.
/// </summary>
internal sealed partial class ProgramGenerator
{
    private readonly record struct Variable(string Name, string Type, bool Fixed = false);

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<Variable> _variables = [];
    private readonly List<(string Name, string[] Types)> _helpers = [];
    private readonly List<(string Name, string Type)> _fields = [];
    private readonly string[] _types;
    private string _return = "";
    private int _locals;
    private int _loops;
    private bool _breaks;
    private int _ahead;
    private bool _window;
    private bool _step;

    private ProgramGenerator(int seed)
    {
        _random = new(seed);
        // Few types per program: more meetings of equal types, and Roslyn is quicker.
        _types = [.. Enumerable.Range(0, 4).Select(_ => Pick(Scalars)), "uint"];
    }

    /// <summary>The text of a program with one kernel, <c>fuzz_SEED</c>.</summary>
    public static string Source(int seed) => new ProgramGenerator(seed).Program(seed);

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private bool OneIn(int n) => _random.Next(n) == 0;

    /// <summary>One of some words between two blanks.</summary>
    private string OneOf(string words) => Pick(words.Split("  "));

    private void Line(string text) => _text.Append(text).Append('\n');

    private string Program(int seed)
    {
        Line("#nullable disable\nusing System;\nusing System.Numerics;");
        Line("using SmartNic.Hls.Language;\n");
        Line($"namespace Fuzz{(uint)seed};\n");
        Line("public enum Kind : byte { None = 0, Short = 3, Long = 7 }\n");
        Struct();
        ChooseState();
        if (_fill) Fill();
        ChooseIdioms();
        bool pipeline = !_edit && OneIn(4);
        if (pipeline) Packet();
        Line("public static class Program\n{");
        foreach (string member in _members) Line(member);
        for (int h = _random.Next(3); h > 0; h--) Helper();
        if (pipeline) Pipeline(seed);
        else Kernel(seed);
        Line("}");
        return _text.ToString();
    }

    private void Struct()
    {
        Line($"public {OneOf("struct  record struct")} Part\n{{");
        for (int f = 0; f < 3; f++)
        {
            _fields.Add(($"F{f}", Pick(_types)));
            Line(OneIn(3) ? $"public {_fields[^1].Type} F{f} {{ get; set; }}"
                : $"public {_fields[^1].Type} F{f};");
        }
        Line($"public readonly ulong Sum => {Cast("F0", _fields[0].Type, "ulong")} + "
            + $"{Cast("F1", _fields[1].Type, "ulong")};");
        Line($"public void Bump(uint n) {{ F2 = {Cast("n", "uint", _fields[2].Type)}; }}\n}}\n");
    }

    /// <summary>A step is one clock of logic: small, without products.</summary>
    private void Fill()
    {
        _step = true;
        Line("public struct Fill : IStep<Part, uint, U12>\n{");
        Line("public static U12 Step(ref Part state, in uint arg)\n{");
        _variables.AddRange([new("state", "Part"), new("arg", "uint", true), new("r", "U12")]);
        Line("U12 r = default;");
        _return = "return r";
        Block(1, 3);
        Line("return r;\n}\n}\n");
        Clear();
        _step = false;
    }

    private void Clear()
    {
        _variables.Clear();
        (_locals, _loops) = (0, 0);
    }

    private void Helper()
    {
        string[] types = [Pick(_types), Pick(_types), Pick(_types), Pick(_types)];
        string name = $"Help{_helpers.Count}";
        Line($"static {types[0]} {name}({types[1]} a, ref {types[2]} b, out {types[3]} c)\n{{");
        Line($"{types[0]} r = default; c = default;");
        _variables.AddRange([new("a", types[1]), new("b", types[2]), new("c", types[3]),
            new("r", types[0])]);
        _variables.AddRange(_statics);
        _return = "return r";
        Block(2, 3);
        Line("return r;\n}\n");
        _helpers.Add((name, types));
        Clear();
    }

    private void Kernel(int seed)
    {
        var parameters = new List<Variable>();
        for (int i = 0; i < 4; i++) parameters.Add(new($"a{i}", Pick(_types)));
        parameters.Add(new("p", "Part"));
        var list = parameters.Select(v => $"{v.Type} {v.Name}").ToList();
        if (_window || _edit) list.Insert(_random.Next(list.Count),
            _edit ? "ref EditWindow w" : "Window w");
        list.AddRange(_parameters);
        string first = Pick(_types), second = Pick(_types);
        string clock = _fill ? ", ClockNs = 40"
            : OneOf("  , ClockNs = 2  , ClockNs = 6  , ClockNs = 10");
        Line($"[Kernel(\"fuzz_{(uint)seed}\"{clock})]");
        Line($"public static ({first} R, {second} S, Part P) Run({string.Join(", ", list)})\n{{");
        Line($"{first} r = default; {second} s = default; Part q = default;");
        _variables.AddRange(parameters);
        _variables.AddRange([new("r", first), new("s", second), new("q", "Part"), .. _statics]);
        _return = "return (r, s, q)";
        foreach (var access in _accesses.ToList())
            if (OneIn(2)) Access(access);
        if (_edit && OneIn(2)) Move();
        foreach (var use in _uses)
            if (OneIn(2)) use();
        Block(3, 4);
        Line("return (r, s, q);\n}");
    }
}
