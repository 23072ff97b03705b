using System.Collections;
using System.Numerics;
using SmartNic.Hls.Front;
using SmartNic.Hls.Ir;

namespace SmartNic.Hls.Check.Directed;

/// <summary>Packets that run together, because no two want other contents in one place.</summary>
/// <param name="Packets">The packets.</param>
/// <param name="Contents">What they find, and where.</param>
internal sealed record Round(IReadOnlyList<ulong[]> Packets,
    IReadOnlyList<(Memory Memory, uint Index, Content Content)> Contents);

/// <summary>Sorts packets into rounds, in their order.</summary>
/// <param name="memories">The memories.</param>
/// <param name="trials">Packets with what they have to find.</param>
internal sealed class Rounds(IReadOnlyList<Memory> memories, IReadOnlyList<Trial> trials)
    : IEnumerable<Round>
{
    private readonly Dictionary<(Memory, BigInteger), (uint Index, Content Content)> _taken = [];

    /// <inheritdoc/>
    public IEnumerator<Round> GetEnumerator()
    {
        var packets = new List<ulong[]>();
        foreach (var trial in trials)
        {
            var wanted = trial.Contents.Where(IsChosen).Select(c => (Memory: Of(c), c)).ToList();
            if (packets.Count > 0 && !Fits(wanted))
            {
                yield return End(packets);
                packets = [];
            }
            foreach (var (memory, content) in wanted)
                _taken.TryAdd((memory, content.At), (Index(memory, content), content));
            packets.Add(trial.Packet);
        }
        if (packets.Count > 0) yield return End(packets);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Memory Of(Content content) => memories.Single(m => m.Name == content.Memory);

    /// <summary>That a key is in no row is left to chance.</summary>
    private bool IsChosen(Content content) =>
        Of(content) is var m && (m.KeyBits == null || !content.Value.IsEven);

    private bool Fits(List<(Memory Memory, Content Content)> wanted) => wanted.All(w =>
        _taken.TryGetValue((w.Memory, w.Content.At), out var there)
            ? w.Memory.Kind == CallKind.Read && there.Content == w.Content
            : w.Memory.KeyBits == null || Rows(w.Memory) < w.Memory.Depth);

    private int Rows(Memory memory) => _taken.Keys.Count(k => k.Item1 == memory);

    private uint Index(Memory memory, Content content) =>
        memory.KeyBits == null ? (uint)content.At : (uint)(Rows(memory) % memory.Depth);

    private Round End(List<ulong[]> packets)
    {
        var round = new Round(packets,
            [.. _taken.Select(t => (t.Key.Item1, t.Value.Index, t.Value.Content))]);
        _taken.Clear();
        return round;
    }
}
