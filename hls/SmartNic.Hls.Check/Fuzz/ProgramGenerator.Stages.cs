namespace SmartNic.Hls.Check.Fuzz;

/// <summary>Pipelines of stages: fields that mean nothing once the packet is closed, state behind a
/// fate of higher priority, windows moved between stages.</summary>
internal sealed partial class ProgramGenerator
{
    private string _result = "";

    private void Packet()
    {
        _result = Pick(_types);
        string open = OneOf("Reason == 0  !(Reason > 0)  Reason < 1");
        Line("public struct Packet : IPacket\n{\npublic byte Reason;\npublic U2 At;\n"
            + $"public uint Hint;\npublic {_result} Result;\npublic Part Part;\n"
            + $"public readonly bool IsOpen => {open};\n}}\n");
        if (_parameters.Count == 0) return;
        Line("public struct State\n{");
        foreach (string parameter in _parameters)
            Line($"{parameter[..Attributes(parameter)]} public "
                + $"{parameter[Attributes(parameter)..]};");
        Line("}\n");
    }

    private static int Attributes(string parameter) => parameter.IndexOf(']') + 1;

    private void Pipeline(int seed)
    {
        var inputs = Enumerable.Range(0, 3).Select(i => new Variable($"a{i}", Pick(_types)))
            .Append(new("p", "Part")).ToList();
        var memories = _parameters.Zip(_accesses.ToList()).ToList();
        int stages = _random.Next(2, 5);
        var calls = new List<string>();
        for (int n = 0; n < stages; n++)
        {
            // Each memory is one stage's.
            int own = n == stages - 1 ? memories.Count : _random.Next(memories.Count + 1);
            calls.Add(StageCall(n, inputs, memories[..own]));
            memories.RemoveRange(0, own);
        }
        var list = inputs.Select(v => $"{v.Type} {v.Name}").ToList();
        if (_window) list.Add("Window w");
        if (_parameters.Count > 0) list.Add("State state");
        Line($"[Pipeline(\"fuzz_{(uint)seed}\"{(_fill ? ", ClockNs = 40" : "")})]");
        Line($"public static (byte R, {_result} S, Part P) Run({string.Join(", ", list)})\n{{");
        Line("Packet k = default;\nk.Part = p;");
        foreach (string call in calls) Line(call);
        Line("return (k.Reason, k.Result, k.Part);\n}");
    }

    /// <summary>Writes a stage; gives the statements that call it.</summary>
    private string StageCall(
        int number, List<Variable> inputs, List<(string Parameter, Action Access)> memories)
    {
        string before = "", window = "w";
        var parameters = inputs.Select(v => $"{v.Type} {v.Name}").ToList();
        var arguments = inputs.Select(v => v.Name).ToList();
        if (_window)
        {
            if (number > 0 && OneIn(2))
            {
                window = $"w{number}";
                before = $"Window {window} = w.Skip(4 * (int)k.At);\n";
                _ahead += 12;
            }
            parameters.Add("Window w");
            arguments.Add(window);
        }
        foreach (var (parameter, _) in memories)
        {
            parameters.Add(parameter[Attributes(parameter)..]);
            arguments.Add("state." + parameter[(parameter.LastIndexOf(' ') + 1)..]);
        }
        Line($"[Stage]\nstatic void Stage{number}(ref Packet k, "
            + $"{string.Join(", ", parameters)})\n{{");
        Line(OneIn(2) ? "if (!k.IsOpen) { return; }" : "if (!k.IsOpen)\nreturn;");
        Line($"{_result} r = k.Result; Part q = k.Part;");
        _variables.AddRange([.. inputs, new("r", _result), new("q", "Part"),
            new("k.Hint", "uint"), new("k.At", "U2"), .. _statics]);
        _return = "{ " + OneOf("k.Result = r;  k.Reason = 9;") + " k.Part = q; return; }";
        _accesses.Clear();
        _accesses.AddRange(memories.Select(m => m.Access));
        if (OneIn(2) && _uses.Count > 0) Pick(_uses)();
        Block(2, 3);
        foreach (var access in _accesses.ToList())
            if (OneIn(2)) Access(access);
        if (OneIn(2)) Line($"if ({Condition(1)}) {{ k.Reason = {number + 1}; }}");
        Line("k.Result = r; k.Part = q;\n}\n");
        Clear();
        return $"{before}Stage{number}(ref k, {string.Join(", ", arguments)});";
    }
}
