#include "git/diff_output.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

#include "base/text.h"

namespace runbookc {
namespace {

// The escapes of C that git uses, but for octal ones.
std::optional<char> named_escape(char letter) {
  constexpr std::string_view kLetters = "abtnvfr\"\\";
  constexpr std::string_view kMeanings = "\a\b\t\n\v\f\r\"\\";
  const auto found = kLetters.find(letter);
  return found == std::string_view::npos ? std::nullopt : std::optional(kMeanings[found]);
}

bool is_octal(char c) { return c >= '0' && c <= '7'; }

// Walks over the lines of a patch; LF alone ends one.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}
  bool done() const { return rest_.empty(); }
  std::string_view peek() const { return rest_.substr(0, rest_.find('\n')); }
  std::string_view take() {
    const std::string_view line = peek();
    rest_.remove_prefix(std::min(line.size() + 1, rest_.size()));
    return line;
  }

 private:
  std::string_view rest_;
};

std::uint32_t take_number(std::string_view& text, std::uint32_t otherwise) {
  std::uint32_t number = otherwise;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem == std::errc()) text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

// "-12,3" or "-12": one line if the count is left out.
void read_range(std::string_view& text, std::uint32_t& first, std::uint32_t& count) {
  text.remove_prefix(std::min<std::size_t>(text.find_first_of("-+") + 1, text.size()));
  first = take_number(text, 0);
  count = 1;
  if (!text.starts_with(',')) return;
  text.remove_prefix(1);
  count = take_number(text, 1);
}

// `line` is "@@ -a,b +c,d @@ …". The counts say how many lines belong to it: a deleted line
// "-- a/x" looks like the header of the next file.
Hunk read_hunk(std::string_view line, Lines& lines) {
  Hunk hunk;
  line.remove_prefix(2);
  read_range(line, hunk.old_first, hunk.old_count);
  read_range(line, hunk.new_first, hunk.new_count);
  while (!lines.done()) {
    const std::string_view next = lines.peek();
    const bool removes = next.starts_with('-') && hunk.removed.size() < hunk.old_count;
    const bool adds = next.starts_with('+') && hunk.added.size() < hunk.new_count;
    if (!removes && !adds && !next.starts_with('\\')) break;
    if (removes) hunk.removed.emplace_back(next.substr(1));
    if (adds) hunk.added.emplace_back(next.substr(1));
    lines.take();
  }
  return hunk;
}

// "+++ b/path" or "--- a/path": without the prefix, and without the tab that git puts after a path
// with spaces. "" for /dev/null.
std::string header_path(std::string_view line) {
  line.remove_prefix(4);
  if (line.ends_with('\t')) line.remove_suffix(1);
  const std::string path = unquoted_path(line);
  return path.starts_with("a/") || path.starts_with("b/") ? path.substr(2) : std::string();
}

void enter_deleted(ChangeSet& changes, std::string_view path, std::string_view hash) {
  changes.deleted.emplace(path);
  changes.deleted_texts.emplace(path, hash);
}

}  // namespace

std::string unquoted_path(std::string_view text) {
  if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) return std::string(text);
  text = text.substr(1, text.size() - 2);
  std::string path;
  while (!text.empty()) {
    if (text[0] != '\\' || text.size() < 2) {
      path += text[0];
      text.remove_prefix(1);
    } else if (text.size() >= 4 && is_octal(text[1]) && is_octal(text[2]) && is_octal(text[3])) {
      path += static_cast<char>((text[1] - '0') * 64 + (text[2] - '0') * 8 + (text[3] - '0'));
      text.remove_prefix(4);
    } else {
      path += named_escape(text[1]).value_or(text[1]);
      text.remove_prefix(2);
    }
  }
  return path;
}

ChangeSet read_raw_diff(std::string_view output) {
  ChangeSet changes;
  const std::vector<std::string_view> fields = split(output, '\0');
  for (std::size_t i = 0; i + 1 < fields.size();) {
    const std::vector<std::string_view> words = split(fields[i], ' ');
    if (words.size() != 5 || words[4].empty()) break;
    const std::string_view status = words[4];
    const bool has_two = status.starts_with('R') || status.starts_with('C');
    const std::size_t last = i + (has_two ? 2 : 1);
    if (last + 1 >= fields.size()) break;  // a NUL ends each field
    if (status == "D") {
      enter_deleted(changes, fields[last], words[2]);
    } else {
      FileChange& change = changes.files[std::string(fields[last])];
      // Of a rename with edits the hunks are read later; until then all of it counts.
      change.whole = status != "M" && status != "R100";
      if (status.starts_with('R')) {
        change.renamed_from = fields[i + 1];
        change.only_renamed = status == "R100";
        enter_deleted(changes, fields[i + 1], words[2]);
      }
    }
    i = last + 1;
  }
  return changes;
}

std::map<std::string, std::vector<Hunk>, std::less<>> read_patch(std::string_view output) {
  std::map<std::string, std::vector<Hunk>, std::less<>> hunks;
  std::string path;
  Lines lines(output);
  while (!lines.done()) {
    const std::string_view line = lines.take();
    if (line.starts_with("diff --git ")) path.clear();
    if (line.starts_with("--- ")) path = header_path(line);
    if (line.starts_with("+++ ")) {
      if (std::string kept = header_path(line); !kept.empty()) path = std::move(kept);
    }
    if (line.starts_with("@@ ")) {
      Hunk hunk = read_hunk(line, lines);
      if (!path.empty()) hunks[path].push_back(std::move(hunk));
    }
  }
  return hunks;
}

}  // namespace runbookc
