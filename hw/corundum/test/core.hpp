// The core around the application block: its parameters, as run.sh defines them.
#pragma once

constexpr int W = CORE_AXIS_IF_DATA_WIDTH, IF = CORE_IF_COUNT;
constexpr bool Ptp = CORE_PTP_TS_ENABLE, Stat = CORE_APP_STAT_ENABLE;
constexpr int IdBits = CORE_AXIS_IF_TX_ID_WIDTH, DestBits = CORE_AXIS_IF_RX_DEST_WIDTH;
constexpr int TagBits = CORE_TX_TAG_WIDTH, TsBits = 96, RxUserBits = Ptp ? 97 : 1;
constexpr int DmaAddrBits = CORE_DMA_ADDR_WIDTH, DmaTagBits = CORE_DMA_TAG_WIDTH;
constexpr int RamAddrBits = CORE_RAM_ADDR_WIDTH, RamSelBits = CORE_RAM_SEL_WIDTH;
constexpr int Segments = CORE_RAM_SEG_COUNT, SegmentBits = CORE_RAM_SEG_DATA_WIDTH;
