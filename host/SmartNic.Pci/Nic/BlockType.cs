namespace SmartNic.Pci.Nic;

/// <summary>Types of register blocks, as Corundum's documentation lists them.</summary>
public static class BlockType
{
    /// <summary>Placeholder, as of an application that was not built in.</summary>
    public const uint Null = 0;

    /// <summary>Who the firmware is; first of the device's list.</summary>
    public const uint FirmwareId = 0xFFFF_FFFF;

    /// <summary>Where the interfaces are.</summary>
    public const uint Interfaces = 0xC000;

    /// <summary>Control of one interface.</summary>
    public const uint InterfaceControl = 0xC001;

    /// <summary>Where the blocks of one port are.</summary>
    public const uint Port = 0xC002;

    /// <summary>Link state of one port.</summary>
    public const uint PortControl = 0xC003;

    /// <summary>Which application there is.</summary>
    public const uint Application = 0xC005;

    /// <summary>Which queue a received frame goes to.</summary>
    public const uint RxQueueMap = 0xC090;

    /// <summary>Pins of one or two serial flash chips.</summary>
    public const uint FlashSpi = 0xC120;

    /// <summary>Pins of a parallel flash chip.</summary>
    public const uint FlashBpi = 0xC121;

    private static readonly Dictionary<uint, string> Names = new()
    {
        [Null] = "null",
        [FirmwareId] = "fw_id",
        [Interfaces] = "if",
        [InterfaceControl] = "if_ctrl",
        [Port] = "port",
        [PortControl] = "port_ctrl",
        [0xC004] = "sched_block",
        [Application] = "app_info",
        [0xC006] = "stats",
        [0xC007] = "irq_config",
        [0xC008] = "clk_info",
        [0xC010] = "eqm",
        [0xC020] = "cqm",
        [0xC030] = "tx_qm",
        [0xC031] = "rx_qm",
        [0xC040] = "sched_rr",
        [0xC050] = "sched_ctrl_tdma",
        [0xC060] = "tdma_sch",
        [0xC080] = "phc",
        [0xC081] = "phc_perout",
        [RxQueueMap] = "rx_queue_map",
        [0xC100] = "gpio",
        [0xC110] = "i2c",
        [FlashSpi] = "flash_spi",
        [FlashBpi] = "flash_bpi",
        [0xC140] = "bmc_alveo",
        [0xC141] = "bmc_gecko",
        [0xC150] = "drp",
    };

    /// <summary>The name of a type.</summary>
    public static string Name(uint type) =>
        Names.TryGetValue(type, out var name) ? name : $"0x{type:x8}";
}
