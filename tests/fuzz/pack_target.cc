// Whatever the bytes are, a pack reads within them, and gives documents that are whole or none.
// They are read again with a footer that fits them, so that more than the footer is looked at.
#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"
#include "model/document_pack.h"

namespace runbookc {
namespace {

constexpr std::string_view kIdentity = "fuzz";

void read_all(std::string bytes) {
  const auto pack =
      DocumentPack::open(std::make_shared<const MemoryPack>(std::move(bytes)), kIdentity);
  if (!pack) return;
  for (const PackEntry& entry : pack->entries()) {
    promise(pack->find(entry.path, entry.source_hash) == &entry, "an entry is found by its names");
    const auto outline = pack->outline(entry);
    promise(!outline || outline->path == entry.path, "an outline is of its entry's path");
    const auto body = pack->body(entry);
    promise(!body || body->source_hash == entry.source_hash, "a body is of its entry's source");
  }
}

}  // namespace

void fuzz_pack(std::string_view bytes) {
  read_all(std::string(bytes));
  if (bytes.size() < 2) return;
  const std::size_t bodies =
      std::min<std::size_t>(static_cast<unsigned char>(bytes[0]), bytes.size());
  const std::size_t outlines =
      std::min<std::size_t>(static_cast<unsigned char>(bytes[1]), bytes.size() - bodies);
  const std::string_view index = bytes.substr(bodies + outlines);
  read_all(std::string(bytes) + pack_footer({bodies, outlines}, index, kIdentity));
}

}  // namespace runbookc
