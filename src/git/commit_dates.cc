#include "git/commit_dates.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"

namespace runbookc {
namespace {

struct Commit {
  std::string_view hash;
  Date date;
  bool has_parents = false;
};

// "hash 1795618315 parent parent".
std::optional<Commit> read_commit(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  const std::string_view hash = text.substr(0, space);
  text.remove_prefix(space + 1);
  long long seconds = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (problem != std::errc()) return std::nullopt;
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto used = static_cast<std::size_t>(end - text.data());
  return Commit{hash, std::chrono::floor<std::chrono::days>(time),
                !trim(text.substr(used)).empty()};
}

// Calls `take(commit, path)` for each file of each commit.
template <typename Take>
void for_each_file(std::string_view output, const Take& take) {
  std::optional<Commit> commit;
  bool is_header = false;
  // An empty field, which no path is, announces a commit; a line feed comes before its first path.
  bool is_first = false;
  for (std::string_view field : split(output, '\0')) {
    if (field.empty()) {
      is_header = true;
    } else if (is_header) {
      commit = read_commit(field);
      is_header = false;
      is_first = true;
    } else if (commit) {
      if (is_first && field.starts_with('\n')) field.remove_prefix(1);
      is_first = false;
      take(*commit, field);
    }
  }
}

}  // namespace

std::set<CommitFile> read_commit_files(std::string_view output) {
  std::set<CommitFile> files;
  for_each_file(output, [&](const Commit& commit, std::string_view path) {
    files.emplace(commit.hash, path);
  });
  return files;
}

CommitDates read_commit_dates(std::string_view output, bool shallow,
                              const std::set<CommitFile>& without) {
  CommitDates dates;
  for_each_file(output, [&](const Commit& commit, std::string_view path) {
    if (shallow && !commit.has_parents) {
      dates.cut_off = true;
      return;
    }
    if (without.contains({std::string(commit.hash), std::string(path)})) return;
    const auto [entry, is_new] = dates.last.try_emplace(std::string(path), commit.date);
    if (!is_new) entry->second = std::max(entry->second, commit.date);
  });
  return dates;
}

}  // namespace runbookc
