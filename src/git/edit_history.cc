#include "git/edit_history.h"

#include <array>
#include <charconv>
#include <map>
#include <span>
#include <system_error>

#include "base/text.h"

namespace runbookc {
namespace {

struct Commit {
  Date date;
  bool has_parents = false;
};

// "hash 1795618315 parent parent".
std::optional<Commit> read_commit(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  text.remove_prefix(space + 1);
  long long seconds = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (problem != std::errc()) return std::nullopt;
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto used = static_cast<std::size_t>(end - text.data());
  return Commit{std::chrono::floor<std::chrono::days>(time), !trim(text.substr(used)).empty()};
}

// ":100644 100644 <hash> <hash> R097", and the paths in the fields that follow.
struct RawChange {
  std::string_view before, after;  // hashes
  std::string_view status;
  std::string_view old_path, path;

  bool is_rename() const { return status.starts_with('R'); }
};

std::optional<RawChange> take_change(std::span<const std::string_view>& fields) {
  const std::vector<std::string_view> words = split(fields.front(), ' ');
  fields = fields.subspan(1);
  if (words.size() != 5 || words[4].empty()) return std::nullopt;
  RawChange change{
      .before = words[2], .after = words[3], .status = words[4], .old_path = {}, .path = {}};
  const std::size_t count = change.is_rename() || change.status.starts_with('C') ? 2 : 1;
  if (fields.size() < count) return std::nullopt;
  change.old_path = fields.front();
  change.path = fields[count - 1];
  fields = fields.subspan(count);
  return change;
}

// Goes back in time, and keeps book of the names that files had.
class Reader {
 public:
  explicit Reader(bool shallow) : shallow_(shallow) {}

  // The changes of what is not committed, or of commits, each announced by an empty field, which no
  // path is.
  void read(std::string_view output) {
    const std::vector<std::string_view> list = split(output, '\0');
    std::span<const std::string_view> fields = list;
    while (!fields.empty()) {
      const std::string_view field = fields.front();
      if (trim(field).starts_with(':')) {
        if (const auto change = take_change(fields)) enter(*change);
        continue;
      }
      fields = fields.subspan(1);
      if (!field.empty() || fields.empty()) continue;
      commit_ = read_commit(fields.front());
      fields = fields.subspan(1);
    }
  }

  EditHistory take() { return std::move(history_); }

 private:
  void enter(const RawChange& change) {
    if (change.status == "A") {
      const bool at_edge = shallow_ && commit_ && !commit_->has_parents;
      history_.cut_off |= at_edge;
      if (commit_ && !at_edge) {
        history_.additions.push_back({.path = name_now(change.path), .day = commit_->date});
      }
      return;
    }
    if (change.status == "D") return;
    std::string path = name_now(change.path);
    if (change.is_rename()) names_now_.insert_or_assign(std::string(change.old_path), path);
    if (change.status == "R100") return;
    history_.edits.push_back({.path = std::move(path),
                              .day = commit_ ? std::optional(commit_->date) : std::nullopt,
                              .before = std::string(change.before),
                              .after = std::string(change.after)});
  }

  std::string name_now(std::string_view path) const {
    const auto found = names_now_.find(path);
    return found == names_now_.end() ? std::string(path) : found->second;
  }

  bool shallow_;
  std::optional<Commit> commit_;
  std::map<std::string, std::string, std::less<>> names_now_;  // by what older commits call them
  EditHistory history_;
};

}  // namespace

EditHistory read_edits(std::string_view uncommitted, std::string_view log, bool shallow) {
  Reader reader(shallow);
  reader.read(uncommitted);
  reader.read(log);
  return reader.take();
}

}  // namespace runbookc
