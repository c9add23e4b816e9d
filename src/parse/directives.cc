#include "parse/directives.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace runbookc {
namespace {

using SpanOf = std::function<Span(std::size_t, std::size_t)>;

constexpr std::string_view kPrefix = "runbookc-";
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

void read_rules(Piece list, const SpanOf& span_of, Directive& directive) {
  while (true) {
    const Piece rule = take_word(list, " \t\r\n,");
    if (rule.text.empty()) return;
    directive.rules.push_back({std::string(rule.text), span_of(rule.begin, rule.end())});
  }
}

}  // namespace

std::optional<Directive> read_directive(std::string_view comment, const SpanOf& span_of) {
  Piece rest = inside(comment);
  if (!rest.text.starts_with(kPrefix)) return std::nullopt;
  Directive directive;
  directive.span = span_of(0, comment.size());
  const Piece word = take_word(rest, " \t\r\n:,");
  directive.word = std::string(word.text);
  directive.word_span = span_of(word.begin, word.end());
  directive.kind = kind_of(word.text);
  const Piece until = take_until(rest);
  if (!until.text.empty()) {
    directive.until = std::string(until.text);
    directive.until_span = span_of(until.begin, until.end());
  }
  const Separator separator = find_separator(rest.text);
  read_rules(rest.sub(0, separator.begin), span_of, directive);
  directive.reason = trim(rest.text.substr(separator.end));
  return directive;
}

std::vector<std::string> directive_words() {
  std::vector<std::string> words;
  for (const Word& word : kWords) words.emplace_back(word.text);
  return words;
}

}  // namespace runbookc
