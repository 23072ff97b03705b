namespace SmartNic.Hls.Check.Fuzz;

internal sealed partial class ProgramGenerator
{
    /// <summary>Not in a helper, nor in a step.</summary>
    private bool InKernel => _return.Contains('q');

    private void Block(int depth, int statements)
    {
        int visible = _variables.Count;
        for (int i = 0; i < statements; i++) Statement(depth);
        _variables.RemoveRange(visible, _variables.Count - visible);
    }

    private void Statement(int depth)
    {
        switch (depth == 0 ? _random.Next(5) : _random.Next(18))
        {
            case 0:
                Declare(Pick(_types), null);
                break;
            case 4 or 14 when InKernel && _edit:
                Write();
                break;
            case 1 or 2 or 3 or 4:
                Assign();
                break;
            case 5 or 6:
                Line($"if ({Condition(1)})\n{{");
                Block(depth - 1, 2);
                if (OneIn(2))
                {
                    Line("}\nelse\n{");
                    Block(depth - 1, 1);
                }
                Line("}");
                break;
            case 7:
                Loop(depth);
                break;
            case 8:
                string exit = _breaks && OneIn(2) ? OneOf("break  continue") : _return;
                Line($"if ({Condition(1)}) {exit};");
                break;
            case 9:
                Switch(depth);
                break;
            case 10 when _helpers.Count > 0 && !_step && _loops == 0:
                Call();
                break;
            case 11 or 12 when InKernel && _accesses.Count > 0 && _loops == 0:
                Access(Pick(_accesses));
                break;
            case 13 when InKernel && (_window || _edit) && _loops == 0:
                Move();
                break;
            case 15 or 16 when !_step && _uses.Count > 0:
                Pick(_uses)();
                break;
            default:
                Assign();
                break;
        }
    }

    private void Declare(string type, string? value)
    {
        string name = $"v{_locals++}";
        Line($"{type} {name} = {value ?? Expression(type, 2)};");
        _variables.Add(new(name, type));
    }

    private void Assign()
    {
        var target = Pick(_variables.Where(v => !v.Fixed).ToList());
        if (target.Type == "Part")
        {
            var (field, type) = Pick(_fields);
            var other = Pick(_variables.Where(v => v.Type == "Part").ToList());
            Line(_random.Next(4) switch
            {
                0 => $"{target.Name}.Bump({Expression("uint", 1)});",
                1 => $"{target.Name} = {other.Name} with {{ {field} = {Expression(type, 1)} }};",
                _ => $"{target.Name}.{field} = {Expression(type, 2)};",
            });
            return;
        }
        bool plain = target.Type is "bool" or "Kind";
        if (!plain && OneIn(6))
        {
            Line($"{target.Name}{OneOf("++  --")};");
            return;
        }
        if (!plain && OneIn(6))
        {
            Line($"{target.Name} {OneOf("<<=  >>=  >>>=")} {_random.Next(0, 40)};");
            return;
        }
        string op = plain ? "=" : OneOf("=  =  +=  -=  ^=  &=  |=");
        Line($"{target.Name} {op} {Expression(target.Type, 2)};");
    }

    private void Loop(int depth)
    {
        string index = $"i{_locals++}";
        int turns = _random.Next(1, 4);
        Line($"for (int {index} = 0; {index} < {turns}; {index}++)\n{{");
        _variables.Add(new(index, "int", true));
        bool breaks = _breaks;
        _breaks = true;
        _loops++;
        Block(depth - 1, 2);
        _loops--;
        _breaks = breaks;
        _variables.RemoveAt(_variables.Count - 1);
        Line("}");
    }

    private void Switch(int depth)
    {
        Line($"switch ({Expression("uint", 0)} & 7)\n{{\ncase 0:");
        // A break would leave the switch, a continue the loop around it.
        bool breaks = _breaks;
        _breaks = false;
        Block(depth - 1, 1);
        Line("break;\ncase 1 or 3:");
        Block(depth - 1, 1);
        Line(OneIn(2) ? "break;\ndefault:" : "break;\ncase > 5:");
        Block(depth - 1, 1);
        _breaks = breaks;
        Line("break;\n}");
    }

    private void Call()
    {
        var (name, types) = Pick(_helpers);
        var places = _variables.Where(v => !v.Fixed && v.Type == types[2]).ToList();
        string place = places.Count > 0 ? Pick(places).Name : $"v{_locals++}";
        if (places.Count == 0)
        {
            Line($"{types[2]} {place} = {Expression(types[2], 1)};");
            _variables.Add(new(place, types[2]));
        }
        string result = $"v{_locals++}", extra = $"v{_locals++}";
        Line($"{types[0]} {result} = {name}({Expression(types[1], 1)}, ref {place}, "
            + $"out {types[3]} {extra});");
        _variables.AddRange([new(result, types[0]), new(extra, types[3])]);
    }
}
