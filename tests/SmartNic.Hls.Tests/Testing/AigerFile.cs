using System.Text;
using SmartNic.Hls.Prove;

namespace SmartNic.Hls.Tests.Testing;

/// <summary>Reads what Yosys writes as AIGER (binary form, Biere 2007).</summary>
internal static class AigerFile
{
    /// <summary>Adds the gates of a file over a graph's inputs; returns its outputs.</summary>
    /// <param name="graph">Where they go.</param>
    /// <param name="path">The file, without ".aig"; beside it is Yosys' ".map", with lines
    /// "input INDEX BIT NAME": it does not keep the order of inputs.</param>
    public static int[] Read(Aig graph, string path)
    {
        byte[] file = File.ReadAllBytes(path + ".aig");
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
        int[] outputs = [.. Enumerable.Range(0, header[3]).Select(_ => int.Parse(Line()))];
        var map = new int[header[0] + 1];
        foreach (string line in File.ReadLines(path + ".map"))
        {
            string[] word = line.Split(' ');
            if (word[0] == "input") map[int.Parse(word[1]) + 1] = 2 * (int.Parse(word[2]) + 1);
        }
        for (int v = header[1] + 1; v <= header[0]; v++)
        {
            int left = (2 * v) - Delta(), right = left - Delta();
            map[v] = graph.And(map[left >> 1] ^ (left & 1), map[right >> 1] ^ (right & 1));
        }
        return [.. outputs.Select(o => map[o >> 1] ^ (o & 1))];
    }
}
