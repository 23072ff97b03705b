// Corundum around mqnic_app_block: 32 transmit slots an interface, each freed only by the
// completion with its tag; a MAC that completes what it sends; wire frames that wait in a FIFO; a
// DMA engine with operations that overtake each other, and a host with packet rings.
// Random frames, random stalls of every stream. Every frame that comes out is compared with the
// one that went in.
//
//   liveness [--frames N] [--seed S] [--lose N]      N: frames of both directions, all interfaces
// Exit code 1 and FAIL: a slot was lost, answered twice or wrongly, or a frame was wrong.
// --lose N: the MAC forgets its Nth completion, which must end in FAIL.
#include <chrono>

#include "bench.hpp"

// Every punt came out of the ring, or was dropped and counted there.
static void accountRing(Bench& bench, long punts, long toSlow) {
    namespace ring = ring_registers;
    long drops = bench.read(ring::Base + ring::RxDropsLo);
    long moved = bench.read(ring::Base + ring::RxPacketsLo);
    std::printf("ring: %ld punts = %ld received + %ld dropped; %ld DMA operations\n", punts, toSlow,
                drops, static_cast<long>(bench.dma->operations));
    if (bench.ring.misses) fail("DMA outside of the rings' memory");
    if (bench.ring.errors) fail("an entry with an error");
    if (moved != toSlow || toSlow + drops != punts) fail("the ring does not account for punts");
}

static long account(Bench& bench, Interface& i) {
    // By reason; and by tenant and class, which must be the same packets.
    long tx[Reasons] = {}, rx[Reasons] = {}, txAll = 0, rxAll = 0;
    for (int reason = 0; reason < Reasons; reason++) {
        txAll += tx[reason] = bench.ofAll(i.n, true, reason);
        rxAll += rx[reason] = bench.ofAll(i.n, false, reason);
    }
    for (int outcome = 0; outcome < Outcomes; outcome++) {
        long t = 0, r = 0;
        for (int tenant : {0, world::Tenant, world::FarTenant}) {
            t += bench.ofTenant(i.n, true, tenant, outcome);
            r += bench.ofTenant(i.n, false, tenant, outcome);
        }
        for (int n = 0; n < Reasons / Outcomes; n++) {
            t -= tx[outcome * Outcomes + n], r -= rx[outcome * Outcomes + n];
        }
        if (t || r) fail("tenants and reasons differ in class " + std::to_string(outcome));
    }
    long far = bench.ofTenant(i.n, true, world::FarTenant, outcome::Answer)
               + bench.ofTenant(i.n, false, world::FarTenant, outcome::Delivered);
    const Totals& t = i.total;
    std::printf("interface %d: from host %ld = completed below %ld + here %ld; from wire %ld; "
                "to wire %ld, host %ld, slow %ld, stamps overtaken %ld\n",
                i.n, t.sent, t.below, t.ours, t.received, t.wire, t.toHost, t.toSlow, t.unknown);
    std::printf("interface %d: tx bad %ld, no route %ld, bad injection %ld, limited %ld, full %ld; "
                "rx rate exceeded %ld, full %ld\n",
                i.n, tx[reason::BadFrame], tx[reason::NoRoute], tx[reason::BadInjection],
                tx[reason::SlowPathLimit], tx[reason::QueueFull], rx[reason::RateExceeded],
                rx[reason::QueueFull]);
    if (txAll != t.sent + t.injected || rxAll != t.received) {
        fail("the counters do not account for every frame");
    }
    if (t.below + t.ours != t.sent || t.wire != tx[reason::Wire]) {
        fail("the completions do not account for every frame");
    }
    if (t.toHost != rx[reason::Host] + tx[reason::Answer] - (FarIsNamed ? 0 : far)) {
        fail("the counters do not account for the frames at the host");
    }
    if (bench.statistics[64 + 2 * i.n] != (Stat ? t.ours : 0)
        || bench.statistics[65 + 2 * i.n] != (Stat && !FarIsNamed ? far : 0)) {
        fail("the statistics do not account for completions and swallowed frames");
    }
    if (W == 512 && t.sent > 50000) {  // long enough for everything to have happened
        // 32 slots hold less than a queue: from the host nothing need ever find one full.
        for (int n : {reason::Wire, reason::Slow, reason::Answer, reason::NoRoute,
                      reason::SlowPathLimit, reason::BadFrame, reason::UnknownPort,
                      reason::BadInjection}) {
            if (!tx[n]) fail("no frame from the host by reason " + std::to_string(n));
        }
        for (int n : {reason::Host, reason::Slow, reason::RateExceeded, reason::QueueFull,
                      reason::BadFrame, reason::ForeignAddress, reason::UnknownVni}) {
            if (!rx[n]) fail("no frame from the wire by reason " + std::to_string(n));
        }
    }
    return rx[reason::Slow] + tx[reason::Slow];
}

int main(int argc, char** argv) {
    long frames = 20000;
    for (int i = 1; i + 1 < argc; i += 2) {
        std::string option = argv[i];
        long value = std::atol(argv[i + 1]);
        if (option == "--frames") frames = value;
        else if (option == "--seed") seed = static_cast<uint64_t>(value);
        else if (option == "--lose") loseAt = value;
        else fail("unknown option " + option);
    }
    std::printf("seed %llu, %d bit, %d interfaces, RAM of 2^%d bytes, tags of %d bits\n",
                static_cast<unsigned long long>(seed), W, IF, RamAddrBits, TagBits);
    auto started = std::chrono::steady_clock::now();
    Bench bench;
    long first = now;
    for (auto& i : bench.interfaces) i->lastProgress = now;
    for (long count = 0, told = 0; count < frames;) {
        bench.step(true);
        count = 0;
        for (auto& i : bench.interfaces) {
            count += i->total.sent + i->total.received + i->total.injected;
        }
        if (count >= told + 1000000) {
            told = count;
            std::fprintf(stderr, "%ld of %ld million frames\n", count / 1000000, frames / 1000000);
        }
    }
    for (auto& i : bench.interfaces) i->steady();
    bench.slowOutPace.steady = true;
    while (!bench.idle()) bench.step(false);
    for (int k = 0; k < 80000; k++) bench.step(false);  // nothing may be left, or come late
    long clocks = now - first;
    long punts = 0, toSlow = 0;
    for (auto& i : bench.interfaces) {
        punts += account(bench, *i);
        toSlow += i->total.toSlow;
    }
    accountRing(bench, punts, toSlow);
    double s = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    std::printf("PASS %ld frames, %ld clocks, %.0f kHz\n", frames, clocks, clocks / s / 1000);
    return 0;
}
