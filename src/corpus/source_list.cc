#include "corpus/source_list.h"

#include <utility>

#include "base/digest.h"
#include "base/stage_clock.h"

namespace runbookc {

// A file that is gone is one without bytes: changed, in any case.
SourceFile SourceList::read(const Slot& slot) const {
  const StageScope stage(Stage::read);
  ReadOutcome outcome = state_->files->read(slot.path, state_->limit);
  const bool same = outcome.failure == ReadFailure::none && sha256_hex(outcome.bytes) == slot.hash;
  if (!same) state_->changed = true;
  return {slot.path, std::move(outcome.bytes)};
}

const SourceFile& SourceList::operator[](std::size_t i) const {
  Slot& slot = state_->slots[i];
  if (!slot.hash.empty()) std::call_once(slot.read, [&] { slot.source.emplace(read(slot)); });
  return *slot.source;
}

void SourceList::add(SourceFile source, std::optional<FileStamp> stamp) {
  Slot& slot = state_->slots.emplace_back();
  slot.path = source.path();
  slot.stamp = stamp;
  slot.source.emplace(std::move(source));
}

void SourceList::put_off(std::string path, const KnownSource& known) {
  Slot& slot = state_->slots.emplace_back();
  slot.path = std::move(path);
  slot.stamp = known.stamp;
  slot.hash = known.hash;
}

}  // namespace runbookc
