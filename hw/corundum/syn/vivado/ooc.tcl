# Out-of-context place and route of the gateway, for Vivado in batch mode.
#   -tclargs FOLDER PART WIDTH PERIOD   the exported application, e.g. xcu250-figd2104-2-e 512 4.000
# Leaves utilization.rpt, timing_summary.rpt, timing_paths.rpt, levels.rpt and snic.dcp in the
# current folder. Ports have no pins and no delays here: what counts is register to register.
lassign $argv folder part width period
if {$period eq ""} { error "usage: -tclargs FOLDER PART WIDTH PERIOD" }

foreach file [split [string trim [read [set list [open "$folder/snic.f"]]]] "\n"] {
    if {[string match "*.sv" $file]} {
        read_verilog -sv "$folder/$file"
    } else {
        read_verilog "$folder/$file"
    }
}
close $list

synth_design -mode out_of_context -top snic_corundum -part $part \
    -generic "DATA_W=$width"
create_clock -name clk -period $period [get_ports clk]
opt_design
place_design
phys_opt_design
route_design

report_utilization -file utilization.rpt
report_timing_summary -no_detailed_paths -file timing_summary.rpt
report_timing -from [all_registers] -to [all_registers] -max_paths 20 -nworst 1 \
    -file timing_paths.rpt
report_design_analysis -logic_level_distribution -file levels.rpt
write_checkpoint -force snic.dcp
