# SmartNic gateway: every task of a user or a developer, `make -f fpga.mk help`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build gen sim card lint prove cosim fuzz mutate synth examples routing bench \
  test demo guest clean export-corundum liveness publish deb ooc flash-sim flash-long jtag-sim \
  new-feature

CONFIG ?= Release
DOTNET := DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 dotnet
# One at a time: tests run while others make a package. Compile servers do not inherit the lock.
LOCKED := flock -o build/.lock env
WIDTHS ?= 64 128 256 512
W ?= 512
CORE ?= pcie512-100g
BOARD ?= AU250
IF ?= 1
TRACE ?= 0
PROGRAMS ?= 100000
PACKETS ?= 20000
MUTANTS ?= 220
SEED ?=
HLS := hls/SmartNic.Hls.Tool/bin/$(CONFIG)/net10.0/snic-hls
DEMO := $(DOTNET) sim/SmartNic.Demo/bin/$(CONFIG)/net10.0/SmartNic.Demo.dll

# Simulated boards that the tests need: width-interfaces-trace, and the top if not the gateway;
# those that take longest to compile first.
TEST_SIMS := 512-1-0-netlist 512-2-0 512-1-1 512-1-0 64-1-0 128-1-0 256-1-0

# What has to be on the machine, as "command:Debian package"; libraries as "file:package".
TOOLS := verilator:verilator clang++:clang yosys:yosys z3:z3 iverilog:iverilog ip:iproute2 \
  nft:nftables tcpdump:tcpdump tshark:tshark ethtool:ethtool make:make g++:g++ \
  man:man-db systemd-analyze:systemd openFPGALoader:openfpgaloader
HEADERS := /usr/include/zlib.h:zlib1g-dev \
  /usr/lib/x86_64-linux-gnu/libusb-1.0.so.0:libusb-1.0-0

help: ## this list
	@echo "make -f fpga.mk TARGET"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' fpga.mk | column -t -s '|'

setup: ## install what is missing (as root), or print the command that does
	@missing=""; \
	for t in $(TOOLS); do command -v $${t%%:*} >/dev/null || missing="$$missing $${t##*:}"; done; \
	for h in $(HEADERS); do [ -e $${h%%:*} ] || missing="$$missing $${h##*:}"; done; \
	command -v dotnet >/dev/null || \
	  { echo "setup: the .NET 10 SDK is missing: https://dot.net/download"; exit 1; }; \
	if [ -n "$$missing" ]; then \
	  cmd="apt-get install -y --no-install-recommends$$missing"; \
	  if [ "$$(id -u)" != 0 ]; then \
	    echo "setup: packages are missing; run: sudo $$cmd"; exit 1; \
	  fi; \
	  echo "setup: installing$$missing"; \
	  export DEBIAN_FRONTEND=noninteractive; \
	  { apt-get update -q && $$cmd; } >build-setup.log 2>&1 || \
	    { tail -20 build-setup.log; rm -f build-setup.log; exit 1; }; \
	  rm -f build-setup.log; \
	fi

build: setup ## build every program; the CLI lands in build/bin/snic
	@echo "build: C# projects"
	@mkdir -p build/bin
	@$(LOCKED) $(DOTNET) build SmartNic.sln -c $(CONFIG) -v q --nologo -clp:NoSummary
	@ln -sfn ../../host/SmartNic.Cli/bin/$(CONFIG)/net10.0/snic build/bin/snic
	@ln -sfn ../../hls/SmartNic.Hls.Tool/bin/$(CONFIG)/net10.0/snic-hls build/bin/snic-hls

# Only the compiler and the generator of the register map are built: what uses the generated
# files need not compile before they are there.
gen: setup ## kernels to Verilog; register spec to Verilog, C#, C++, Markdown; lists of the compiler
	@rm -rf build/gen && mkdir -p build/gen hw/rx/rtl/gen hw/tx/rtl/gen
	@$(LOCKED) $(DOTNET) build hls/SmartNic.Hls.Tool -c $(CONFIG) -v q --nologo -clp:NoSummary
	@$(HLS) build hls/kernels --out build/gen --shell hls/kernels/tables.lock
	@rm -f hw/rx/rtl/gen/* hw/tx/rtl/gen/*
	@mkdir -p build/lines && mv build/gen/*.lines build/lines/
	@cp build/gen/snic_rx* hw/rx/rtl/gen/ && cp build/gen/snic_tx* hw/tx/rtl/gen/
	@$(HLS) docs
	@$(DOTNET) run --project host/SmartNic.Registers.Tool -c $(CONFIG) -- .

sim: setup ## verilate the board (clang), one library per width; W=512 IF=1 TRACE=0 for one
	@$(MAKE) --no-print-directory -s -C sim/verilator W=$(W) IF=$(IF) TRACE=$(TRACE)

# What is made is begun in this order, so that no core waits: the package needs the lock of the C#
# build, which has ended by then, and is not what is waited for last.
# The guest and its verilated card run alone: starved, the card does not answer in time.
test: setup ## set up, build, and run every test
	@$(MAKE) --no-print-directory -f fpga.mk -j2 build \
	  $(addprefix sim-,$(wordlist 1,4,$(TEST_SIMS))) deb \
	  $(addprefix sim-,$(wordlist 5,99,$(TEST_SIMS))) card flash-sim jtag-sim
	@status=0; \
	$(DOTNET) test tests/SmartNic.Guest.Tests -c $(CONFIG) --no-build --nologo || status=$$?; \
	$(DOTNET) test SmartNic.sln -c $(CONFIG) --no-build --nologo -m:2 -p:WithoutGuest=true || \
	  status=$$?; \
	exit $$status

lint: setup ## Verilator -Wall over every module at widths 64, 128, 256, 512
	@hw/lint/lint.sh $(WIDTHS)

prove: build ## every proof of the RTL and of the compiled kernels, two at a time
	@hw/prove.sh

cosim: build ## the gateway's kernels and each stage by itself against C#; STAGE=forward ARGS=--wave
	@build/bin/snic-hls build hls/kernels --out build/cosim --shell hls/kernels/tables.lock \
	  --cosim $(PACKETS) $(if $(STAGE),--stage $(STAGE)) $(if $(SEED),--seed $(SEED)) $(ARGS)

fuzz: build ## random kernels against the JIT; writes FUZZ.md; PROGRAMS=100000, SEED=1 to resume
	@build/bin/snic-hls fuzz --programs $(PROGRAMS) $(if $(SEED),--seed $(SEED)) --out build/fuzz \
	  --ledger hls/docs/fuzz.ledger; status=$$?; build/bin/snic-hls docs; exit $$status

mutate: build ## errors planted in the compiler, and what finds them; MUTANTS=220, SEED=1 to repeat
	@build/bin/snic-hls mutate --mutants $(MUTANTS) $(if $(SEED),--seed $(SEED))
	@build/bin/snic-hls mutate --mutants 60 --pipelines hls/kernels $(if $(SEED),--seed $(SEED))

synth: build ## map every block with Yosys: area, levels, share of boards; ARGS="--board AU250"
	@$(DOTNET) hls/SmartNic.Synth/bin/$(CONFIG)/net10.0/SmartNic.Synth.dll $(ARGS)

examples: build ## prove, run, map hls/examples; writes RESULTS.md; ARGS="--only NAME" for some
	@$(DOTNET) hls/SmartNic.Synth/bin/$(CONFIG)/net10.0/SmartNic.Synth.dll examples $(ARGS)

# Only these results need it: 220 MB of tables of the device.
routing: TOOLS += nextpnr-ice40:nextpnr-ice40
routing: build ## route every clock of hls/examples for an iCE40; writes ROUTING.md
	@$(DOTNET) hls/SmartNic.Synth/bin/$(CONFIG)/net10.0/SmartNic.Synth.dll routing $(ARGS)

bench: build sim ## measure everything, into build/bench.json; ARGS="--only native" for a part
	@$(DOTNET) sim/SmartNic.Bench/bin/$(CONFIG)/net10.0/SmartNic.Bench.dll $(ARGS)

# SYSTEM: a scenario of sim/scenarios by name or row, or all; without it the demo of two tenants.
demo: build $(if $(filter soft,$(BOARD)),,sim) ## kernel VXLAN peers; BOARD=soft; SYSTEM=firewall
	@$(DEMO) $(if $(filter soft,$(BOARD)),--backend soft) $(if $(SYSTEM),--system $(SYSTEM)) $(ARGS)

card: setup ## verilate the application block as a PCI card (clang): W=512 IF=1
	@$(MAKE) --no-print-directory -s -C sim/corundum W=$(W) IF=$(IF)

guest: build sim card ## a Linux guest under QEMU with the verilated card on its PCI bus
	@$(DOTNET) sim/SmartNic.Guest/bin/$(CONFIG)/net10.0/SmartNic.Guest.dll $(ARGS)

sim-%: setup
	@$(MAKE) --no-print-directory -s -C sim/verilator \
	  $(join W= IF= TRACE= TOP=,$(wordlist 1,4,$(subst -, ,$*-gateway)))

new-feature: build ## a throw-away feature from the template, in a copy: packets through both
	@SNIC_NEW_FEATURE=1 $(DOTNET) test tests/SmartNic.Registers.Tests -c $(CONFIG) --no-build \
	  --nologo --filter "FullyQualifiedName~NewFeatureTests"

publish: ## one self-contained file: build/publish/snic
	@mkdir -p build
	@$(LOCKED) $(DOTNET) publish host/SmartNic.Cli -c $(CONFIG) -r linux-x64 --self-contained \
	  -p:PublishSingleFile=true -p:PublishTrimmed=true -p:PublishReadyToRun=true \
	  -p:DebugType=none -p:GenerateDocumentationFile=false -o build/publish -v q --nologo

deb: publish ## the Debian package, with systemd unit, udev rules, manual page, completion
	@host/package/build.sh build/publish/snic

flash-sim: setup ## verilate the boards with flash memory: one and two SPI chips, BPI
	@$(MAKE) --no-print-directory -s -C sim/flash

jtag-sim: setup ## verilate the JTAG chain of FPGAs with configuration logic
	@$(MAKE) --no-print-directory -s -C sim/jtag

flash-long: build flash-sim ## flash 30 MB images into every simulated memory, with faults
	@SNIC_FLASH_LONG=1 $(DOTNET) test tests/SmartNic.Flash.Tests -c $(CONFIG) --no-build \
	  --nologo --filter "FullyQualifiedName~LongTests"

export-corundum: ## lay out the gateway as an application of Corundum; DEST=folder
	@hw/corundum/export.sh "$(DEST)"

liveness: setup ## Corundum around the application block: 10 M frames; CORE=axi128-zynq
	@hw/corundum/test/run.sh $(CORE) --frames 10000000 $(ARGS)

ooc: build ## place and route out of context with your Vivado, then its reports; BOARD=AU250
	@hw/corundum/ooc.sh "$(BOARD)" build/ooc/$(BOARD)
	@$(DOTNET) hls/SmartNic.Synth/bin/$(CONFIG)/net10.0/SmartNic.Synth.dll vivado build/ooc/$(BOARD)

clean: ## remove everything that was built
	@rm -rf build
	@find hls host sim tests -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
