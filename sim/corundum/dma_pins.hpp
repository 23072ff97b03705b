// The data DMA interface of a verilated mqnic_app_block.
#pragma once

#include "dma.hpp"

namespace snic {

#define SNIC_DESCRIPTOR(NAME)                                                              \
  {Pin(t.m_axis_##NAME##_desc_dma_addr), Pin(t.m_axis_##NAME##_desc_ram_sel),              \
   Pin(t.m_axis_##NAME##_desc_ram_addr), Pin(t.m_axis_##NAME##_desc_len),                  \
   Pin(t.m_axis_##NAME##_desc_tag), Pin(t.m_axis_##NAME##_desc_valid),                     \
   Pin(t.m_axis_##NAME##_desc_ready), Pin(t.s_axis_##NAME##_desc_status_tag),              \
   Pin(t.s_axis_##NAME##_desc_status_error), Pin(t.s_axis_##NAME##_desc_status_valid)}

template <class Top>
DmaPins dma_pins(Top& t) {
  return {SNIC_DESCRIPTOR(data_dma_read), SNIC_DESCRIPTOR(data_dma_write),
          Pin(t.data_dma_ram_wr_cmd_sel), Pin(t.data_dma_ram_wr_cmd_be),
          Pin(t.data_dma_ram_wr_cmd_addr), Pin(t.data_dma_ram_wr_cmd_data),
          Pin(t.data_dma_ram_wr_cmd_valid), Pin(t.data_dma_ram_wr_cmd_ready),
          Pin(t.data_dma_ram_wr_done), Pin(t.data_dma_ram_rd_cmd_sel),
          Pin(t.data_dma_ram_rd_cmd_addr), Pin(t.data_dma_ram_rd_cmd_valid),
          Pin(t.data_dma_ram_rd_cmd_ready), Pin(t.data_dma_ram_rd_resp_data),
          Pin(t.data_dma_ram_rd_resp_valid), Pin(t.data_dma_ram_rd_resp_ready)};
}

#undef SNIC_DESCRIPTOR

}  // namespace snic
