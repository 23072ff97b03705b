// C ABI of one card: the verilated mqnic_app_block with a MAC, host queues and a DMA engine around
// it, as Corundum has them. Corundum's own registers (BAR0) are the caller's.
//
// One card is used by one thread at a time. An error is final: snic_card_error() tells it from then
// on, and every other call returns -1.
#ifndef SNIC_CARD_H
#define SNIC_CARD_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SNIC_CARD_API __attribute__((visibility("default")))
#define SNIC_CARD_ABI 1u

enum { SNIC_CARD_WIRE = 0, SNIC_CARD_HOST = 1 };

typedef struct snic_card snic_card;

// Host memory as the card's DMA sees it: moves `length` bytes at bus address `address`, to `data`
// (write 0) or from it (write 1). Returns 0, or the error code (1..15) of the DMA status.
typedef int (*snic_card_memory)(void* context, uint64_t address, uint8_t* data, uint32_t length,
                                int write);

typedef struct {
  uint8_t kind;       // SNIC_CARD_WIRE, SNIC_CARD_HOST
  uint8_t interface;
  uint16_t queue;     // host queue; 0 for wire
  uint32_t length;    // bytes
} snic_card_frame;

typedef struct {
  uint64_t clocks;
  uint64_t dma_operations;
  uint64_t dma_failed;
  uint64_t dma_bytes;
  uint64_t dma_outstanding;
} snic_card_stats;

SNIC_CARD_API uint32_t snic_card_abi(void);
SNIC_CARD_API void snic_card_geometry(uint32_t* data_bits, uint32_t* interfaces);

// Never returns null; look at snic_card_error. The card has been reset.
SNIC_CARD_API snic_card* snic_card_create(snic_card_memory memory, void* context, uint64_t seed);
SNIC_CARD_API void snic_card_destroy(snic_card* card);
SNIC_CARD_API const char* snic_card_error(const snic_card* card);

// The application BAR; advances the clock until the answer.
SNIC_CARD_API int snic_card_read(snic_card* card, uint32_t address, uint32_t* value);
SNIC_CARD_API int snic_card_write(snic_card* card, uint32_t address, uint32_t value);

// DMA: clocks until an operation starts (at most), clocks in 100 without a handshake, operations in
// 65536 that fail.
SNIC_CARD_API int snic_card_dma(snic_card* card, uint32_t latency, uint32_t stall_percent,
                                uint32_t errors);

// Puts a frame at the end of a port's list: from the wire, or from a host transmit queue.
SNIC_CARD_API int snic_card_push(snic_card* card, const snic_card_frame* frame,
                                 const uint8_t* data);

// Advances the clock: 1 when nothing moved for 4096 clocks and no frame waits, 0 after max_clocks.
SNIC_CARD_API int snic_card_run(snic_card* card, uint64_t max_clocks);

// Takes the oldest frame that left by the wire or to a host receive queue: 1, or 0 for none. With
// a buffer that is too small only frame->length is set, and the frame stays.
SNIC_CARD_API int snic_card_pop(snic_card* card, snic_card_frame* frame, uint8_t* buffer,
                                uint32_t size);

SNIC_CARD_API void snic_card_stats_read(const snic_card* card, snic_card_stats* stats);

#ifdef __cplusplus
}
#endif
#endif
