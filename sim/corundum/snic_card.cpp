#include "snic_card.h"

#include "card.hpp"

struct snic_card {
  snic::Card card;
};

using snic::Frame;

extern "C" {

uint32_t snic_card_abi(void) { return SNIC_CARD_ABI; }

void snic_card_geometry(uint32_t* data_bits, uint32_t* interfaces) {
  *data_bits = SNIC_DATA_W;
  *interfaces = SNIC_IF_COUNT;
}

snic_card* snic_card_create(snic_card_memory memory, void* context, uint64_t seed) {
  return new snic_card{snic::Card(memory, context, seed)};
}

void snic_card_destroy(snic_card* card) { delete card; }

const char* snic_card_error(const snic_card* card) {
  return card->card.error.empty() ? nullptr : card->card.error.c_str();
}

int snic_card_read(snic_card* card, uint32_t address, uint32_t* value) {
  return card->card.error.empty() && card->card.read(address, *value) ? 0 : -1;
}

int snic_card_write(snic_card* card, uint32_t address, uint32_t value) {
  return card->card.error.empty() && card->card.write(address, value) ? 0 : -1;
}

int snic_card_dma(snic_card* card, uint32_t latency, uint32_t stall_percent, uint32_t errors) {
  if (stall_percent > 99 || errors > 65535) {
    card->card.error = "DMA: stalls are below 100 percent, errors below 65536";
    return -1;
  }
  card->card.dma().behaviour = {latency, stall_percent, errors};
  return 0;
}

int snic_card_push(snic_card* card, const snic_card_frame* frame, const uint8_t* data) {
  if (!card->card.error.empty()) return -1;
  if (frame->length == 0 || frame->interface >= snic::kInterfaces ||
      frame->kind > SNIC_CARD_HOST) {
    card->card.error = "no such port, or a frame without bytes";
    return -1;
  }
  card->card.push(*frame, data);
  return 0;
}

int snic_card_run(snic_card* card, uint64_t max_clocks) { return card->card.run(max_clocks); }

int snic_card_pop(snic_card* card, snic_card_frame* frame, uint8_t* buffer, uint32_t size) {
  if (card->card.received.empty()) return 0;
  const Frame& front = card->card.received.front();
  *frame = front.head;
  if (front.bytes.size() > size) return 0;
  memcpy(buffer, front.bytes.data(), front.bytes.size());
  card->card.received.pop_front();
  return 1;
}

void snic_card_stats_read(const snic_card* card, snic_card_stats* stats) {
  const snic::Dma& dma = card->card.dma();
  *stats = {card->card.clocks(), dma.operations, dma.failed, dma.bytes, dma.outstanding()};
}

}  // extern "C"
