namespace SmartNic.Features.Tests;

/// <summary>What is on disk is fixed: a gateway reads what the one before it wrote.</summary>
public sealed class SavedStateTests
{
    private const string Body = "{\"time_ns\":7,\"current\":{\"config\":"
        + "\"version: 1\\non_full: refuse\\nslow_path: { packets_per_second: 10000, "
        + "burst_packets: 256 }\\nendpoints: []\\nremotes: []\\ntenants: []\\n\","
        + "\"tenants\":{\"red\":1,\"blue\":2},\"remotes\":{\"east\":3}},"
        + "\"counters\":{\"indices\":[0,1],\"offsets\":[{\"index\":1,\"is_tx\":true,\"outcome\":2,"
        + "\"packets\":3,\"bytes\":4}],\"reasons\":[{\"is_tx\":false,\"reason\":65,"
        + "\"packets\":5,\"bytes\":6}]}}";

    private static readonly GatewayState State = new(
        new KnownWorld(GatewayConfig.Empty, new Dictionary<string, IReadOnlyDictionary<
            string, ushort>>
        {
            ["tenants"] = new Dictionary<string, ushort> { ["red"] = 1, ["blue"] = 2 },
            ["remotes"] = new Dictionary<string, ushort> { ["east"] = 3 },
        }),
        null,
        new CounterRecord(
            [0, 1], [new CounterOffset(1, true, 2, 3, 4)], [new ReasonOffset(false, 65, 5, 6)]),
        7);

    [Test]
    public void TheTextIsFixed()
    {
        Assert.That(
            StateText.Write(State),
            Is.EqualTo($"snic-state 2 31f822282f1c506b82c7dccf4c584756\n{Body}\n"));
    }

    [Test]
    public void WhatWasWrittenIsRead()
    {
        var state = SavedState.Read(StateText.Write(State with { Next = State.Current }), "f");
        Assert.That(state.Current.Config, Is.EqualTo(GatewayConfig.Empty));
        Assert.That(state.Current.IndicesOf("tenants"),
            Is.EqualTo(State.Current.IndicesOf("tenants")));
        Assert.That(state.Next!.IndicesOf("remotes")["east"], Is.EqualTo(3));
        Assert.That(state.Current.IndicesOf("others"), Is.Empty);
        Assert.That(state.TimeNs, Is.EqualTo(7));
    }

    /// <summary>Version 1 has counters whose numbers mean something else today.</summary>
    [Test]
    public void AStateOfAnOlderLayoutIsRefused() => Assert.That(
        () => SavedState.Read(
            StateText.Write(State).Replace("snic-state 2", "snic-state 1"), "gate.state"),
        Throws.TypeOf<StateException>().With.Message.EqualTo(
            "gate.state is of state version 1, and this program knows 2"));

    [Test]
    public void AConfigurationOfAnotherProgramIsRefused()
    {
        var text = StateText.Write(State).Replace("version: 1", "version: 2");
        var body = text.Split('\n')[1];
        var sum = System.IO.Hashing.XxHash128.Hash(System.Text.Encoding.UTF8.GetBytes(body));
        Assert.That(
            () => SavedState.Read(
                $"snic-state 2 {Convert.ToHexStringLower(sum)}\n{body}\n", "gate.state"),
            Throws.TypeOf<StateException>().With.Message.EqualTo(
                "gate.state has a configuration that this program does not read: "
                + "gate.state:1:10: version: expected 1, found '2'"));
    }
}
