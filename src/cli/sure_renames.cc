#include "cli/sure_renames.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>

namespace runbookc {
namespace {

// Below this, two stubs of different pages are as likely the same as a page and itself.
constexpr std::size_t kFewestBytes = 200;
constexpr std::uint64_t kMostBytes = std::uint64_t{4} * 1024 * 1024;

using Counts = std::map<std::string_view, std::size_t, std::less<>>;  // by hash

Counts counts_of(const ChangeSet& changes) {
  Counts counts;
  for (const auto& [path, hash] : changes.deleted_texts) ++counts[hash];
  return counts;
}

// The files that only moved, and whose text nothing else had that was deleted; by their text.
std::map<std::string, std::string, std::less<>> candidates(const ChangeSet& changes,
                                                           const Files& files) {
  const Counts counts = counts_of(changes);
  std::map<std::string, std::string, std::less<>> by_text;
  for (const auto& [path, change] : changes.files) {
    if (!change.only_renamed) continue;
    const auto hash = changes.deleted_texts.find(change.renamed_from);
    if (hash == changes.deleted_texts.end() || counts.at(hash->second) > 1) continue;
    ReadOutcome text = files.read(path, kMostBytes);
    if (text.failure != ReadFailure::none || text.bytes.size() < kFewestBytes) continue;
    by_text.emplace(std::move(text.bytes), path);
  }
  return by_text;
}

}  // namespace

std::set<std::string, std::less<>> sure_renames(const ChangeSet& changes, const Files& files) {
  const auto by_text = candidates(changes, files);
  std::set<std::string, std::less<>> sure;
  std::size_t longest = 0;
  for (const auto& [text, path] : by_text) {
    sure.insert(path);
    longest = std::max(longest, text.size());
  }
  if (sure.empty()) return sure;
  for (const auto& [path, change] : changes.files) {
    if (!change.whole) continue;  // it was there before
    const auto twin = by_text.find(files.read(path, longest).bytes);
    if (twin != by_text.end() && twin->second != path) sure.erase(twin->second);
  }
  return sure;
}

}  // namespace runbookc
