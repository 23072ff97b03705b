using SmartNic.Hls.Language;
using SmartNic.Kernels;
using SmartNic.Sim.Model;

namespace SmartNic.Sim.Tests.Gateway;

/// <summary>What the model makes of verdicts that the gateway's kernels never give.</summary>
public sealed class ModelEgressTests
{
    private const ushort Tag = 0x8123;

    [Test]
    public void EveryOutputGetsWhatItsBitSays(
        [Values] PortKind from, [Values] Destination dest,
        [Range(0, 7)] int copies)
    {
        List<(PortKind Kind, ushort Queue, ushort Tag, string Bytes)> seen = [];
        ModelCore core = new(0, (port, time, tag, bytes) =>
            seen.Add((port.Kind, port.Queue, tag, Convert.ToHexString(bytes))));
        Verdict v = default;
        v.Dest = (U2)(byte)dest;
        v.Copies = (U3)(byte)copies;
        v.Queue = (U12)77;
        v.PrefixBytes = (U7)9;
        v.Prefix[0] = 0x0102030405060708;
        v.Prefix[1] = 0x09FFFFFFFFFFFFFF;
        v.EditBytes = (U7)3;
        v.Edit[0] = 0xA1A2A3FFFFFFFFFF;
        v.Resume = 2;
        v.Length = (U14)4;
        core.Egress(v, from, 5, Tag, [0xF0, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6]);

        const string Bytes = "010203040506070809A1A2A3F2F3F4F5";
        List<(PortKind, ushort, ushort, string)> expected = [];
        foreach (PortKind kind in Enum.GetValues<PortKind>())
        {
            ushort queue = kind == PortKind.Host ? (ushort)77 : (ushort)0;
            bool original = dest.ToString() == kind.ToString();
            bool turned = from == PortKind.Wire && kind == PortKind.Wire;
            if (original || (copies & (1 << (int)kind)) != 0)
            {
                expected.Add((kind, queue, original && !turned ? Tag : (ushort)0, Bytes));
            }

            bool copied = !original && (copies & (1 << (int)kind)) != 0;
            Assert.That(core.Ports.Read((uint)(12 + (2 * (int)kind))), Is.EqualTo(copied ? 1 : 0));
        }

        Assert.That(seen, Is.EqualTo(expected));
    }

    /// <summary>What is beyond the frame or the words is cut, as in hw/egress; nothing is no frame.
    /// </summary>
    [TestCase(127, 127, 255, 16383, 112 + 64)]
    [TestCase(0, 0, 2, 16383, 5)]
    [TestCase(0, 3, 255, 16383, 3)]
    [TestCase(0, 0, 255, 16383, 0)]
    [TestCase(0, 0, 0, 0, 0)]
    public void NothingIsBeyondTheFrame(
        int prefix, int edit, int resume, int length, int expected)
    {
        List<int> seen = [];
        ModelCore core = new(0, (_, _, _, bytes) => seen.Add(bytes.Length));
        Verdict v = default;
        v.Dest = (U2)(byte)Destination.Wire;
        v.PrefixBytes = (U7)(uint)prefix;
        v.EditBytes = (U7)(uint)edit;
        v.Resume = (byte)resume;
        v.Length = (U14)(uint)length;
        core.Egress(v, PortKind.Host, 5, Tag, new byte[7]);
        int[] frames = expected == 0 ? [] : [expected];
        Assert.That(seen, Is.EqualTo(frames));
    }
}
