namespace SmartNic.Hls.Check.Fuzz;

/// <summary>State, and the window that may be written.</summary>
internal sealed partial class ProgramGenerator
{
    /// <summary>Accesses to state; each stands in the program once at most.</summary>
    private readonly List<Action> _accesses = [];
    private readonly List<string> _parameters = [];
    private bool _edit;
    private bool _fill;
    private int _moves;
    private int _room = 64;

    private void ChooseState()
    {
        _window = OneIn(3);
        _edit = !_window && OneIn(6);
        if (OneIn(4)) Have($"[Depth({OneOf("2  16")}){Latency(1)}] Table<Part> table", Look);
        if (OneIn(6)) Have($"[Depth(4), KeyBits({OneOf("7  32  48  128")}){Latency(2)}] "
            + "TernaryTable<Part> rules", Match);
        if (OneIn(5)) Have($"[Depth({OneOf("2  8")}){Latency(3)}] Counter counter", Count);
        if (OneIn(4)) Update($"[Depth(8){Latency(3)}] Rmw<Fill, Part, uint, U12> update",
            "update.Apply", true);
        if (OneIn(8)) Update("Register<Fill, Part, uint, U12> register", "register.Apply", false);
    }

    private void Have(string parameter, Action access)
    {
        _parameters.Add(parameter);
        _accesses.Add(access);
    }

    private void Access(Action access)
    {
        _accesses.Remove(access);
        access();
    }

    private string Latency(int least) => OneIn(2) ? ""
        : $", Latency({_random.Next(least, least + 4)})";

    private void Update(string parameter, string method, bool indexed)
    {
        _fill = true;
        Have(parameter, () =>
        {
            string call = $"{method}({(indexed ? Expression("uint", 1) + ", " : "")}"
                + $"{Expression("uint", 1)})";
            string field = _fields[0].Type;
            Line(_random.Next(4) switch
            {
                0 => $"switch ({Expression("uint", 0)} & 3)\n{{\ncase 1 when {call} > (U12)9:\n"
                    + $"p.F0 = default;\nbreak;\ncase 2:\np.F0 = {Expression(field, 1)};\nbreak;"
                    + "\n}",
                1 => $"p.F0 = ({Expression("uint", 0)} & 7) switch {{ 2 => p.F0, < 5 when "
                    + $"{call} != (U12)4 => {Expression(field, 1)}, _ => default }};",
                _ => $"p.F0 = {Cast(call, "U12", field)};",
            });
        });
    }

    private void Look() => Line($"Part e = table.Read({Expression("uint", 1)});\n"
        + $"q = e;\nif ({Cast("e.F0", _fields[0].Type, "bool")}) {_return};");

    private void Match()
    {
        string type = OneOf("uint  ulong  UInt128");
        string key = type == "uint" ? Expression(type, 1) : Cast(Leaf("uint"), "uint", type)
            + " << 20 | " + Leaf(type);
        Line($"TernaryHit<Part> hit = rules.Match({key});");
        if (OneIn(2)) Line($"if (!hit.Found) {_return};");
        _variables.AddRange([new("hit.Found", "bool", true), new("hit.Entry", "Part", true)]);
    }

    private void Count()
    {
        Line($"ulong sum = counter.Add({Expression("uint", 1)}, {Expression("uint", 1)});");
        _variables.Add(new("sum", "ulong", true));
    }

    /// <summary>The packet, as it is read.</summary>
    private string View => _edit ? OneOf("w  w.View") : "w";

    private (string, string) Field()
    {
        int bytes = Pick([1, 2, 4, 6, 8]);
        return OneIn(12) ? Sum() : ($"{View}.U{8 * bytes}({Offset(bytes)})", FieldType(bytes));
    }

    private int Offset(int bytes) => _random.Next(0, 180 - _ahead - bytes);

    private static string FieldType(int bytes) =>
        bytes switch { 1 => "byte", 2 => "ushort", 4 => "uint", 6 => "U48", _ => "ulong" };

    private (string, string) Sum()
    {
        string view = _edit ? "w.View" : "w";
        return _random.Next(4) switch
        {
            0 => ($"Checksum.Sum40({view})", "uint"),
            1 => ($"Checksum.Ipv4({view}, {view}.U8({Offset(1)}) & 15)", "uint"),
            2 => ($"Checksum.Update({view}.U16({Offset(2)}), {Leaf("ushort")}, "
                + $"{Leaf("ushort")})", "ushort"),
            _ => ($"Checksum.Update({view}.U16({Offset(2)}), {Leaf("uint")}, {Leaf("uint")})",
                "ushort"),
        };
    }

    /// <summary>Moves the window: forward, or back if it may be written.</summary>
    private void Move()
    {
        if (_moves == 3) return;
        _moves++;
        if (_edit && _room > 0 && !OneIn(3))
        {
            string amount = OneOf(
                "4  8  20  ((int)w.U8(3) & 1) * 4  (w.U8(1) > 9 ? 12 : 2)");
            Line($"w = w.Push({amount});");
            _room -= 20;
            return;
        }
        Line("w = w.Skip(" + OneOf(
            "4 * ((int)w.U8(9) & 7)  (w.U16(2) == 0x1313 ? 4 : 0)  14") + ");");
        _ahead += 28;
    }

    private void Write()
    {
        int bytes = Pick([1, 2, 4, 6, 8]);
        Line($"w.SetU{8 * bytes}({Offset(bytes)}, {Expression(FieldType(bytes), 1)});");
    }
}
