using System.Text;

namespace SmartNic.Hls.Tests.Testing;

/// <summary>Writes random kernels in the language, deterministic for a seed.</summary>
internal sealed class KernelGenerator(Random random)
{
    private static readonly string[] Types =
        ["byte", "ushort", "uint", "ulong", "int", "long", "U5", "U12", "U37", "UInt128"];

    private readonly StringBuilder _text = new();
    private readonly List<(string Name, string Type)> _variables = [];
    private int _locals;

    public static string Source(int seed, int kernels)
    {
        var generator = new KernelGenerator(new(seed));
        generator._text.Append("using SmartNic.Hls.Language;\npublic static class Fuzz {\n");
        for (int k = 0; k < kernels; k++) generator.Kernel(k);
        return generator._text.Append("}\n").ToString();
    }

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>One of some words between two blanks.</summary>
    private string OneOf(string words) => Pick(words.Split("  "));

    private void Kernel(int number)
    {
        _variables.Clear();
        _locals = 0;
        for (int i = 0; i < 5; i++) _variables.Add(($"a{i}", Pick(Types)));
        string parameters = string.Join(", ", _variables.Select(v => $"{v.Type} {v.Name}"));
        string result = Pick(Types), second = Pick(Types);
        _text.Append($"[Kernel(\"fuzz_{number}\")]\n");
        _text.Append($"public static ({result} R, {second} S) K{number}({parameters}) {{\n");
        _text.Append($"{result} r = default; {second} s = default;\n");
        _variables.Add(("r", result));
        _variables.Add(("s", second));
        Block(3, 4, null);
        _text.Append("return (r, s); }\n");
    }

    private void Block(int depth, int statements, string? loop)
    {
        int visible = _variables.Count;
        for (int i = 0; i < statements; i++) Statement(depth, loop);
        _variables.RemoveRange(visible, _variables.Count - visible);
    }

    private void Statement(int depth, string? loop)
    {
        switch (depth == 0 ? random.Next(4) : random.Next(9))
        {
            case 0:
                string type = Pick(Types), name = $"v{_locals++}";
                _text.Append($"{type} {name} = {Expression(type, 2)};\n");
                _variables.Add((name, type));
                break;
            case 1 or 2 or 3:
                var (target, t) = Pick(_variables);
                if (target.StartsWith('i')) goto case 0;
                string op = OneOf("=  +=  -=  ^=  &=  |=");
                _text.Append($"{target} {op} {Expression(t, 2)};\n");
                break;
            case 4 or 5:
                _text.Append($"if ({Condition(1)}) {{\n");
                Block(depth - 1, 2, loop);
                _text.Append("} else {\n");
                Block(depth - 1, 1, loop);
                _text.Append("}\n");
                break;
            case 6:
                string index = $"i{_locals++}";
                int turns = random.Next(1, 4);
                _text.Append($"for (int {index} = 0; {index} < {turns}; {index}++) {{\n");
                _variables.Add((index, "int"));
                Block(depth - 1, 2, index);
                _variables.Remove((index, "int"));
                _text.Append("}\n");
                break;
            case 7:
                string exit = loop != null && random.Next(2) == 0
                    ? OneOf("break  continue") : "return (r, s)";
                _text.Append($"if ({Condition(1)}) {exit};\n");
                break;
            default:
                var (v, vt) = Pick(_variables);
                _text.Append($"switch ((uint){v} & 3) {{ case 0: r = {Expression(_variables
                    .First(x => x.Name == "r").Type, 1)}; break; case 1 or 3: s = {Expression(
                    _variables.First(x => x.Name == "s").Type, 1)}; break; }}\n");
                break;
        }
    }

    private string Condition(int depth)
    {
        if (depth > 0 && random.Next(3) == 0)
        {
            string op = OneOf("&&  ||  &  ^");
            return $"({Condition(depth - 1)} {op} {Condition(depth - 1)})";
        }

        string type = Pick(Types);
        string relation = OneOf("<  >  <=  >=  ==  !=");
        return $"({Expression(type, 1)} {relation} {Expression(type, 1)})";
    }

    private string Expression(string type, int depth)
    {
        if (depth == 0)
        {
            var (name, from) = Pick(_variables);
            return from == type ? name : $"({type}){name}";
        }
        string x = Expression(type, depth - 1), y = Expression(type, depth - 1);
        return random.Next(8) switch
        {
            0 => $"({type})({x} << {random.Next(0, 70)})",
            1 => $"({type})({x} >> (int)(uint)({Expression("uint", 0)}))",
            2 => $"({Condition(0)} ? {x} : {y})",
            3 => $"({type})({x} + ({type}){random.Next(0, 31)})",
            4 => $"({type})(~{x})",
            5 => $"({type})({x} * ({type}){random.Next(0, 31)})",
            _ => $"({type})({x} {OneOf("+  -  &  |  ^")} {y})",
        };
    }
}
