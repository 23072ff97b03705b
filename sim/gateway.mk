# The gateway's RTL. Packages first; which blocks are used is the top's business.
FOUND    := $(sort $(wildcard $(addprefix $(ROOT)/hw/*/rtl/,*.sv gen/*.sv gen/*.v)))
RTL      := $(filter %_pkg.sv,$(FOUND)) $(filter-out %_pkg.sv,$(FOUND))
INCLUDES := $(addprefix -I,$(wildcard $(ROOT)/hw/*/rtl/gen))
