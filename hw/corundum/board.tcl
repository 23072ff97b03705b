# @BOARD@: the gateway as Corundum's application. Source this from a copy of the config.tcl of
# @PROJECT@, after "Application block configuration" and before the PCIe settings.
dict set params APP_ID "32'h534E4943"
dict set params APP_ENABLE "1"
dict set params APP_CTRL_ENABLE "1"
dict set params APP_DMA_ENABLE "1"
dict set params APP_AXIS_DIRECT_ENABLE "0"
dict set params APP_AXIS_SYNC_ENABLE "0"
dict set params APP_AXIS_IF_ENABLE "1"
dict set params APP_STAT_ENABLE "1"

# the application BAR, 16 MiB
dict set params AXIL_APP_CTRL_ADDR_WIDTH "24"

# one port per interface
dict set params PORTS_PER_IF "1"
dict set params SCHED_PER_IF "1"

# a receive queue for every tenant index, so that no tenant's queue is out of reach
dict set params RX_QUEUE_INDEX_WIDTH "12"
foreach {name value} {RX_CPL_QUEUE_INDEX_WIDTH 12 RX_INDIR_TBL_ADDR_WIDTH 8} {
    if {[dict exists $params $name]} {
        dict set params $name $value
    }
}
if {[dict get $params TX_QUEUE_INDEX_WIDTH] < 12} {
    error "the gateway needs TX_QUEUE_INDEX_WIDTH of 12 or more"
}

# time stamps of received frames
dict set params PTP_TS_ENABLE "1"
