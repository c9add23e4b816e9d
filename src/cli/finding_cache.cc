#include "cli/finding_cache.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/stage_clock.h"
#include "check/finding_keys.h"
#include "cli/cache_record.h"
#include "diag/diagnostic_bytes.h"

namespace runbookc {
namespace {

constexpr std::string_view kEnding = ".findings.pack";
constexpr std::size_t kMostOfPage = std::size_t{256} * 1024;  // bytes of findings that are kept

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

// Of each page its path, its key and its findings.
bool FindingCache::read_known() {
  std::optional<std::string> bytes = read_cache_record(place_, kEnding);
  if (!bytes) return false;
  bytes_ = *std::move(bytes);
  std::string_view rest = bytes_;
  while (!rest.empty()) {
    const auto path = take_text(rest);
    const auto key = take_text(rest);
    const auto findings = take_text(rest);
    if (!path || !key || !findings) return false;
    known_.emplace_hint(known_.end(), *path, Known{*key, *findings});
  }
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
  std::string bytes;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    if (findings_[i].empty()) continue;
    put_text(bytes, corpus_.path_of(corpus_.pages[i]));
    put_text(bytes, keys_[i]);
    put_text(bytes, findings_[i]);
  }
  write_cache_record(place_, kEnding, bytes);
}

}  // namespace runbookc
