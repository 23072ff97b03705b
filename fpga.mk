# SmartNic gateway: every task of a user or a developer, `make -f fpga.mk help`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.PHONY: help setup build gen sim lint prove synth bench test demo clean

CONFIG ?= Release
DOTNET := DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 dotnet
WIDTHS ?= 64 128 256 512

# What has to be on the machine, as "command:Debian package"; libraries as "file:package".
TOOLS := verilator:verilator clang++:clang yosys:yosys z3:z3 iverilog:iverilog ip:iproute2 \
  tcpdump:tcpdump tshark:tshark ethtool:ethtool make:make g++:g++
HEADERS := /usr/include/zlib.h:zlib1g-dev

help: ## this list
	@echo "make -f fpga.mk TARGET"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  \1|\2/p' fpga.mk | column -t -s '|'

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
	@$(DOTNET) build SmartNic.sln -c $(CONFIG) -v q --nologo -clp:NoSummary
	@mkdir -p build/bin
	@ln -sfn ../../host/SmartNic.Cli/bin/$(CONFIG)/net10.0/snic build/bin/snic
	@ln -sfn ../../hls/SmartNic.Hls.Tool/bin/$(CONFIG)/net10.0/snic-hls build/bin/snic-hls

clean: ## remove everything that was built
	@rm -rf build; find hls host sim tests -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
