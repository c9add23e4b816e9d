#include "cli/source_cache.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/stage_clock.h"
#include "cli/cache_record.h"

namespace runbookc {
namespace {

constexpr std::string_view kEnding = ".sources.pack";

// The clock that files get their times from ticks a few times in a hundredth of a second, and some
// file systems keep whole seconds: whoever changes a file twice within one may leave the same times
// both times. git has the same rule ("racy git").
constexpr std::int64_t kSettled = 2;  // seconds

void put_time(std::string& out, FileTime time) {
  put_number(out, static_cast<std::uint64_t>(time.seconds));
  put_number(out, static_cast<std::uint64_t>(time.nanoseconds));
}

void put_stamp(std::string& out, const FileStamp& stamp) {
  for (const std::uint64_t number : {stamp.device, stamp.inode, stamp.size}) {
    put_number(out, number);
  }
  put_time(out, stamp.modified);
  put_time(out, stamp.changed);
}

std::optional<FileTime> take_time(std::string_view& bytes) {
  const auto seconds = take_number(bytes);
  const auto nanoseconds = take_number(bytes);
  if (!seconds || !nanoseconds) return std::nullopt;
  return FileTime{.seconds = static_cast<std::int64_t>(*seconds),
                  .nanoseconds = static_cast<std::int64_t>(*nanoseconds)};
}

std::optional<FileStamp> take_stamp(std::string_view& bytes) {
  const auto device = take_number(bytes);
  const auto inode = take_number(bytes);
  const auto size = take_number(bytes);
  const auto modified = take_time(bytes);
  const auto changed = take_time(bytes);
  if (!device || !inode || !size || !modified || !changed) return std::nullopt;
  return FileStamp{.device = *device,
                   .inode = *inode,
                   .size = *size,
                   .modified = *modified,
                   .changed = *changed};
}

// Of each source its path, its digest and its stamp.
KnownSources read_sources(std::string_view bytes) {
  StringMap<KnownSource> sources;
  while (!bytes.empty()) {
    const auto path = take_text(bytes);
    const auto hash = take_text(bytes);
    const auto stamp = take_stamp(bytes);
    if (!path || !hash || !stamp) return {};
    sources.try_emplace(std::string(*path), KnownSource{*stamp, std::string(*hash)});
  }
  return KnownSources(std::move(sources));
}

}  // namespace

SourceCache::SourceCache(CachePlace place, std::int64_t now) : place_(std::move(place)), now_(now) {
  if (place_.folder.empty()) return;
  const StageScope stage(Stage::cache);
  if (const auto bytes = read_cache_record(place_, kEnding)) known_ = read_sources(*bytes);
}

bool SourceCache::is_settled(const FileStamp& stamp) const {
  const std::int64_t latest = now_ - kSettled;
  return stamp.modified.seconds < latest && stamp.changed.seconds < latest;
}

void SourceCache::save(const Corpus& corpus) const {
  if (place_.folder.empty()) return;
  const StageScope stage(Stage::cache);
  std::vector<std::size_t> kept;
  bool has_new = known_.size() > corpus.sources.size();
  for (std::size_t i = 0; i < corpus.sources.size(); ++i) {
    const std::optional<FileStamp>& stamp = corpus.sources.stamp(i);
    if (!stamp || !is_settled(*stamp) || corpus.documents.outline(i).hides_secrets) continue;
    kept.push_back(i);
    has_new = has_new || corpus.sources.known_hash(i).empty();
  }
  if (!has_new) return;
  std::string bytes;
  for (const std::size_t i : kept) {
    const Document& outline = corpus.documents.outline(i);
    put_text(bytes, outline.path);
    put_text(bytes, outline.source_hash);
    put_stamp(bytes, *corpus.sources.stamp(i));
  }
  write_cache_record(place_, kEnding, bytes);
}

}  // namespace runbookc
