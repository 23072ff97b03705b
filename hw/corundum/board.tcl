# @BOARD@: the gateway as Corundum's application. Source this from a copy of the config.tcl of
# @PROJECT@, after "Application block configuration" and before the PCIe settings.
dict set params APP_ID "32'h534E4943"
dict set params APP_ENABLE "1"
dict set params APP_CTRL_ENABLE "1"
dict set params APP_DMA_ENABLE "0"
dict set params APP_AXIS_DIRECT_ENABLE "0"
dict set params APP_AXIS_SYNC_ENABLE "0"
dict set params APP_AXIS_IF_ENABLE "1"
dict set params APP_STAT_ENABLE "0"

# the application BAR, 16 MiB
dict set params AXIL_APP_CTRL_ADDR_WIDTH "24"

# one port per interface; a receive queue per tenant index, so that no tenant's queue is out of reach
dict set params PORTS_PER_IF "1"
dict set params SCHED_PER_IF [dict get $params PORTS_PER_IF]
dict set params TX_QUEUE_INDEX_WIDTH "13"
dict set params RX_QUEUE_INDEX_WIDTH "12"
dict set params CQN_WIDTH "14"
dict set params TX_QUEUE_PIPELINE "4"
dict set params RX_QUEUE_PIPELINE "3"
dict set params CQ_PIPELINE "5"
dict set params TX_SCHEDULER_PIPELINE [dict get $params TX_QUEUE_PIPELINE]

# time stamps of received frames
dict set params PTP_TS_ENABLE "1"
