#include "cli/cache_record.h"

#include "base/digest.h"
#include "cli/cache_folder.h"

namespace runbookc {
namespace {

constexpr std::size_t kHash = 32;  // digits of hash_hex, at the end

std::string digest_of(const CachePlace& place, std::string_view bytes) {
  return hash_hex(joined_parts({place.identity, bytes}));
}

}  // namespace

std::optional<std::string> read_cache_record(const CachePlace& place, std::string_view ending) {
  const CacheFolder folder(place.folder, place.project, false);
  if (!folder.is_open()) return std::nullopt;
  const std::string name = place.name + std::string(ending);
  const auto file = folder.open_file(name);
  std::optional<std::string> bytes = file ? file->read({0, file->size()}) : std::nullopt;
  if (!bytes || bytes->size() < kHash) return std::nullopt;
  const std::string digest = bytes->substr(bytes->size() - kHash);
  bytes->resize(bytes->size() - kHash);
  if (digest != digest_of(place, *bytes)) return std::nullopt;
  folder.touch_file(name);
  return bytes;
}

void write_cache_record(const CachePlace& place, std::string_view ending, std::string_view bytes) {
  const CacheFolder folder(place.folder, place.project, true);
  if (!folder.is_open()) return;
  const std::string digest = digest_of(place, bytes);
  (void)folder.replace_file(place.name + std::string(ending),
                            [&](const PackSink& sink) { return sink(bytes) && sink(digest); });
}

void put_number(std::string& out, std::uint64_t number) {
  for (unsigned shift = 0; shift < 64; shift += 8) out += static_cast<char>(number >> shift & 0xff);
}

void put_text(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

std::optional<std::uint64_t> take_number(std::string_view& bytes) {
  if (bytes.size() < sizeof(std::uint64_t)) return std::nullopt;
  std::uint64_t number = 0;
  for (unsigned i = 0; i < sizeof number; ++i) {
    number |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  bytes.remove_prefix(sizeof number);
  return number;
}

std::optional<std::string_view> take_text(std::string_view& bytes) {
  const std::optional<std::uint64_t> size = take_number(bytes);
  if (!size || *size > bytes.size()) return std::nullopt;
  const std::string_view text = bytes.substr(0, *size);
  bytes.remove_prefix(*size);
  return text;
}

}  // namespace runbookc
