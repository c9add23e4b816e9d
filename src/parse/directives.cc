#include "parse/directives.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace runbookc {
namespace {

using SpanOf = std::function<Span(std::size_t, std::size_t)>;

constexpr std::string_view kPrefix = "runbookc-";
constexpr std::string_view kName = "runbookc";
constexpr std::string_view kOpening = "<!--";
constexpr std::string_view kClosing = "-->";
constexpr std::string_view kSpace = " \t\r\n";

struct Word {
  DirectiveKind kind;
  std::string_view text;
};

constexpr auto kWords = std::to_array<Word>({
    {DirectiveKind::disable_next_line, "runbookc-disable-next-line"},
    {DirectiveKind::disable, "runbookc-disable"},
    {DirectiveKind::enable, "runbookc-enable"},
    {DirectiveKind::disable_file, "runbookc-disable-file"},
});

DirectiveKind kind_of(std::string_view word) {
  const auto* found = std::ranges::find(kWords, word, &Word::text);
  return found == kWords.end() ? DirectiveKind::unknown : found->kind;
}

// A part of a comment that knows where in it it stands.
struct Piece {
  std::string_view text;
  std::size_t begin = 0;

  std::size_t end() const { return begin + text.size(); }
  Piece sub(std::size_t from, std::size_t count = std::string_view::npos) const {
    return {text.substr(from, count), begin + from};
  }
};

Piece trimmed(Piece piece) {
  const std::size_t first = piece.text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return piece.sub(piece.text.size());
  const std::size_t last = piece.text.find_last_not_of(kSpace);
  return piece.sub(first, last + 1 - first);
}

// Takes the next word, up to one of `separators`, off the front of `rest`; empty at the end.
Piece take_word(Piece& rest, std::string_view separators) {
  const std::size_t first = std::min(rest.text.find_first_not_of(separators), rest.text.size());
  const std::size_t past = std::min(rest.text.find_first_of(separators, first), rest.text.size());
  const Piece word = rest.sub(first, past - first);
  rest = rest.sub(past);
  return word;
}

Piece inside(std::string_view comment) {
  Piece piece{comment, 0};
  if (piece.text.starts_with(kOpening)) piece = piece.sub(kOpening.size());
  if (piece.text.ends_with(kClosing)) {
    piece = piece.sub(0, piece.text.size() - kClosing.size());
  }
  return trimmed(piece);
}

constexpr std::size_t kDateSize = 10;  // YYYY-MM-DD

bool looks_like_date(std::string_view text) {
  return text.size() == kDateSize && text[4] == '-' && text[7] == '-' &&
         text.find_first_not_of("0123456789-") == std::string_view::npos;
}

// Where the last `until` begins, in any letter case, or npos. It is a word of its own.
std::size_t find_last_until(std::string_view text) {
  static constexpr std::string_view kUntil = "until";
  for (std::size_t at = text.size(); at-- > 0;) {
    const bool begins_word =
        at == 0 || text[at - 1] == '(' || kSpace.find(text[at - 1]) != std::string_view::npos;
    if (begins_word && equals_ignoring_case(text.substr(at, kUntil.size()), kUntil)) return at;
  }
  return std::string_view::npos;
}

// Takes a final `(until …)` off the end of `rest`, and returns what stands for the dots. What
// people write instead is understood, since a date that was meant must not be passed over: a colon
// after the word, a full stop after the bracket, and no brackets around a date.
Piece take_until(Piece& rest) {
  static constexpr std::size_t kUntilSize = 5;
  rest = trimmed(rest);
  const std::string_view text = rest.text;
  const std::size_t word = find_last_until(text);
  if (word == std::string_view::npos) return {};
  Piece date = rest.sub(word + kUntilSize);
  if (date.text.starts_with(':')) date = date.sub(1);
  if (date.text.empty() || kSpace.find(date.text.front()) == std::string_view::npos) return {};
  if (date.text.ends_with('.')) date = date.sub(0, date.text.size() - 1);
  const bool is_bracketed = word > 0 && text[word - 1] == '(';
  if (is_bracketed) {
    if (!date.text.ends_with(')')) return {};
    date = date.sub(0, date.text.size() - 1);
  }
  date = trimmed(date);
  if (!is_bracketed && !looks_like_date(date.text)) return {};
  rest = trimmed(rest.sub(0, is_bracketed ? word - 1 : word));
  return date;
}

// "RB301" or "target-missing": the names themselves are not known here.
bool has_form_of_rule(std::string_view word) {
  const bool is_code = word.size() > 2 && equals_ignoring_case(word.substr(0, 2), "RB") &&
                       word.find_first_not_of("0123456789", 2) == std::string_view::npos;
  return is_code || (word.find('-') != std::string_view::npos && word.front() != '-');
}

// Whether `rest` may stand behind the word of a directive: nothing, a colon or a rule, but no
// sentence ("disable the thing by hand").
bool follows_directive(std::string_view rest) {
  const std::size_t first = rest.find_first_not_of(kSpace);
  if (first == std::string_view::npos || rest[first] == ':') return true;
  rest.remove_prefix(first);
  return has_form_of_rule(rest.substr(0, rest.find_first_of(" \t\r\n:,")));
}

// `runbookc disable-next-line`: a directive, but for what stands between its words. The comment is
// taken for one, so that its writer is told; a sentence about runbookc is none.
std::size_t size_of_parted_word(std::string_view text) {
  if (!text.starts_with(kName)) return 0;
  const std::size_t second = text.find_first_not_of(" \t:_", kName.size());
  if (second == kName.size() || second == std::string_view::npos) return 0;
  const std::string_view rest = text.substr(second);
  const std::string_view word = rest.substr(0, rest.find_first_of(" \t\r\n:,"));
  const bool is_plain = word == "disable" || word == "enable";
  const bool is_ours = (is_plain && follows_directive(rest.substr(word.size()))) ||
                       word.starts_with("disable-") || word.starts_with("disable_");
  return is_ours ? second + word.size() : 0;
}

// What parts rules from the reason: a colon, or ` -- ` for those who know it from other linters.
struct Separator {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Separator find_separator(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::size_t dashes = text.find(" -- ");
  if (dashes != std::string_view::npos && dashes < colon) return {dashes, dashes + 4};
  const std::size_t begin = std::min(colon, text.size());
  return {begin, std::min(begin + 1, text.size())};
}

// The offset in `list` past the dash that ends it, or nothing if a colon or the end does.
std::optional<std::size_t> read_rules(Piece list, const SpanOf& span_of, Directive& directive) {
  const std::size_t begin = list.begin;
  while (true) {
    const Piece rule = take_word(list, " \t\r\n,");
    if (rule.text.empty()) return std::nullopt;
    directive.rules.push_back({std::string(rule.text), span_of(rule.begin, rule.end())});
    if (is_dash(rule.text)) return rule.end() - begin;  // no colon, but no rules follow
  }
}

}  // namespace

std::optional<Directive> read_directive(std::string_view comment, const SpanOf& span_of) {
  Piece rest = inside(comment);
  const std::size_t parted = size_of_parted_word(rest.text);
  if (!rest.text.starts_with(kPrefix) && parted == 0) return std::nullopt;
  Directive directive;
  directive.span = span_of(0, comment.size());
  const Piece word = parted == 0 ? take_word(rest, " \t\r\n:,") : rest.sub(0, parted);
  if (parted != 0) rest = rest.sub(parted);
  directive.word = std::string(word.text);
  directive.word_span = span_of(word.begin, word.end());
  directive.kind = kind_of(word.text);
  const Piece until = take_until(rest);
  if (!until.text.empty()) {
    directive.until = std::string(until.text);
    directive.until_span = span_of(until.begin, until.end());
  }
  const Separator separator = find_separator(rest.text);
  const auto dash_end = read_rules(rest.sub(0, separator.begin), span_of, directive);
  directive.reason = trim(rest.text.substr(dash_end.value_or(separator.end)));
  return directive;
}

bool is_dash(std::string_view word) { return word == "-" || word == "–" || word == "—"; }

std::vector<std::string> directive_words() {
  std::vector<std::string> words;
  for (const Word& word : kWords) words.emplace_back(word.text);
  return words;
}

}  // namespace runbookc
