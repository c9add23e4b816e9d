#include "cli/finding_cache.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/digest.h"
#include "base/stage_clock.h"
#include "check/finding_keys.h"
#include "cli/cache_folder.h"
#include "diag/diagnostic_bytes.h"

namespace runbookc {
namespace {

constexpr std::string_view kEnding = ".findings.pack";
constexpr std::size_t kHash = 32;                             // digits of hash_hex
constexpr std::size_t kMostOfPage = std::size_t{256} * 1024;  // bytes of findings that are kept

void append_text(std::string& out, std::string_view text) {
  for (unsigned shift = 0; shift < 32; shift += 8) {
    out += static_cast<char>(text.size() >> shift & 0xff);
  }
  out += text;
}

// Takes a text from the front; nothing if it is not there.
std::optional<std::string_view> take_text(std::string_view& bytes) {
  if (bytes.size() < sizeof(std::uint32_t)) return std::nullopt;
  std::size_t size = 0;
  for (unsigned i = 0; i < sizeof(std::uint32_t); ++i) {
    size |= std::size_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  bytes.remove_prefix(sizeof(std::uint32_t));
  if (size > bytes.size()) return std::nullopt;
  const std::string_view text = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return text;
}

}  // namespace

FindingCache::FindingCache(CachePlace place, const Corpus& corpus, unsigned threads)
    : place_(std::move(place)), corpus_(corpus) {
  if (!is_on()) return;
  const StageScope stage(Stage::cache);
  keys_ = finding_keys(corpus, threads);
  findings_.resize(keys_.size());
  is_new_.resize(keys_.size());
  if (!read_known()) known_.clear();
}

// A file is a digest of all that follows and of the identity, then path, key and findings of each
// page.
bool FindingCache::read_known() {
  const CacheFolder folder(place_.folder, place_.project, false);
  if (!folder.is_open()) return false;
  const auto file = folder.open_file(place_.name + std::string(kEnding));
  std::optional<std::string> bytes = file ? file->read({0, file->size()}) : std::nullopt;
  if (!bytes || bytes->size() < kHash) return false;
  bytes_ = *std::move(bytes);
  std::string_view rest = std::string_view(bytes_).substr(kHash);
  if (!bytes_.starts_with(hash_hex(joined_parts({place_.identity, rest})))) return false;
  while (!rest.empty()) {
    const auto path = take_text(rest);
    const auto key = take_text(rest);
    const auto findings = take_text(rest);
    if (!path || !key || !findings) return false;
    known_.emplace_hint(known_.end(), *path, Known{*key, *findings});
  }
  folder.touch_file(place_.name + std::string(kEnding));
  return true;
}

std::optional<std::vector<Diagnostic>> FindingCache::recall(Index page) {
  const StageScope stage(Stage::cache);
  const auto known = known_.find(corpus_.path_of(corpus_.pages[page]));
  if (keys_[page].empty() || known == known_.end() || known->second.key != keys_[page])
    return std::nullopt;
  auto found = diagnostics_from_bytes(known->second.findings);
  if (found) findings_[page] = known->second.findings;
  return found;
}

void FindingCache::keep(Index page, const std::vector<Diagnostic>& found) {
  const StageScope stage(Stage::cache);
  std::string bytes = diagnostics_to_bytes(found);
  if (keys_[page].empty() || bytes.size() > kMostOfPage) return;
  findings_[page] = std::move(bytes);
  is_new_[page] = 1;
}

void FindingCache::save() const {
  const StageScope stage(Stage::cache);
  const bool same = std::ranges::find(is_new_, 1) == is_new_.end() && known_.size() <= keys_.size();
  if (!is_on() || same) return;
  const CacheFolder folder(place_.folder, place_.project, true);
  if (!folder.is_open()) return;
  std::string bytes;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (findings_[i].empty()) continue;
    append_text(bytes, corpus_.path_of(corpus_.pages[i]));
    append_text(bytes, keys_[i]);
    append_text(bytes, findings_[i]);
  }
  const std::string digest = hash_hex(joined_parts({place_.identity, bytes}));
  (void)folder.replace_file(place_.name + std::string(kEnding),
                            [&](const PackSink& sink) { return sink(digest) && sink(bytes); });
}

}  // namespace runbookc
