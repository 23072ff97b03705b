using System.Net;
using NUnit.Framework;

namespace SmartNic.Examples.Tests.Native;

/// <summary>Microsoft's verification suite for RSS, IPv4.</summary>
public sealed class ToeplitzTests
{
    [TestCase("66.9.149.187:2794", "161.142.100.80:1766", 0x323e8fc2u, 0x51ccc178u)]
    [TestCase("199.92.111.2:14230", "65.69.140.83:4739", 0xd718262au, 0xc626b0eau)]
    [TestCase("24.19.198.95:12898", "12.22.207.184:38024", 0xd2d0a5deu, 0x5c2b394au)]
    [TestCase("38.27.205.30:48228", "209.142.163.6:2217", 0x82989176u, 0xafc7327fu)]
    [TestCase("153.39.163.191:44251", "202.188.127.2:1303", 0x5d1809c5u, 0x10e828a2u)]
    public void TheVerificationSuiteHolds(
        string source, string destination, uint addresses, uint withPorts)
    {
        var from = IPEndPoint.Parse(source);
        var to = IPEndPoint.Parse(destination);
        FlowTuple flow = default;
        flow.Source = Numbers.Address(from.Address);
        flow.Destination = Numbers.Address(to.Address);
        flow.SourcePort = (ushort)from.Port;
        flow.DestinationPort = (ushort)to.Port;
        foreach (byte protocol in (byte[])[6, 17])
        {
            flow.Protocol = protocol;
            Assert.That(Toeplitz.Run(flow), Is.EqualTo(withPorts), $"protocol {protocol}");
        }

        foreach (byte protocol in (byte[])[1, 7, 16, 47, 255])
        {
            flow.Protocol = protocol;
            Assert.That(Toeplitz.Run(flow), Is.EqualTo(addresses), $"protocol {protocol}");
        }
    }
}
