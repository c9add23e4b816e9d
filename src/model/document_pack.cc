#include "model/document_pack.h"

#include <algorithm>
#include <utility>

#include "base/digest.h"
#include "model/serialise.h"

namespace runbookc {
namespace {

constexpr std::string_view kMagic = "runbookc pack 1\n";
constexpr std::size_t kHashSize = 64;  // digits of SHA-256
constexpr std::size_t kNumberSize = 8;
constexpr std::size_t kEntryNumbers = 4;  // sizes of path, outline and body; offset of the body

// Offset and size of the outlines, size of the index, checksum of identity, index and footer.
struct Footer {
  PackPart outlines;
  PackPart index;
  std::uint64_t checksum = 0;
};
constexpr std::size_t kFooterSize = 4 * kNumberSize + kMagic.size();

void append_number(std::string& out, std::uint64_t value) {
  for (unsigned shift = 0; shift < 64; shift += 8) out += static_cast<char>(value >> shift & 0xff);
}

// Takes a number from the front. Precondition: it is there.
std::uint64_t take_number(std::string_view& bytes) {
  std::uint64_t value = 0;
  for (unsigned i = 0; i < kNumberSize; ++i) {
    value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  bytes.remove_prefix(kNumberSize);
  return value;
}

std::uint64_t checksum_of(std::string_view identity, std::string_view index, PackPart outlines) {
  std::string summed(identity);
  append_number(summed, outlines.offset);
  append_number(summed, outlines.size);
  append_number(summed, index.size());
  append_number(summed, hash64(index));
  return hash64(summed);
}

bool lies_within(PackPart part, std::uint64_t begin, std::uint64_t end) {
  return part.offset >= begin && part.offset <= end && part.size <= end - part.offset;
}

// What the last bytes of a pack say, if they fit its size.
std::optional<Footer> read_footer(const PackBytes& pack) {
  if (pack.size() < kFooterSize) return std::nullopt;
  const auto bytes = pack.read({pack.size() - kFooterSize, kFooterSize});
  if (!bytes || !bytes->ends_with(kMagic)) return std::nullopt;
  std::string_view rest(*bytes);
  Footer footer;
  footer.outlines.offset = take_number(rest);
  footer.outlines.size = take_number(rest);
  footer.index.size = take_number(rest);
  footer.checksum = take_number(rest);
  const std::uint64_t end = pack.size() - kFooterSize;
  if (!lies_within(footer.outlines, 0, end)) return std::nullopt;
  footer.index.offset = footer.outlines.offset + footer.outlines.size;
  if (footer.index.size != end - footer.index.offset) return std::nullopt;
  return footer;
}

// Reads an index whose checksum is right. Whether it makes sense is asked all the same.
class IndexReader {
 public:
  IndexReader(std::string_view index, PackPart outlines) : rest_(index), outlines_(outlines) {
    next_outline_ = outlines.offset;
  }

  std::optional<std::vector<PackEntry>> read() {
    std::vector<PackEntry> entries;
    while (!rest_.empty()) {
      auto entry = read_entry();
      if (!entry || (!entries.empty() && entries.back().path >= entry->path)) return std::nullopt;
      entries.push_back(*std::move(entry));
    }
    return entries;
  }

 private:
  std::optional<PackEntry> read_entry() {
    if (rest_.size() < kEntryNumbers * kNumberSize + kHashSize) return std::nullopt;
    PackEntry entry;
    const std::uint64_t path_size = take_number(rest_);
    entry.outline = {next_outline_, take_number(rest_)};
    entry.body.offset = take_number(rest_);
    entry.body.size = take_number(rest_);
    if (rest_.size() - kHashSize < path_size) return std::nullopt;
    if (!lies_within(entry.body, 0, outlines_.offset) ||
        !lies_within(entry.outline, outlines_.offset, outlines_.offset + outlines_.size)) {
      return std::nullopt;
    }
    entry.source_hash = rest_.substr(0, kHashSize);
    entry.path = rest_.substr(kHashSize, path_size);
    rest_.remove_prefix(kHashSize + path_size);
    next_outline_ += entry.outline.size;
    return entry;
  }

  std::string_view rest_;
  PackPart outlines_;
  std::uint64_t next_outline_ = 0;
};

std::optional<Document> document_of(const std::optional<std::string>& bytes,
                                    const PackEntry& entry) {
  if (!bytes) return std::nullopt;
  std::optional<Document> document = deserialise(*bytes);
  const bool fits =
      document && document->path == entry.path && document->source_hash == entry.source_hash;
  return fits ? std::move(document) : std::nullopt;
}

}  // namespace

std::optional<DocumentPack> DocumentPack::open(std::shared_ptr<const PackBytes> bytes,
                                               std::string_view identity) {
  const std::optional<Footer> footer = read_footer(*bytes);
  if (!footer) return std::nullopt;
  std::optional<std::string> index = bytes->read(footer->index);
  if (!index || footer->checksum != checksum_of(identity, *index, footer->outlines)) {
    return std::nullopt;
  }
  auto entries = IndexReader(*index, footer->outlines).read();
  if (!entries) return std::nullopt;
  DocumentPack pack;
  pack.bytes_ = std::move(bytes);
  pack.entries_ = *std::move(entries);
  return pack;
}

const PackEntry* DocumentPack::find(std::string_view path, std::string_view source_hash) const {
  const auto entry = std::ranges::lower_bound(
      entries_, path, {}, [](const PackEntry& one) { return std::string_view(one.path); });
  const bool known =
      entry != entries_.end() && entry->path == path && entry->source_hash == source_hash;
  return known ? &*entry : nullptr;
}

// One by one, on the threads that want them: all at once, 24 MB of 10,000 runbooks, would be as
// many fresh pages of memory, which take longer than the calls.
std::optional<Document> DocumentPack::outline(const PackEntry& entry) const {
  return document_of(outline_bytes(entry), entry);
}

std::optional<Document> DocumentPack::body(const PackEntry& entry) const {
  return document_of(body_bytes(entry), entry);
}

std::optional<std::string> DocumentPack::outline_bytes(const PackEntry& entry) const {
  return bytes_->read(entry.outline);
}

std::optional<std::string> DocumentPack::body_bytes(const PackEntry& entry) const {
  return bytes_->read(entry.body);
}

std::string pack_footer(PackPart outlines, std::string_view index, std::string_view identity) {
  std::string footer;
  append_number(footer, outlines.offset);
  append_number(footer, outlines.size);
  append_number(footer, index.size());
  append_number(footer, checksum_of(identity, index, outlines));
  footer += kMagic;
  return footer;
}

PackWriter::PackWriter(PackSink sink, std::string identity)
    : sink_(std::move(sink)), identity_(std::move(identity)) {}

void PackWriter::write(std::string_view bytes) {
  ok_ = ok_ && sink_(bytes);
  written_ += bytes.size();
}

void PackWriter::add(std::string_view path, std::string_view source_hash, std::string_view outline,
                     std::string_view body) {
  entries_.push_back({.path = std::string(path),
                      .source_hash = std::string(source_hash),
                      .outline = {outlines_.size(), outline.size()},
                      .body = {written_, body.size()}});
  outlines_ += outline;
  write(body);
}

bool PackWriter::finish() {
  const PackPart outlines{written_, outlines_.size()};
  write(outlines_);
  std::string index;
  for (const PackEntry& entry : entries_) {
    append_number(index, entry.path.size());
    append_number(index, entry.outline.size);
    append_number(index, entry.body.offset);
    append_number(index, entry.body.size);
    index += entry.source_hash;
    index += entry.path;
  }
  write(index);
  write(pack_footer(outlines, index, identity_));
  return ok_;
}

}  // namespace runbookc
