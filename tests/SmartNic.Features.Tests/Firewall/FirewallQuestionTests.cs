namespace SmartNic.Features.Tests.Firewall;

/// <summary>A packet described in words.</summary>
public sealed class FirewallQuestionTests
{
    [TestCase("icmp", null, "10.0.0.1", "10.0.0.2", 8)]
    [TestCase("icmp6", null, "fd00::1", "fd00::2", 128)]
    [TestCase("58", null, "fd00::1", "fd00::2", 128)]
    [TestCase("icmp6", "135", "fd00::1", "fd00::2", 135)]
    [TestCase("icmp", "0", "10.0.0.1", "10.0.0.2", 0)]
    public void WithoutATypeItIsAnEchoRequest(
        string protocol, string? type, string source, string destination, int expected)
    {
        var question = FirewallQuestion.Parse(
            "red", "ingress", source, destination, protocol, type, "syn", out string trouble);
        Assert.That(trouble, Is.Empty);
        Assert.That(question!.IcmpType, Is.EqualTo(expected));
    }
}
