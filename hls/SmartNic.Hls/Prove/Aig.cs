using System.Text;

namespace SmartNic.Hls.Prove;

/// <summary>
/// An and-inverter graph with structural hashing, as ABC and Yosys exchange it (AIGER, binary form,
/// Biere 2007): variable v is literal 2v, its complement 2v + 1; 0 is false and 1 is true.
/// </summary>
internal sealed class Aig(int inputs)
{
    private readonly List<(int Left, int Right)> _ands = [];
    private readonly Dictionary<(int, int), int> _literals = [];

    /// <summary>Number of inputs: variables 1 to this.</summary>
    public int Inputs => inputs;

    /// <summary>The gates, in topological order: variables from Inputs + 1 on.</summary>
    public IReadOnlyList<(int Left, int Right)> Ands => _ands;

    /// <summary>Literal of a conjunction.</summary>
    public int And(int x, int y)
    {
        if (x > y) (x, y) = (y, x);
        if (x == 0 || x == (y ^ 1)) return 0;
        if (x == 1 || x == y) return y;
        if (_literals.TryGetValue((x, y), out int known)) return known;
        _ands.Add((x, y));
        return _literals[(x, y)] = 2 * (inputs + _ands.Count);
    }

    /// <summary>Literal of a disjunction.</summary>
    public int Or(int x, int y) => And(x ^ 1, y ^ 1) ^ 1;

    /// <summary>Literal of a difference.</summary>
    public int Xor(int x, int y) => Or(And(x, y ^ 1), And(x ^ 1, y));

    /// <summary>Adds the gates of a file over the same inputs; returns its outputs.</summary>
    /// <param name="path">The file.</param>
    /// <param name="order">
    /// Yosys' map of it, with lines "input INDEX BIT NAME": it does not keep the order of inputs.
    /// </param>
    public int[] Read(string path, string order)
    {
        byte[] file = File.ReadAllBytes(path);
        int at = 0;
        string Line()
        {
            int end = Array.IndexOf(file, (byte)'\n', at);
            string line = Encoding.ASCII.GetString(file, at, end - at);
            at = end + 1;
            return line;
        }
        int Delta()
        {
            int value = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte b = file[at++];
                value |= (b & 127) << shift;
                if (b < 128) return value;
            }
        }
        int[] header = [.. Line().Split(' ').Skip(1).Take(5).Select(int.Parse)];
        if (header[1] != inputs || header[2] != 0)
            throw new InvalidOperationException($"{path}: {header[1]} inputs, {header[2]} latches");
        int[] outputs = [.. Enumerable.Range(0, header[3]).Select(_ => int.Parse(Line()))];
        var map = new int[header[0] + 1];
        foreach (string line in File.ReadLines(order))
        {
            string[] word = line.Split(' ');
            if (word[0] == "input") map[int.Parse(word[1]) + 1] = 2 * (int.Parse(word[2]) + 1);
        }
        for (int v = inputs + 1; v <= header[0]; v++)
        {
            int left = (2 * v) - Delta(), right = left - Delta();
            map[v] = And(map[left >> 1] ^ (left & 1), map[right >> 1] ^ (right & 1));
        }
        return [.. outputs.Select(o => map[o >> 1] ^ (o & 1))];
    }

    /// <summary>Writes the graph with one output.</summary>
    public void Write(string path, int output)
    {
        using var file = new BufferedStream(File.Create(path));
        int top = inputs + _ands.Count;
        file.Write(Encoding.ASCII.GetBytes($"aig {top} {inputs} 0 1 {_ands.Count}\n{output}\n"));
        void Delta(int value)
        {
            for (; value >= 128; value >>= 7) file.WriteByte((byte)(value & 127 | 128));
            file.WriteByte((byte)value);
        }
        for (int i = 0; i < _ands.Count; i++)
        {
            var (left, right) = _ands[i];
            Delta((2 * (inputs + 1 + i)) - Math.Max(left, right));
            Delta(Math.Abs(left - right));
        }
    }
}
