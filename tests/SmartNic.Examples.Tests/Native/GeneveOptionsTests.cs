using System.Buffers.Binary;
using NUnit.Framework;
using SmartNic.Hls.Language;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Headers are built from a list of options, which says what the walk has to
/// find.</summary>
public sealed class GeneveOptionsTests
{
    [Test]
    public void OptionsAreWhatWasPutThere()
    {
        var random = Numbers.Seeded();
        for (int run = 0; run < 50_000; run++)
        {
            var bytes = new List<byte>(new byte[8]);
            uint policy = 0, sentAt = 0;
            bool mustDrop = false;
            int count = random.Next(5);
            for (int i = 0; i < count; i++)
            {
                uint kind = (uint)random.Next(0x0102_16, 0x0102_1A);
                bool isCritical = random.Next(3) == 0;
                int words = random.Next(4);
                var option = new byte[4 + words * 4];
                random.NextBytes(option);
                BinaryPrimitives.WriteUInt32BigEndian(
                    option, kind << 8 | (isCritical ? 0x8000u : 0) | (uint)words);
                uint value = words > 0 ? BinaryPrimitives.ReadUInt32BigEndian(option.AsSpan(4)) : 0;
                bytes.AddRange(option);
                switch (words > 0 ? kind : 0)
                {
                    case 0x0102_17: policy = value; break;
                    case 0x0102_18: sentAt = value; break;
                    default: mustDrop |= isCritical; break;
                }
            }

            int length = bytes.Count;
            bytes[0] = (byte)((length - 8) / 4);
            bytes.AddRange(new byte[Window.BufferBytes]);
            var r = GeneveOptions.Run(new Window(bytes.ToArray()));
            Assert.That((r.IsWellFormed, r.MustDrop, r.Policy, r.SentAt), Is.EqualTo(
                length > 48 ? default : (true, mustDrop, policy, sentAt)));
        }
    }

    [Test]
    public void AnOptionBeyondTheHeaderIsNotRead()
    {
        var bytes = new byte[Window.BufferBytes];
        (bytes[0], bytes[8], bytes[9], bytes[10], bytes[11]) = (2, 1, 2, 0x17, 2);
        bytes[15] = 9;
        Assert.That(GeneveOptions.Run(new Window(bytes)), Is.EqualTo(default(GeneveResult)));
    }
}
