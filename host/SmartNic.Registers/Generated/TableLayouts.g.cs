// Generated from GatewayTables by SmartNic.Registers.Tool. Do not edit.
using SmartNic.Kernels;

namespace SmartNic.Registers;

using EndpointBucket = ExactBucket<EndpointKey, EndpointValue>;
using VniBucket = ExactBucket<VniKey, VniValue>;
using FdbBucket = ExactBucket<FdbKey, FdbValue>;
using SourceBucket = ExactBucket<SourceKey, Nothing>;
using LinkBucket = ExactBucket<LinkKey, LinkValue>;

/// <summary>The tables of an interface: number, size and entry bits.</summary>
public static class TableLayouts
{
    /// <summary>All tables, in rising order of id.</summary>
    public static IReadOnlyList<TableInfo> All { get; } =
    [
        RxEndpointA.Info,
        RxEndpointB.Info,
        RxVniA.Info,
        RxVniB.Info,
        RxMeter.Info,
        TxPort.Info,
        TxFdbA.Info,
        TxFdbB.Info,
        TxNextHop.Info,
        TxMeter.Info,
        RxMeterState.Info,
        TxMeterState.Info,
        RxPolicy.Info,
        RxSourceA.Info,
        RxSourceB.Info,
        RxLinkA.Info,
        RxLinkB.Info,
        TxSendMeter.Info,
        TxSendMeterState.Info,
        RxFirewallColumns.Info,
        RxFirewallAllowed.Info,
        RxFirewallWorkload.Info,
        TxFirewallColumns.Info,
        TxFirewallAllowed.Info,
        TxFirewallWorkload.Info,
    ];

    /// <summary>Table 0, rx_endpoint_a.</summary>
    public static class RxEndpointA
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 0;

        /// <summary>Name.</summary>
        public const string Name = "rx_endpoint_a";

        /// <summary>Number of entries.</summary>
        public const int Depth = 64;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = EndpointBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, EndpointBucketBits.Width, Words, EndpointBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<EndpointBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="EndpointBucketBits.Pack" />
        public static void Pack(in EndpointBucket entry, Span<uint> words) =>
            EndpointBucketBits.Pack(entry, words);

        /// <inheritdoc cref="EndpointBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out EndpointBucket entry) =>
            EndpointBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 1, rx_endpoint_b.</summary>
    public static class RxEndpointB
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 1;

        /// <summary>Name.</summary>
        public const string Name = "rx_endpoint_b";

        /// <summary>Number of entries.</summary>
        public const int Depth = 64;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = EndpointBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, EndpointBucketBits.Width, Words, EndpointBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<EndpointBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="EndpointBucketBits.Pack" />
        public static void Pack(in EndpointBucket entry, Span<uint> words) =>
            EndpointBucketBits.Pack(entry, words);

        /// <inheritdoc cref="EndpointBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out EndpointBucket entry) =>
            EndpointBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 2, rx_vni_a.</summary>
    public static class RxVniA
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 2;

        /// <summary>Name.</summary>
        public const string Name = "rx_vni_a";

        /// <summary>Number of entries.</summary>
        public const int Depth = 2048;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = VniBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, VniBucketBits.Width, Words, VniBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<VniBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="VniBucketBits.Pack" />
        public static void Pack(in VniBucket entry, Span<uint> words) =>
            VniBucketBits.Pack(entry, words);

        /// <inheritdoc cref="VniBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out VniBucket entry) =>
            VniBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 3, rx_vni_b.</summary>
    public static class RxVniB
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 3;

        /// <summary>Name.</summary>
        public const string Name = "rx_vni_b";

        /// <summary>Number of entries.</summary>
        public const int Depth = 2048;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = VniBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, VniBucketBits.Width, Words, VniBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<VniBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="VniBucketBits.Pack" />
        public static void Pack(in VniBucket entry, Span<uint> words) =>
            VniBucketBits.Pack(entry, words);

        /// <inheritdoc cref="VniBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out VniBucket entry) =>
            VniBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 4, rx_meter.</summary>
    public static class RxMeter
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 4;

        /// <summary>Name.</summary>
        public const string Name = "rx_meter";

        /// <summary>Number of entries.</summary>
        public const int Depth = 8192;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = MeterConfigBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, MeterConfigBits.Width, Words, MeterConfigBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<MeterConfig> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="MeterConfigBits.Pack" />
        public static void Pack(in MeterConfig entry, Span<uint> words) =>
            MeterConfigBits.Pack(entry, words);

        /// <inheritdoc cref="MeterConfigBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out MeterConfig entry) =>
            MeterConfigBits.Unpack(words, out entry);
    }

    /// <summary>Table 5, tx_port.</summary>
    public static class TxPort
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 5;

        /// <summary>Name.</summary>
        public const string Name = "tx_port";

        /// <summary>Number of entries.</summary>
        public const int Depth = 8192;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = HostPortBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, HostPortBits.Width, Words, HostPortBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<HostPort> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="HostPortBits.Pack" />
        public static void Pack(in HostPort entry, Span<uint> words) =>
            HostPortBits.Pack(entry, words);

        /// <inheritdoc cref="HostPortBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out HostPort entry) =>
            HostPortBits.Unpack(words, out entry);
    }

    /// <summary>Table 6, tx_fdb_a.</summary>
    public static class TxFdbA
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 6;

        /// <summary>Name.</summary>
        public const string Name = "tx_fdb_a";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = FdbBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, FdbBucketBits.Width, Words, FdbBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<FdbBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="FdbBucketBits.Pack" />
        public static void Pack(in FdbBucket entry, Span<uint> words) =>
            FdbBucketBits.Pack(entry, words);

        /// <inheritdoc cref="FdbBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out FdbBucket entry) =>
            FdbBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 7, tx_fdb_b.</summary>
    public static class TxFdbB
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 7;

        /// <summary>Name.</summary>
        public const string Name = "tx_fdb_b";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = FdbBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, FdbBucketBits.Width, Words, FdbBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<FdbBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="FdbBucketBits.Pack" />
        public static void Pack(in FdbBucket entry, Span<uint> words) =>
            FdbBucketBits.Pack(entry, words);

        /// <inheritdoc cref="FdbBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out FdbBucket entry) =>
            FdbBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 8, tx_next_hop.</summary>
    public static class TxNextHop
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 8;

        /// <summary>Name.</summary>
        public const string Name = "tx_next_hop";

        /// <summary>Number of entries.</summary>
        public const int Depth = 8192;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = NextHopBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, NextHopBits.Width, Words, NextHopBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<NextHop> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="NextHopBits.Pack" />
        public static void Pack(in NextHop entry, Span<uint> words) =>
            NextHopBits.Pack(entry, words);

        /// <inheritdoc cref="NextHopBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out NextHop entry) =>
            NextHopBits.Unpack(words, out entry);
    }

    /// <summary>Table 9, tx_meter.</summary>
    public static class TxMeter
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 9;

        /// <summary>Name.</summary>
        public const string Name = "tx_meter";

        /// <summary>Number of entries.</summary>
        public const int Depth = 8192;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = MeterConfigBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, MeterConfigBits.Width, Words, MeterConfigBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<MeterConfig> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="MeterConfigBits.Pack" />
        public static void Pack(in MeterConfig entry, Span<uint> words) =>
            MeterConfigBits.Pack(entry, words);

        /// <inheritdoc cref="MeterConfigBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out MeterConfig entry) =>
            MeterConfigBits.Unpack(words, out entry);
    }

    /// <summary>Table 10, rx_meter_state.</summary>
    public static class RxMeterState
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 10;

        /// <summary>Name.</summary>
        public const string Name = "rx_meter_state";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = MeterStateBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, MeterStateBits.Width, Words, MeterStateBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<MeterState> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="MeterStateBits.Pack" />
        public static void Pack(in MeterState entry, Span<uint> words) =>
            MeterStateBits.Pack(entry, words);

        /// <inheritdoc cref="MeterStateBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out MeterState entry) =>
            MeterStateBits.Unpack(words, out entry);
    }

    /// <summary>Table 11, tx_meter_state.</summary>
    public static class TxMeterState
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 11;

        /// <summary>Name.</summary>
        public const string Name = "tx_meter_state";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = MeterStateBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, MeterStateBits.Width, Words, MeterStateBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<MeterState> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="MeterStateBits.Pack" />
        public static void Pack(in MeterState entry, Span<uint> words) =>
            MeterStateBits.Pack(entry, words);

        /// <inheritdoc cref="MeterStateBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out MeterState entry) =>
            MeterStateBits.Unpack(words, out entry);
    }

    /// <summary>Table 12, rx_policy.</summary>
    public static class RxPolicy
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 12;

        /// <summary>Name.</summary>
        public const string Name = "rx_policy";

        /// <summary>Number of entries.</summary>
        public const int Depth = 8192;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = ReceivePolicyBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, ReceivePolicyBits.Width, Words, ReceivePolicyBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<ReceivePolicy> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="ReceivePolicyBits.Pack" />
        public static void Pack(in ReceivePolicy entry, Span<uint> words) =>
            ReceivePolicyBits.Pack(entry, words);

        /// <inheritdoc cref="ReceivePolicyBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out ReceivePolicy entry) =>
            ReceivePolicyBits.Unpack(words, out entry);
    }

    /// <summary>Table 13, rx_source_a.</summary>
    public static class RxSourceA
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 13;

        /// <summary>Name.</summary>
        public const string Name = "rx_source_a";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = SourceBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, SourceBucketBits.Width, Words, SourceBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<SourceBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="SourceBucketBits.Pack" />
        public static void Pack(in SourceBucket entry, Span<uint> words) =>
            SourceBucketBits.Pack(entry, words);

        /// <inheritdoc cref="SourceBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out SourceBucket entry) =>
            SourceBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 14, rx_source_b.</summary>
    public static class RxSourceB
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 14;

        /// <summary>Name.</summary>
        public const string Name = "rx_source_b";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = SourceBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, SourceBucketBits.Width, Words, SourceBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<SourceBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="SourceBucketBits.Pack" />
        public static void Pack(in SourceBucket entry, Span<uint> words) =>
            SourceBucketBits.Pack(entry, words);

        /// <inheritdoc cref="SourceBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out SourceBucket entry) =>
            SourceBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 15, rx_link_a.</summary>
    public static class RxLinkA
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 15;

        /// <summary>Name.</summary>
        public const string Name = "rx_link_a";

        /// <summary>Number of entries.</summary>
        public const int Depth = 256;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = LinkBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, LinkBucketBits.Width, Words, LinkBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<LinkBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="LinkBucketBits.Pack" />
        public static void Pack(in LinkBucket entry, Span<uint> words) =>
            LinkBucketBits.Pack(entry, words);

        /// <inheritdoc cref="LinkBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out LinkBucket entry) =>
            LinkBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 16, rx_link_b.</summary>
    public static class RxLinkB
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 16;

        /// <summary>Name.</summary>
        public const string Name = "rx_link_b";

        /// <summary>Number of entries.</summary>
        public const int Depth = 256;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = LinkBucketBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, LinkBucketBits.Width, Words, LinkBucketBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<LinkBucket> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="LinkBucketBits.Pack" />
        public static void Pack(in LinkBucket entry, Span<uint> words) =>
            LinkBucketBits.Pack(entry, words);

        /// <inheritdoc cref="LinkBucketBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out LinkBucket entry) =>
            LinkBucketBits.Unpack(words, out entry);
    }

    /// <summary>Table 17, tx_send_meter.</summary>
    public static class TxSendMeter
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 17;

        /// <summary>Name.</summary>
        public const string Name = "tx_send_meter";

        /// <summary>Number of entries.</summary>
        public const int Depth = 8192;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = MeterConfigBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, MeterConfigBits.Width, Words, MeterConfigBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<MeterConfig> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="MeterConfigBits.Pack" />
        public static void Pack(in MeterConfig entry, Span<uint> words) =>
            MeterConfigBits.Pack(entry, words);

        /// <inheritdoc cref="MeterConfigBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out MeterConfig entry) =>
            MeterConfigBits.Unpack(words, out entry);
    }

    /// <summary>Table 18, tx_send_meter_state.</summary>
    public static class TxSendMeterState
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 18;

        /// <summary>Name.</summary>
        public const string Name = "tx_send_meter_state";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = MeterStateBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, MeterStateBits.Width, Words, MeterStateBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<MeterState> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="MeterStateBits.Pack" />
        public static void Pack(in MeterState entry, Span<uint> words) =>
            MeterStateBits.Pack(entry, words);

        /// <inheritdoc cref="MeterStateBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out MeterState entry) =>
            MeterStateBits.Unpack(words, out entry);
    }

    /// <summary>Table 19, rx_firewall_columns.</summary>
    public static class RxFirewallColumns
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 19;

        /// <summary>Name.</summary>
        public const string Name = "rx_firewall_columns";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = RuleSetBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, RuleSetBits.Width, Words, RuleSetBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<RuleSet> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="RuleSetBits.Pack" />
        public static void Pack(in RuleSet entry, Span<uint> words) =>
            RuleSetBits.Pack(entry, words);

        /// <inheritdoc cref="RuleSetBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out RuleSet entry) =>
            RuleSetBits.Unpack(words, out entry);
    }

    /// <summary>Table 20, rx_firewall_allowed.</summary>
    public static class RxFirewallAllowed
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 20;

        /// <summary>Name.</summary>
        public const string Name = "rx_firewall_allowed";

        /// <summary>Number of entries.</summary>
        public const int Depth = 2;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = RuleSetBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, RuleSetBits.Width, Words, RuleSetBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<RuleSet> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="RuleSetBits.Pack" />
        public static void Pack(in RuleSet entry, Span<uint> words) =>
            RuleSetBits.Pack(entry, words);

        /// <inheritdoc cref="RuleSetBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out RuleSet entry) =>
            RuleSetBits.Unpack(words, out entry);
    }

    /// <summary>Table 21, rx_firewall_workload.</summary>
    public static class RxFirewallWorkload
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 21;

        /// <summary>Name.</summary>
        public const string Name = "rx_firewall_workload";

        /// <summary>Number of entries.</summary>
        public const int Depth = 8192;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = WorkloadBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, WorkloadBits.Width, Words, WorkloadBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<Workload> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="WorkloadBits.Pack" />
        public static void Pack(in Workload entry, Span<uint> words) =>
            WorkloadBits.Pack(entry, words);

        /// <inheritdoc cref="WorkloadBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out Workload entry) =>
            WorkloadBits.Unpack(words, out entry);
    }

    /// <summary>Table 22, tx_firewall_columns.</summary>
    public static class TxFirewallColumns
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 22;

        /// <summary>Name.</summary>
        public const string Name = "tx_firewall_columns";

        /// <summary>Number of entries.</summary>
        public const int Depth = 4096;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = RuleSetBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, RuleSetBits.Width, Words, RuleSetBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<RuleSet> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="RuleSetBits.Pack" />
        public static void Pack(in RuleSet entry, Span<uint> words) =>
            RuleSetBits.Pack(entry, words);

        /// <inheritdoc cref="RuleSetBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out RuleSet entry) =>
            RuleSetBits.Unpack(words, out entry);
    }

    /// <summary>Table 23, tx_firewall_allowed.</summary>
    public static class TxFirewallAllowed
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 23;

        /// <summary>Name.</summary>
        public const string Name = "tx_firewall_allowed";

        /// <summary>Number of entries.</summary>
        public const int Depth = 2;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = RuleSetBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, RuleSetBits.Width, Words, RuleSetBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<RuleSet> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="RuleSetBits.Pack" />
        public static void Pack(in RuleSet entry, Span<uint> words) =>
            RuleSetBits.Pack(entry, words);

        /// <inheritdoc cref="RuleSetBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out RuleSet entry) =>
            RuleSetBits.Unpack(words, out entry);
    }

    /// <summary>Table 24, tx_firewall_workload.</summary>
    public static class TxFirewallWorkload
    {
        /// <summary>Number in TABLE_COMMIT and TABLE_READ.</summary>
        public const int Id = 24;

        /// <summary>Name.</summary>
        public const string Name = "tx_firewall_workload";

        /// <summary>Number of entries.</summary>
        public const int Depth = 8192;

        /// <summary>32-bit words of an entry.</summary>
        public const int Words = WorkloadBits.Words;

        /// <summary>All of it.</summary>
        public static TableInfo Info { get; } = new(
            Id, Name, Depth, WorkloadBits.Width, Words, WorkloadBits.Fields);

        /// <summary>It with the type of its entries.</summary>
        public static TableLayout<Workload> Layout { get; } = new(Info, Pack, Unpack);

        /// <inheritdoc cref="WorkloadBits.Pack" />
        public static void Pack(in Workload entry, Span<uint> words) =>
            WorkloadBits.Pack(entry, words);

        /// <inheritdoc cref="WorkloadBits.Unpack" />
        public static void Unpack(ReadOnlySpan<uint> words, out Workload entry) =>
            WorkloadBits.Unpack(words, out entry);
    }
}
