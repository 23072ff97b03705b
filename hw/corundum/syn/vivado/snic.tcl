# Timing of the gateway in Corundum: all of it is in the core clock domain, so that it needs no
# exception. What follows only makes Vivado say so when a build breaks that rule.
foreach inst [get_cells -hier -filter {ORIG_REF_NAME == snic_corundum || REF_NAME == snic_corundum}] {
    set pins [get_pins -quiet -leaf -of_objects [get_nets -quiet -segments "$inst/clk"]]
    set clocks [lsort -unique [get_clocks -quiet -of_objects $pins]]
    puts "snic: $inst is clocked by: $clocks"
    if {[llength $clocks] > 1} {
        puts "WARNING: snic: $inst should have one clock"
    }
}
