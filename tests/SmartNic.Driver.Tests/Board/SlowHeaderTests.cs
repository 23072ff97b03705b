namespace SmartNic.Driver.Tests.Board;

/// <summary>The metadata header of the slow port.</summary>
public sealed class SlowHeaderTests
{
    private static readonly SlowHeader Header = new()
    {
        Action = SlowAction.Encapsulate,
        Reason = 8,
        Interface = 3,
        Tenant = 0xABC,
        FrameLengthBytes = 0x2345,
        Vni = 0xFEDCBA,
        NextHop = 0x123,
        Queue = 0xABD,
        TimeNs = 0x0102030405060708,
    };

    /// <summary>Every field stands where ARCHITECTURE.md says, in network order.</summary>
    [Test]
    public void LayoutIsThatOfTheContract()
    {
        var bytes = new byte[34];
        bytes.AsSpan().Fill(0xEE);
        Header.Write(bytes);
        Assert.That(Convert.ToHexString(bytes), Is.EqualTo(
            "01010803" + "0ABC2345" + "00FEDCBA" + "01230ABD" + "0102030405060708"
            + "0000000000000000" + "EEEE"));
    }

    /// <summary>What is written reads back equal.</summary>
    [Test]
    public void WrittenReadsEqual()
    {
        var bytes = new byte[SlowHeader.LengthBytes];
        Header.Write(bytes);
        Assert.That(SlowHeader.TryRead(bytes, out var again));
        Assert.That(again, Is.EqualTo(Header));
    }

    /// <summary>Short frames, other versions and unknown actions are not headers.</summary>
    [Test]
    public void OtherBytesAreRefused()
    {
        var bytes = new byte[SlowHeader.LengthBytes];
        Header.Write(bytes);
        Assert.That(SlowHeader.TryRead(bytes.AsSpan(0, 31), out _), Is.False);
        bytes[0] = 2;
        Assert.That(SlowHeader.TryRead(bytes, out _), Is.False);
        (bytes[0], bytes[1]) = (1, 4);
        Assert.That(SlowHeader.TryRead(bytes, out _), Is.False);
        Assert.Throws<ArgumentException>(() => Header.Write(new byte[31]));
    }

    /// <summary>The actions are those of the kernels.</summary>
    [Test]
    public void ActionsAreThoseOfTheKernels()
    {
        var ours = Enum.GetValues<SlowAction>().Select(a => (byte)a);
        var kernels = Enum.GetValues<Kernels.InjectAction>().Select(a => (byte)a);
        Assert.That(ours, Is.EqualTo(kernels));
    }
}
