namespace SmartNic.Hls.Check.Fuzz;

/// <summary>What C# does behind short forms: each program has a few of them.</summary>
internal sealed partial class ProgramGenerator
{
    private static readonly string[] Plain =
        ["byte", "sbyte", "short", "ushort", "uint", "ulong", "int", "long"];

    private readonly List<Action> _uses = [];
    private readonly List<string> _members = [];
    private readonly List<Variable> _statics = [];

    private string Fresh() => $"v{_locals++}";

    private void ChooseIdioms()
    {
        Action[] idioms = [Records, Generics, Copies, NamedArguments, Statics, Tuples, Operators,
            Interfaces, Guards, Loops, Properties, Constructors, Frames, Widths];
        _random.Shuffle(idioms);
        foreach (var idiom in idioms[..3]) idiom();
        if (OneIn(40)) Odd();
    }

    /// <summary>Something of a type that changes a variable on the way.</summary>
    private string Effect(string type)
    {
        var places = _variables.Where(v => !v.Fixed && v.Type is not ("bool" or "Kind" or "Part"))
            .ToList();
        if (places.Count == 0) return Expression(type, 1);
        var (name, from, _) = Pick(places);
        return Cast(_random.Next(4) switch
        {
            0 => $"{name}++",
            1 => $"(--{name})",
            2 => $"({name} ^= {Expression(from, 0)})",
            _ => $"({name} = {Expression(from, 1)})",
        }, from, type);
    }

    private string Any(string type) => OneIn(3) ? Effect(type) : Expression(type, 1);

    /// <summary>A type that another becomes by itself.</summary>
    private string Wider(string type) => Pick(type switch
    {
        "byte" => ["byte", "short", "ushort", "int", "uint", "long", "ulong"],
        "sbyte" => ["sbyte", "short", "int", "long"],
        "short" => ["short", "int", "long"],
        "ushort" => ["ushort", "int", "uint", "long", "ulong"],
        "int" => ["int", "long"],
        "uint" => ["uint", "long", "ulong"],
        _ => new[] { type },
    });

    private void Have(string type, string value, bool isFixed = false)
    {
        string name = Fresh();
        Line($"{type} {name} = {value};");
        _variables.Add(new(name, type, isFixed));
    }

    private void Records()
    {
        string a = Pick(Plain), b = Pick(Plain);
        Line($"public record struct Pair({a} X, {b} Y);\n");
        _uses.Add(() =>
        {
            string one = Fresh(), two = Fresh();
            Line(OneIn(2) ? $"Pair {one} = new({Any(a)}, {Any(b)});"
                : $"var {one} = new Pair(Y: {Any(b)}, X: {Any(a)});");
            Line($"Pair {two} = {one} with {{ Y = {Any(b)} }};");
            _variables.AddRange([new($"{one}.X", a, true), new($"{two}.Y", b, true)]);
            switch (_random.Next(4))
            {
                case 0:
                    string x = Fresh(), y = Fresh(), wide = Wider(a), more = Wider(b);
                    Line($"({wide} {x}, {more} {y}) = ({two}.X, {two}.Y);");
                    _variables.AddRange([new(x, wide), new(y, more)]);
                    break;
                case 1:
                    Have("bool", $"{one} == {two} {OneOf("||  ^")} {two} != default");
                    break;
                case 2:
                    Have("bool", $"({one}.X, {one}.Y) is (> 3, _) or (_, 1 or 7)");
                    break;
                default:
                    Have("uint", $"({two}.X, {two}.Y) switch {{ (1, _) => {Any("uint")}, "
                        + "(_, > 5) when "
                        + $"{Condition(1)} => {Any("uint")}, (_, < 3) => 4u, "
                        + $"_ => {Expression("uint", 1)} }}");
                    break;
            }
        });
    }

    private void Generics()
    {
        string a = Pick(_types);
        Line("public struct Held<T> where T : struct\n{\npublic T A;\npublic uint B;");
        Line("public Held(T a, uint b)\n{\nA = a;\nB = b;\n}");
        Line("public readonly T Get() => A;");
        Line("public uint Next(uint x)\n{\nB += x;\nreturn B ^ x;\n}\n}\n");
        _members.Add("static uint Is<T>(T x) where T : struct => x is uint u ? u : x is byte b "
            + "? b : 1000u;");
        _members.Add("static T Choose<T>(bool first, T a, T b) where T : struct => first ? a : b;");
        _uses.Add(() =>
        {
            string held = Fresh(), copy = Fresh();
            Line($"Held<{a}> {held} = new(b: {Any("uint")}, a: {Any(a)});");
            Line($"Held<{a}> {copy} = Choose({Condition(1)}, {held}, default);");
            Have("uint", $"{held}.Next({Any("uint")}) + {copy}.B + {held}.B");
            Have(a, $"{copy}.Get()");
            Have("uint", $"Is({Expression("uint", 1)}) + Is({Expression(a, 0)})");
        });
    }

    private void Widths()
    {
        string a = $"U{OneOf("3  5  11  13  24  33  47  63")}", b = $"U{OneOf("1  7  20  48")}";
        const string Narrow = "where T : struct, INarrow<T>";
        _members.Add($"static T Saturate<T>(T a, T b) {Narrow}\n{{\nT sum = a {OneOf("+  -  *")} "
            + "b;\nreturn sum < a ? T.MaxValue : sum;\n}");
        _members.Add($"static T Fold<T>(ulong x) {Narrow}\n{{\nT fold = default;\n"
            + "for (int i = 0; i < 64; i += T.Bits) fold ^= (T)(x >> i);\nreturn fold;\n}");
        _members.Add($"static T Turn<T>(ref T x) {Narrow}\n{{\nx{OneOf("++  --")};\n"
            + $"x {OneOf("+=  -=  &=  |=  ^=")} ~x << {_random.Next(3)};\n"
            + $"return x {OneOf(">>  >>>")} 1 | -x;\n}}");
        _members.Add($"static U9 Count<T>(T x) {Narrow} => (U9)(x + (ulong)T.Bits);");
        _uses.Add(() =>
        {
            string x = Fresh();
            Line($"{a} {x} = Saturate({Expression(a, 1)}, Fold<{a}>({Any("ulong")}));");
            Have(a, $"Turn(ref {x})");
            Have("U9", $"Count({Expression(b, 1)})");
            Have(b, $"Fold<{b}>({x} ^ {Expression("ulong", 1)})");
        });
    }

    private void Copies()
    {
        string a = Pick(_types);
        Line("public struct Cell\n{\npublic uint A;");
        Line($"public {a} B;\npublic uint Bump(uint by)\n{{\nA += by;\nreturn A;\n}}");
        Line("public readonly uint Sneak(uint n) => Bump(n) + A;\n}\n");
        Line("public readonly struct Frozen\n{\npublic readonly Cell Inner;");
        Line("public Frozen(Cell inner)\n{\nInner = inner;\n}\n}\n");
        _members.Add("static uint Copied(in Cell c, uint n) => c.Bump(n) + c.A;");
        _members.Add("static void Moved(ref Cell c, in uint n) => c.A = c.Bump(n) * 2 + c.A;");
        _uses.Add(() =>
        {
            string cell = Fresh(), frozen = Fresh();
            Line($"Cell {cell} = new Cell {{ B = {Any(a)}, A = {Any("uint")} }};");
            if (OneIn(2)) Line($"Moved(ref {cell}, {Any("uint")});");
            Have("uint", $"Copied(in {cell}, {Any("uint")})");
            Line($"Frozen {frozen} = new({cell});");
            Have("uint", $"{frozen}.Inner.Bump({Any("uint")}) + {frozen}.Inner.A");
            Have("uint", $"{cell}.Sneak({Any("uint")}) + {cell}.Bump({Any("uint")}) + {cell}.A");
            _variables.Add(new($"{cell}.B", a));
        });
    }

    private void NamedArguments()
    {
        string r = Pick(_types), a = Pick(_types), b = Pick(_types), c = Pick(Plain);
        _variables.AddRange([new("a", a), new("b", b, true), new("c", c)]);
        _members.Add($"static {r} Named({a} a, in {b} b, {c} c = 3) => {Plainly(r, 2)};");
        Clear();
        string Call(int depth) => OneOf("abc  cba  bca  ab  ba") is var order
            ? "Named(" + string.Join(", ", order.Select(p => $"{p}: " + (p, depth) switch
            {
                ('a', > 0) when r == a => Call(depth - 1),
                ('a', _) => Any(a),
                ('b', _) => Any(b),
                _ => Any(c),
            })) + ")" : "";
        _uses.Add(() => Have(r, Call(1)));
    }

    /// <summary>An expression without state and windows, for a member.</summary>
    private string Plainly(string type, int depth)
    {
        (bool window, bool edit) = (_window, _edit);
        (_window, _edit) = (false, false);
        string text = Expression(type, depth);
        (_window, _edit) = (window, edit);
        return text;
    }

    private void Statics()
    {
        _members.Add($"const int Bits = {_random.Next(1, 9)};");
        _members.Add($"static readonly uint Mask = (1u << Bits) - {_random.Next(3)};");
        _members.Add("static readonly ulong Both = Mask * 3UL + Third, Later = Both >> 2;");
        _members.Add("const byte Third = 200;");
        _statics.AddRange([new("Mask", "uint", true), new("Both", "ulong", true),
            new("Later", "ulong", true)]);
        _uses.Add(() => Have("uint", $"Mask {OneOf("&  ^  +")} {Any("uint")}"));
    }

    private void Tuples()
    {
        string a = Pick(Plain), b = Pick(Plain), c = Pick(_types);
        _members.Add($"static ({a} First, {b} Second) Two({a} a, {b} b) => (b > 3 ? a : "
            + $"default, b);");
        _members.Add($"static ({a}, ({b}, {c})) Three({a} a, {b} b, {c} c) => (a, (b, c));");
        _uses.Add(() =>
        {
            string x = Fresh(), y = Fresh(), z = Fresh(), wide = Wider(a), more = Wider(b);
            switch (_random.Next(5))
            {
                case 0:
                    Line($"({wide} {x}, {more} {y}) = Two({Any(a)}, {Any(b)});");
                    break;
                case 1:
                    Line($"({wide} {x}, ({more} {y}, {c} {z})) = Three({Any(a)}, {Any(b)}, "
                        + $"{Any(c)});");
                    _variables.Add(new(z, c));
                    break;
                case 2:
                    Line($"{wide} {x} = {Any(wide)}; {more} {y} = {Any(more)};");
                    Line($"({x}, {y}) = ({Cast(y, more, wide)}, {Cast(x, wide, more)});");
                    break;
                case 3:
                    Line($"{wide} {x}; {more} {y};\n({x}, {y}) = Two(b: {Any(b)}, a: {Any(a)});");
                    break;
                default:
                    Line($"var {z} = Two({Any(a)}, {Any(b)});");
                    Line($"{wide} {x} = {z}.First; {more} {y} = {z}.Second;");
                    Have("bool", $"{z} == ({x}, {Any(b)}) || ({y}, {Any(a)}) != "
                        + $"({Any(b)}, {x})");
                    break;
            }
            _variables.AddRange([new(x, wide), new(y, more)]);
        });
    }

    private void Operators()
    {
        string a = Pick(Plain);
        Line($"public struct Vector\n{{\npublic {a} X;\npublic uint Y;");
        Line($"public static Vector operator +(Vector a, Vector b) => new Vector {{ X = ({a})"
            + "(a.X ^ b.X), Y = a.Y + b.Y };");
        Line($"public static Vector operator -(Vector a) => new Vector {{ X = ({a})~a.X, "
            + "Y = a.Y + 1 };");
        Line("public static bool operator <(in Vector a, Vector b) => a.Y < b.Y;");
        Line("public static bool operator >(in Vector a, Vector b) => a.Y > b.Y && a.X != b.X;");
        Line("}\n");
        _uses.Add(() =>
        {
            string one = Fresh(), two = Fresh();
            Line($"Vector {one} = new Vector {{ X = {Any(a)}, Y = {Any("uint")} }};");
            Line($"Vector {two} = -{one} + {one};");
            if (OneIn(2)) Line($"{one} += {two};");
            Have("bool", $"{one} < {two} {OneOf("&&  ||  ^")} {two} > {one}");
            _variables.AddRange([new($"{one}.X", a), new($"{two}.Y", "uint")]);
        });
    }

    private void Interfaces()
    {
        Line("public interface IScale\n{\nstatic abstract uint By(uint x);");
        Line("uint Twice(uint x);\n}");
        Line("public struct Triple : IScale\n{\npublic uint Base;");
        Line("public static uint By(uint x) => x * 3;");
        Line("public uint Twice(uint x)\n{\nBase++;\nreturn x + x + Base;\n}\n}\n");
        _members.Add("static uint Scale<T>(ref T t, uint x) where T : struct, IScale => "
            + "T.By(x) + t.Twice(x) + t.Twice(1);");
        _members.Add("static uint Fixed<T>(in T t, uint x) where T : struct, IScale => "
            + "t.Twice(x) + t.Twice(2);");
        _uses.Add(() =>
        {
            string triple = Fresh();
            Line($"Triple {triple} = default; {triple}.Base = {Any("uint")};");
            Have("uint", $"Scale(ref {triple}, {Any("uint")})");
            Have("uint", $"Fixed(in {triple}, {Any("uint")}) + {triple}.Base");
        });
    }

    private void Guards()
    {
        _uses.Add(() =>
        {
            if (OneIn(2))
            {
                Have("uint", $"({Expression("uint", 0)} & 7, {Expression("byte", 0)}) switch {{ "
                    + $"(0, > 3) => {Any("uint")}, (_, 1 or 2) when {Condition(1)} => "
                    + $"{Any("uint")}, (< 5, not 9) => 2u, _ => {Expression("uint", 1)} }}");
                return;
            }
            var target = _variables.FirstOrDefault(v => !v.Fixed && v.Type != "Part");
            if (target.Name == null) return;
            string Set() => $"{target.Name} = {Expression(target.Type, 1)};\nbreak;";
            string[] sections = [$"case 3 when {Condition(1)}:\n{Set()}",
                $"case < 2 when {Condition(1)}:\ncase 6:\n{Set()}", $"default:\n{Set()}",
                $"case 4 or 5:\n{Set()}"];
            if (OneIn(2)) (sections[2], sections[3]) = (sections[3], sections[2]);
            Line($"switch ({Any("uint")} & 7)\n{{\n{string.Join("\n", sections)}\n}}");
        });
    }

    private void Loops()
    {
        _uses.Add(() =>
        {
            string turn = Fresh();
            bool first = OneIn(2);
            Line($"int {turn} = 0;\n" + (first ? "do" : $"while ({turn} < 2)") + "\n{");
            int visible = _variables.Count;
            _variables.Add(new(turn, "int", true));
            Line($"{turn}++;\nif ({Condition(1)}) {OneOf("continue  break")};");
            _loops++;
            Assign();
            _loops--;
            _variables.RemoveRange(visible, _variables.Count - visible);
            Line(first ? $"}}\nwhile ({turn} < 3);" : "}");
        });
    }

    private void Properties()
    {
        string a = Pick(_types);
        Line($"public struct Owner\n{{\nprivate uint _held;\npublic {a} Auto {{ get; set; }}");
        Line("public readonly uint Held => _held ^ 1;");
        Line("public void Hold(uint value) => _held = value + 3;");
        Line($"public static Owner Of(uint x, {a} y)\n{{\nOwner o = default;\no.Hold(x);\n"
            + "o.Auto = y;\nreturn o;\n}\n}\n");
        _uses.Add(() =>
        {
            string owner = Fresh();
            Line($"Owner {owner} = Owner.Of(y: {Any(a)}, x: {Any("uint")});");
            Line($"{owner}.Hold({Any("uint")});");
            if (OneIn(2)) Line($"{owner}.Auto = {Any(a)};");
            _variables.AddRange([new($"{owner}.Held", "uint", true),
                new($"{owner}.Auto", a, true)]);
        });
    }

    private void Constructors()
    {
        string a = Pick(_types), b = Pick(Plain);
        Line($"public struct Made\n{{\npublic readonly {a} A;\npublic {b} B;");
        Line($"public Made({a} a, {b} b)\n{{\nif (b > 7) b++;\nA = a;\nB = b;\n}}");
        Line($"public Made({b} b) : this(default, b)\n{{\nB += 2;\n}}\n}}\n");
        _uses.Add(() =>
        {
            string one = Fresh(), two = Fresh();
            Line($"var {one} = new Made(b: {Any(b)}, a: {Any(a)}) {{ B = {Any(b)} }};");
            Line($"Made {two} = {Condition(1)} ? new({Any(b)}) : {one};");
            _variables.AddRange([new($"{one}.A", a, true), new($"{two}.B", b)]);
        });
    }

    private void Frames()
    {
        if (_window) _members.Add("static uint Peek(Window w, int at) => w.U32(2) + w.U8(at);");
        if (_edit) _members.Add("static byte Mark(ref EditWindow w, byte value)\n{\n"
            + "w.SetU8(value: value, offset: 7);\nreturn w.U8(8);\n}");
        _uses.Add(() =>
        {
            if (!InKernel || !(_window || _edit)) return;
            if (_window) Have("uint", $"Peek(at: {Offset(1)}, w: w)");
            else Have("byte", $"Mark(value: {Any("byte")}, w: ref w)");
            if (_loops > 0 || _moves == 3) return;
            _moves++;
            Line($"w = w.Skip({(_window ? "peel: " + OneOf("true  false") + ", bytes: "
                : "bytes: ")}{OneOf("6  (w.U8(2) & 3) * 2")});");
            _ahead += 6;
        });
    }

    /// <summary>What is rejected today. If it ever is not, it has to be right.</summary>
    private void Odd()
    {
        string body = Pick([
            "public void Deconstruct(out uint a, out uint b) { a = B; b = A + 1; }",
            "public uint C = 5;\npublic Odd(uint c) { B = c; }",
            "public static Odd operator ++(Odd o) => new Odd { A = o.A + 2 };",
            "public override bool Equals(object o) => true;\n"
                + "public override int GetHashCode() => 0;",
            "public static bool operator ==(Odd a, Odd b) => false;\n"
                + "public static bool operator !=(Odd a, Odd b) => true;",
            "public static uint S = 3;\nstatic Odd() { S = 4; }",
            "public uint Held { readonly get => A ^ 1; set => A = value + 3; }",
        ]);
        Line("public interface IOdd\n{\nuint Doubled(uint x) => x * 2;\n}");
        Line($"public struct Odd : IOdd\n{{\npublic uint A, B;\n{body}\n}}\n");
        _members.Add("static uint On<T>(T t, uint x) where T : struct, IOdd => t.Doubled(x);");
        _uses.Add(() =>
        {
            string odd = Fresh();
            Line(body.Contains("uint C") ? $"Odd {odd} = new({Any("uint")});"
                : $"Odd {odd} = new Odd {{ A = {Any("uint")}, B = 2 }};");
            if (body.Contains("Deconstruct")) Have("bool", $"{odd} is (2, > 3)");
            else if (body.Contains("++")) Line($"{odd}++;");
            else if (body.Contains("override")) Have("bool", $"{odd}.Equals(({odd}))");
            else if (body.Contains("==")) Have("bool", $"({odd}, 1) == ({odd}, 1)");
            else if (body.Contains("static Odd()")) Have("uint", "Odd.S");
            else if (body.Contains("Held")) Line($"{odd}.Held += {Any("uint")};");
            else Have("uint", $"On({odd}, {odd}.C)");
            _variables.Add(new($"{odd}.A", "uint"));
        });
    }
}
