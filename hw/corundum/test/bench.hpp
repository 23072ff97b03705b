// The whole bench: all interfaces, registers, statistics, the DMA engine and a host with rings.
#pragma once
#include "../../../sim/corundum/dma_pins.hpp"
#include "../../ring/test/ring_host.hpp"
#include "port.hpp"
#include "tables.hpp"
#include "verilated.h"

struct Bench {
    VerilatedContext context;
    std::unique_ptr<Top> top{new Top(&context)};
    std::vector<std::unique_ptr<Interface>> interfaces;
    Pace statPace{{seed}}, slowInPace{{seed + 1}}, slowOutPace{{seed + 2}};
    RingHost ring;
    std::unique_ptr<snic::Dma> dma;
    std::deque<std::pair<uint32_t, uint32_t>> doorbells;
    bool ringing = false;
    long statistics[64 + 2 * IF] = {};

    Bench() {
        for (int n = 0; n < IF; n++) interfaces.emplace_back(new Interface(*top, n));
        top->rst = 1;
        for (int i = 0; i < 10; i++) edge();
        top->rst = 0;
        top->s_axil_app_ctrl_bready = top->s_axil_app_ctrl_rready = 1;
        for (int n = 0; n < IF; n++) program(*this, n);
        snic::DmaGeometry geometry;
        geometry.addr = DmaAddrBits;
        geometry.sel = RamSelBits;
        geometry.ram_addr = RamAddrBits;
        geometry.tag = DmaTagBits;
        geometry.segments = Segments;
        geometry.segment_bits = SegmentBits;
        dma.reset(new snic::Dma(snic::dma_pins(*top), geometry, seed));
        dma->access = RingHost::access;
        dma->context = &ring;
        dma->behaviour = {60, 15, 0};
        ring.start(*this);
        ring.doorbell = [this](uint32_t at, uint32_t value) { doorbells.push_back({at, value}); };
        slowOutPace.longest = 40000;
    }

    void settle() {
        Field ts = field(top->ptp_sync_ts_tod, 0, TsBits);
        ts.set(static_cast<uint64_t>(now));
        ts.set(DropMark, 64);
        top->clk = 0;
        top->eval();
    }
    void edge() {
        top->clk = 1;
        top->eval();
        now++;
        settle();
    }

    void write(uint32_t address, uint32_t value) {
        top->s_axil_app_ctrl_awaddr = address;
        top->s_axil_app_ctrl_wdata = value;
        top->s_axil_app_ctrl_wstrb = 15;
        top->s_axil_app_ctrl_awvalid = top->s_axil_app_ctrl_wvalid = 1;
        settle();
        for (int i = 0; top->s_axil_app_ctrl_awvalid || top->s_axil_app_ctrl_wvalid; i++) {
            bool aw = top->s_axil_app_ctrl_awready, w = top->s_axil_app_ctrl_wready;
            edge();
            if (aw) top->s_axil_app_ctrl_awvalid = 0;
            if (w) top->s_axil_app_ctrl_wvalid = 0;
            settle();
            if (i > 2000) fail("a register write hangs");
        }
        for (int i = 0; !top->s_axil_app_ctrl_bvalid; i++) {
            edge();
            if (i > 2000) fail("a register write is not answered");
        }
        edge();
    }
    uint32_t read(uint32_t address) {
        top->s_axil_app_ctrl_araddr = address;
        top->s_axil_app_ctrl_arvalid = 1;
        settle();
        for (int i = 0; top->s_axil_app_ctrl_arvalid; i++) {
            bool taken = top->s_axil_app_ctrl_arready;
            edge();
            if (taken) top->s_axil_app_ctrl_arvalid = 0;
            settle();
            if (i > 2000) fail("a register read hangs");
        }
        for (int i = 0; !top->s_axil_app_ctrl_rvalid; i++) {
            edge();
            if (i > 2000) fail("a register read is not answered");
        }
        uint32_t value = top->s_axil_app_ctrl_rdata;
        edge();
        return value;
    }
    long ofTenant(int port, bool tx, int tenant, int outcome) {
        return counter(port, tx, tenant * Outcomes + outcome);
    }
    long ofAll(int port, bool tx, int reason) { return counter(port, tx, OfAll | reason); }
    long counter(int port, bool tx, uint32_t index) {
        namespace registers = interface_registers;
        uint32_t base = registers::Base + port * registers::Size;
        write(base + registers::CounterSelect, static_cast<uint32_t>(tx) << 31 | index);
        while (read(base + registers::CounterStatus) & 1) {}
        return read(base + registers::CounterPacketsLo);
    }

    void driveRing(bool more) {
        Bytes frame;
        if (more && slowInPace.go(now) && slowInPace.random.percent(3) && ring.canSend()) {
            Interface& i = *interfaces[slowInPace.random.below(IF)];
            ring.send(slowFrame(seed, i.n, i.slowNumber++).bytes);
            i.total.injected++;
        }
        if (slowOutPace.go(now) && ring.receive(frame)) {
            if (frame.size() < 50 || frame[3] >= IF) fail("a frame of the ring without header");
            interfaces[frame[3]]->onSlow(std::move(frame));
        }
        dma->drive(static_cast<uint64_t>(now));
        if (!ringing && !doorbells.empty()) {
            top->s_axil_app_ctrl_awaddr = doorbells.front().first;
            top->s_axil_app_ctrl_wdata = doorbells.front().second;
            top->s_axil_app_ctrl_wstrb = 15;
            top->s_axil_app_ctrl_awvalid = top->s_axil_app_ctrl_wvalid = 1;
            doorbells.pop_front();
            ringing = true;
        }
    }
    void step(bool more) {
        for (auto& i : interfaces) i->drive(more);
        driveRing(more);
        top->m_axis_stat_tready = !Stat || statPace.go(now);
        settle();
        if (top->m_axis_stat_tvalid && top->m_axis_stat_tready) {
            int id = static_cast<int>(top->m_axis_stat_tid);
            if (id < 64 || id >= 64 + 2 * IF) fail("statistics of id " + std::to_string(id));
            statistics[id] += static_cast<long>(top->m_axis_stat_tdata);
        }
        bool taken[IF][3];
        for (auto& i : interfaces) {
            taken[i->n][0] = i->tx.taken();
            taken[i->n][1] = i->rx.taken();
            taken[i->n][2] = i->belowOffered && i->below.ready.get();
            i->sample();
        }
        dma->sample(static_cast<uint64_t>(now));
        if (!dma->error.empty()) fail(dma->error);
        bool aw = top->s_axil_app_ctrl_awready, w = top->s_axil_app_ctrl_wready;
        bool written = top->s_axil_app_ctrl_bvalid;
        edge();
        if (aw) top->s_axil_app_ctrl_awvalid = 0;
        if (w) top->s_axil_app_ctrl_wvalid = 0;
        if (written) ringing = false;
        for (auto& i : interfaces) i->advance(taken[i->n][0], taken[i->n][1], taken[i->n][2]);
    }

    bool idle() {
        if (!ring.allSent() || !dma->idle() || ringing) return false;
        for (auto& i : interfaces) {
            if (i->taken() || i->tx.active || i->rx.active || !i->mac.empty()) return false;
        }
        return true;
    }
};
