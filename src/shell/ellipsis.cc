#include "shell/ellipsis.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "shell/bare_text.h"

namespace runbookc {
namespace {

constexpr std::string_view kOneCharacter = "…";

// The size of the ellipsis that begins `rest`, or 0: three dots or more, or the one character.
std::size_t ellipsis_size(std::string_view rest) {
  const std::size_t dots = std::min(rest.find_first_not_of('.'), rest.size());
  if (dots >= 3) return dots;
  return rest.starts_with(kOneCharacter) ? kOneCharacter.size() : 0;
}

template <std::size_t size>
bool is_one_of(std::string_view program, const std::array<std::string_view, size>& programs) {
  return std::ranges::find(programs, program) != programs.end();
}

// `go test ./...`, `bazel test //...`, `git diff main...HEAD`.
bool is_pattern(std::string_view program, std::string_view word, std::size_t at, std::size_t size) {
  constexpr std::array<std::string_view, 4> kWithRanges = {"git", "hg", "tig", "gh"};
  constexpr std::array<std::string_view, 2> kWithPatterns = {"go", "bazel"};
  if (is_one_of(program, kWithRanges)) return at > 0 || size < word.size();
  const std::string_view before = word.substr(0, at);
  if (!before.ends_with('/') || at + size < word.size()) return false;
  return before.starts_with("./") || before.starts_with("//") || is_one_of(program, kWithPatterns);
}

// Whether nothing but the ellipsis stands between two quotes or brackets around it.
bool is_enclosed(std::string_view text, std::size_t at, std::size_t size) {
  constexpr std::array<std::string_view, 5> kPairs = {"''", "\"\"", "{}", "[]", "()"};
  std::size_t before = at;
  while (before > 0 && text[before - 1] == ' ') --before;
  const std::size_t after = text.find_first_not_of(' ', at + size);
  if (before == 0 || after == std::string_view::npos) return false;
  return std::ranges::any_of(kPairs, [&](std::string_view pair) {
    return text[before - 1] == pair[0] && text[after] == pair[1];
  });
}

// `"a|b|..."`: what any text matches.
bool is_alternative(std::string_view text, std::size_t at, std::size_t size) {
  const std::string_view before = text.substr(0, at);
  const std::string_view after = text.substr(at + size);
  const auto ends = [&](std::string_view marks) {
    return !after.empty() && marks.find(after[0]) != std::string_view::npos;
  };
  if (before.ends_with('|')) return ends("'\"|)") || after.starts_with("\\|");
  const bool first = before.ends_with('(') || before.ends_with('"') || before.ends_with('\'');
  return first && (ends("|") || after.starts_with("\\|"));
}

bool filters(std::string_view program) {
  constexpr std::array<std::string_view, 4> kFilters = {"jq", "yq", "gojq", "jaq"};
  return is_one_of(program, kFilters);
}

class EllipsisScan {
 public:
  EllipsisScan(std::string_view text, const ShellScript& script)
      : text_(text), script_(script), states_(text_states(text, script)) {}

  std::vector<Ellipsis> ellipses() {
    for (const SimpleCommand& command : script_.commands) {
      statement_ = command.statement;
      if (found_.size() < kMostShellSlips) look_at(command);
    }
    std::ranges::sort(found_, {}, [](const Found& one) { return one.ellipsis.range.begin; });
    std::vector<Ellipsis> firsts;
    std::unordered_set<std::uint32_t> told;
    for (const Found& found : found_)
      if (told.insert(found.statement).second) firsts.push_back(found.ellipsis);
    return firsts;
  }

 private:
  struct Found {
    Ellipsis ellipsis;
    std::uint32_t statement = 0;
  };

  void look_at(const SimpleCommand& command) {
    const std::string_view program =
        command.words.empty() ? std::string_view() : std::string_view(command.words[0].value);
    for (const ShellAssignment& assignment : command.assignments)
      look_at(assignment.value.range, program);
    for (const ShellWord& word : command.words) look_at(word.range, program);
    for (const ShellRedirection& redirection : command.redirections)
      look_at(redirection.target.range, program);
  }

  void look_at(ByteRange range, std::string_view program) {
    const std::string_view word = text_.substr(range.begin, range.size());
    for (std::size_t at = 0; at < word.size() && found_.size() < kMostShellSlips;) {
      const std::size_t size = ellipsis_size(word.substr(at));
      const std::size_t place = range.begin + at;
      if (size > 0 && stands_for_text(word, at, size, program, states_[place])) {
        found_.push_back(
            {{{static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place + size)},
              is_value(range.begin, word, at, size)},
             statement_});
      }
      at += std::max<std::size_t>(size, 1);
    }
  }

  static bool stands_for_text(std::string_view word, std::size_t at, std::size_t size,
                              std::string_view program, TextState state) {
    if (state == TextState::quoted)
      return is_alternative(word, at, size) || (is_enclosed(word, at, size) && !filters(program));
    return state == TextState::bare && !is_pattern(program, word, at, size);
  }

  // Whether the dots are all that stands behind a `=`, but for quotes.
  bool is_value(std::size_t begin, std::string_view word, std::size_t at, std::size_t size) const {
    constexpr std::string_view kQuotes = "'\"";
    const auto quote = [&](std::size_t place) {
      return place < word.size() && kQuotes.find(word[place]) != std::string_view::npos;
    };
    const std::size_t behind = at + size + (quote(at + size) ? 1 : 0);
    if (behind != word.size()) return false;
    const std::size_t first = begin + at - (at > 0 && quote(at - 1) ? 1 : 0);
    return first > 0 && text_[first - 1] == '=';
  }

  std::string_view text_;
  const ShellScript& script_;
  std::vector<TextState> states_;
  std::uint32_t statement_ = 0;
  std::vector<Found> found_;
};

}  // namespace

std::vector<Ellipsis> find_ellipses(std::string_view text, const ShellScript& script) {
  const bool any = text.find("...") != std::string_view::npos ||
                   text.find(kOneCharacter) != std::string_view::npos;
  return any ? EllipsisScan(text, script).ellipses() : std::vector<Ellipsis>();
}

}  // namespace runbookc
