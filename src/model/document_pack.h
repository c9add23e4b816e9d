// Many serialised documents in one file, to be read piece by piece.
//
// The bodies come first, then the outlines (model/outline.h) side by side, then the index, sorted
// by path, and last a footer that tells where those are. Index and footer have a checksum, as each
// document has its own (model/serialise.h): damage costs what it hits, and nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace runbookc {

// A stretch of a pack.
struct PackPart {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
};

// The bytes of a pack, wherever they are. Thread-safe.
class PackBytes {
 public:
  virtual ~PackBytes() = default;
  virtual std::uint64_t size() const = 0;
  // Exactly the part, which lies within the size; nothing if it cannot be read.
  virtual std::optional<std::string> read(PackPart part) const = 0;
};

// A pack in memory, for tests.
class MemoryPack final : public PackBytes {
 public:
  explicit MemoryPack(std::string bytes) : bytes_(std::move(bytes)) {}
  std::uint64_t size() const override { return bytes_.size(); }
  std::optional<std::string> read(PackPart part) const override {
    return bytes_.substr(part.offset, part.size);
  }

 private:
  std::string bytes_;
};

struct PackEntry {
  std::string path;
  std::string source_hash;  // SHA-256 of what the document was made from, in hex
  PackPart outline;
  PackPart body;  // the whole document
};

// Immutable and thread-safe.
class DocumentPack {
 public:
  // Nothing if this is no pack of this version of the format, if it is damaged where it tells what
  // is in it, or if it was made under another `identity`.
  static std::optional<DocumentPack> open(std::shared_ptr<const PackBytes> bytes,
                                          std::string_view identity);

  const std::vector<PackEntry>& entries() const { return entries_; }
  // Null if it holds nothing that was made from a source of this path and hash.
  const PackEntry* find(std::string_view path, std::string_view source_hash) const;
  std::uint64_t size() const { return bytes_->size(); }

  // Nothing if it is damaged, or not the entry's after all.
  std::optional<Document> outline(const PackEntry& entry) const;
  std::optional<Document> body(const PackEntry& entry) const;

  // As they are stored, unchecked; nothing if they cannot be read.
  std::optional<std::string> outline_bytes(const PackEntry& entry) const;
  std::optional<std::string> body_bytes(const PackEntry& entry) const;

 private:
  std::shared_ptr<const PackBytes> bytes_;
  std::vector<PackEntry> entries_;
};

// Takes what was written; false if it failed.
using PackSink = std::function<bool(std::string_view)>;

// The end of a pack, behind its index. For PackWriter, and for tests that forge one.
std::string pack_footer(PackPart outlines, std::string_view index, std::string_view identity);

// Writes a pack from its front to its end. Once the sink failed nothing more is written.
class PackWriter {
 public:
  PackWriter(PackSink sink, std::string identity);

  // Precondition: in ascending order of paths, each once. `outline` and `body` are serialised.
  void add(std::string_view path, std::string_view source_hash, std::string_view outline,
           std::string_view body);
  // Writes outlines, index and footer. Whether the sink took everything.
  bool finish();

 private:
  void write(std::string_view bytes);

  PackSink sink_;
  std::string identity_;
  std::vector<PackEntry> entries_;
  std::string outlines_;
  std::uint64_t written_ = 0;
  bool ok_ = true;
};

}  // namespace runbookc
