namespace SmartNic.Hls.Check.Fuzz;

internal sealed partial class ProgramGenerator
{
    private static readonly string[] Scalars = ["byte", "sbyte", "short", "ushort", "uint", "ulong",
        "int", "long", "U1", "U5", "U12", "U37", "U63", "UInt128", "bool", "Kind"];

    private static bool IsNarrow(string type) => type[0] == 'U' && type != "UInt128";

    /// <summary>C# that converts without ever being ambiguous.</summary>
    private static string Cast(string text, string from, string to)
    {
        if (from == to) return text;
        if (from == "bool") return Cast($"({text} ? 1u : 0u)", "uint", to);
        if (from == "Kind") return Cast($"(byte){text}", "byte", to);
        if (to == "bool") return $"({Cast(text, from, "ulong")} != 0)";
        if (to == "Kind") return $"(Kind)(byte)({text})";
        return IsNarrow(from) || IsNarrow(to) ? $"({to})(ulong)({text})" : $"({to})({text})";
    }

    /// <summary>Something that has the type, without computing.</summary>
    private string Leaf(string type)
    {
        var same = OneIn(3) ? [] : _variables.Where(v => v.Type == type).ToList();
        var (name, from, _) = Pick(same.Count > 0 ? same : _variables);
        if (from == "Part")
        {
            if (OneIn(6)) return Cast($"{name}.Sum", "ulong", type);
            var (field, t) = Pick(_fields);
            (name, from) = ($"{name}.{field}", t);
        }
        else if ((_window || _edit) && InKernel && OneIn(4))
        {
            (name, from) = Field();
        }
        return Cast(name, from, type);
    }

    private string Expression(string type, int depth)
    {
        if (type == "bool") return Condition(depth);
        if (depth == 0) return Leaf(type);
        string x = Expression(type, depth - 1);
        if (type == "Kind")
            return OneIn(2) ? x : $"({Condition(0)} ? Kind.{OneOf("None  Short  Long")} : {x})";
        string y = Expression(type, depth - 1);
        int number = _random.Next(0, 31);
        switch (_random.Next(16))
        {
            case 0: return $"({type})({x} << {_random.Next(0, 70)})";
            case 1: return $"({type})({x} {OneOf("<<  >>  >>>")} (int)({Expression("uint", 0)}))";
            case 2: return $"({Condition(0)} ? {x} : {y})";
            case 3: return $"({type})({x} + {Constant(type, number)})";
            case 4: return $"({type})(~{x})";
            case 5: return $"({type})({x} * {Constant(type, number)})";
            case 6 when type is "uint" or "ulong":
                return $"({x} {OneOf("/  %")} {1u << _random.Next(type == "uint" ? 20 : 31)})";
            case 7: return SwitchValue(type, x, y);
            case 8 when type is "uint" or "ulong":
                return $"BitOperations.{OneOf("RotateLeft  RotateRight")}({x}, {number})";
            case 9 when !IsNarrow(type) && type != "UInt128":
                return $"Math.{OneOf("Min  Max")}({x}, {y})";
            case 10 when !_step && type is "uint" or "ulong" or "int" or "ushort" or "U12":
                return $"({type})({x} * {y})";
            case 11 when type is "int" or "long": return $"(-{x})";
            default: return $"({type})({x} {OneOf("+  -  &  |  ^")} {y})";
        }
    }

    private static string Constant(string type, int number) => type switch
    {
        "UInt128" => $"(UInt128){number}",
        "U1" => $"(U1){number & 1}",
        _ when IsNarrow(type) => $"({type}){number}u",
        _ => $"({type}){number}",
    };

    private string SwitchValue(string type, string x, string y)
    {
        string on = $"({Expression("uint", 0)} & 15)";
        return $"({type})({on} switch {{ 0 => {x}, 1 or 4 => {y}, < 9 => {Leaf(type)}, "
            + $"_ => {Leaf(type)} }})";
    }

    private string Condition(int depth)
    {
        if (depth > 0 && OneIn(3))
            return $"({Condition(depth - 1)} {OneOf("&&  ||  &  ^  |")} {Condition(depth - 1)})";
        if (OneIn(6)) return $"(!{Leaf("bool")})";
        if (OneIn(6))
            return $"({Expression("uint", 0)} is {OneOf("3 or 7  > 4 and < 90  not 2  >= 1000")})";
        if (OneIn(12)) return $"({Leaf("Kind")} is Kind.Long or Kind.Short)";
        string type = Pick(_types);
        if (type is "bool" or "Kind") type = "int";
        string relation = OneOf("<  >  <=  >=  ==  !=");
        string right = OneIn(3) ? Constant(type, _random.Next(31)) : Expression(type, 1);
        return $"({Expression(type, 1)} {relation} {right})";
    }
}
