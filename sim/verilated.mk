# A verilated model and the C++ around it as a shared library. Included by the Makefile of each,
# which says what differs:
#
# MODEL    top module
# LIB      the library; the folder that it is in belongs to this variant
# SOURCES  what Verilator reads, packages first
# OPTIONS  its parameters and include folders (may be empty)
# SHIM     C++ around the model; HEADERS is what it includes, DEFINES its -D options
# RUNTIME  objects of Verilator's own that the model needs, without .o
OUT       := $(patsubst %/,%,$(dir $(LIB)))
OBJ       := $(OUT)/obj
RUNTIME   ?= verilated verilated_threads
VERILATOR ?= verilator
VROOT     := $(shell $(VERILATOR) --getenv VERILATOR_ROOT)
CXX       := clang++
CXXFLAGS  := -std=c++17 -O3 -march=native -fPIC -fvisibility=hidden -Wall -Wextra $(DEFINES) \
             -isystem $(OBJ) -isystem $(VROOT)/include -isystem $(VROOT)/include/vltstd
OBJECTS   := V$(MODEL)__ALL.a $(addsuffix .o,$(RUNTIME))

.PHONY: library
# One at a time per variant: several test processes may ask for it at once.
library:
	@mkdir -p $(OUT)
	@flock $(OUT)/.lock $(MAKE) --no-print-directory -f $(firstword $(MAKEFILE_LIST)) $(LIB)

$(OBJ)/V$(MODEL).mk: $(SOURCES) $(MAKEFILE_LIST)
	@echo "verilating $(patsubst $(ROOT)/build/%,%,$(OUT))"
	@mkdir -p $(OBJ)
	@rm -f $(OBJ)/*
	$(VERILATOR) --cc --top-module $(MODEL) --Mdir $(OBJ) -O3 --x-assign fast --x-initial fast \
	  --unroll-count 16 --noassert -Wno-lint -Wno-style --output-split 20000 $(OPTIONS) $(SOURCES)

# What runs once (first values of memories, OPT_SLOW) is not worth a second of the compiler: loops
# over their words stay loops (--unroll-count), and nothing is optimised. Nor is what writes waves:
# functions of a million lines, at -O3 five minutes each. Warnings of a C++ compiler (-w) about what
# Verilator wrote are nobody's here.
COMPILE = $(MAKE) --no-print-directory -s -C $(OBJ) -f V$(MODEL).mk CXX=$(CXX) LINK=$(CXX) AR=ar \
	  OPT_SLOW="-O0" OPT_GLOBAL="-O3 -march=native" CPPFLAGS_ADD="" \
	  VM_USER_CFLAGS="-w -fPIC -fvisibility=hidden"
$(OBJ)/built: $(OBJ)/V$(MODEL).mk
	@waves=$$(cd $(OBJ) && ls *__Trace__*.cpp 2>/dev/null | sed 's/cpp$$/o/') || true; \
	  [ -z "$$waves" ] || $(COMPILE) OPT_FAST="-O0" $$waves
	$(COMPILE) OPT_FAST="-O3 -march=native" $(OBJECTS) >/dev/null
	@touch $@

$(LIB): $(OBJ)/built $(SHIM) $(HEADERS)
	$(CXX) $(CXXFLAGS) -shared -Wl,-Bsymbolic -o $@.new $(SHIM) $(addprefix $(OBJ)/,$(OBJECTS)) \
	  -latomic -lpthread $(LIBRARIES)
	@mv $@.new $@
	@echo "built $(patsubst $(ROOT)/%,%,$@)"
