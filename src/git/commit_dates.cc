#include "git/commit_dates.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"

namespace runbookc {
namespace {

struct Commit {
  Date date;
  bool has_parents = false;
};

// "1795618315 parent parent".
std::optional<Commit> read_commit(std::string_view text) {
  long long seconds = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (problem != std::errc()) return std::nullopt;
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto used = static_cast<std::size_t>(end - text.data());
  return Commit{std::chrono::floor<std::chrono::days>(time), !trim(text.substr(used)).empty()};
}

}  // namespace

CommitDates read_commit_dates(std::string_view output, bool shallow) {
  CommitDates dates;
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
      if (commit && shallow && !commit->has_parents) {
        dates.cut_off = true;
        commit.reset();
      }
    } else if (commit) {
      if (is_first && field.starts_with('\n')) field.remove_prefix(1);
      is_first = false;
      const auto [entry, is_new] = dates.last.try_emplace(std::string(field), commit->date);
      if (!is_new) entry->second = std::max(entry->second, commit->date);
    }
  }
  return dates;
}

}  // namespace runbookc
