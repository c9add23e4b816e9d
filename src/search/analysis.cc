#include "search/analysis.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/unicode.h"

namespace runbookc {

namespace {

constexpr std::size_t kLongestWord = 40;
constexpr std::size_t kLongestSymbol = 80;
constexpr std::size_t kLongestNumber = 5;
constexpr std::size_t kShortestHash = 7;
constexpr std::size_t kShortestIdentifier = 13;
constexpr std::size_t kIdentifierDigits = 4;
constexpr std::size_t kShortestStemmed = 3;
constexpr std::size_t kMostStems = 100'000;

// Sorted.
constexpr auto kStopWords = std::to_array<std::string_view>(
    {"a",      "an",  "and",  "are",  "as",    "at",    "be",   "but",   "by",    "can",   "could",
     "did",    "do",  "does", "for",  "from",  "had",   "has",  "have",  "how",   "if",    "in",
     "is",     "it",  "its",  "me",   "my",    "no",    "not",  "of",    "on",    "or",    "our",
     "should", "so",  "than", "that", "the",   "their", "then", "there", "these", "they",  "this",
     "those",  "to",  "us",   "was",  "we",    "were",  "what", "when",  "where", "which", "who",
     "whose",  "why", "will", "with", "would", "you",   "your"});

enum class Kind : std::uint8_t { separator, joiner, upper, lower, letter, number, cjk };

struct Letter {
  char32_t value;
  Kind kind;
};
using Letters = std::span<const Letter>;

constexpr bool is_joiner(char32_t c) {
  return c < 0x80 &&
         std::string_view("-_./:@#+%~").find(static_cast<char>(c)) != std::string_view::npos;
}

// Scripts that are written without spaces, and Hangul, whose words carry endings.
constexpr bool is_cjk(char32_t c) {
  return (c >= 0x1100 && c <= 0x11ff) || (c >= 0x2e80 && c <= 0x9fff) ||
         (c >= 0xa960 && c <= 0xa97f) || (c >= 0xac00 && c <= 0xd7ff) ||
         (c >= 0xf900 && c <= 0xfaff) || (c >= 0x20000 && c <= 0x3ffff);
}

constexpr Kind kind_of_ascii(char c) {
  if (is_lower(c)) return Kind::lower;
  if (is_upper(c)) return Kind::upper;
  if (is_digit(c)) return Kind::number;
  return is_joiner(static_cast<char32_t>(c)) ? Kind::joiner : Kind::separator;
}

constexpr std::array<Kind, 0x80> make_ascii_kinds() {
  std::array<Kind, 0x80> kinds{};
  for (std::size_t i = 0; i < kinds.size(); ++i) kinds[i] = kind_of_ascii(static_cast<char>(i));
  return kinds;
}
constexpr auto kAsciiKinds = make_ascii_kinds();

// Bytes that divide words whatever stands around them. Marks and compatible characters, which are
// looked at together with their neighbours, are not in ASCII.
constexpr ByteSet kSeparators([](char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < kAsciiKinds.size() && kAsciiKinds[byte] == Kind::separator;
});

Kind kind_of(char32_t c) {
  if (c < kAsciiKinds.size()) return kAsciiKinds[c];
  switch (character_class(c)) {
    case CharacterClass::upper:
      return Kind::upper;
    case CharacterClass::lower:
      return Kind::lower;
    case CharacterClass::letter:
      return is_cjk(c) ? Kind::cjk : Kind::letter;
    case CharacterClass::number:
      return is_cjk(c) ? Kind::cjk : Kind::number;
    case CharacterClass::other:
      break;
  }
  return Kind::separator;
}

std::string lowered(Letters letters) {
  std::string text;
  text.reserve(letters.size());
  for (const Letter& letter : letters) append_utf8(text, to_lower(letter.value));
  return text;
}

Letters without_outer_joiners(Letters run) {
  while (!run.empty() && run.front().kind == Kind::joiner) run = run.subspan(1);
  while (!run.empty() && run.back().kind == Kind::joiner) run = run.first(run.size() - 1);
  return run;
}

// Whether the lower-case letter at `at` is the plural's `s` of `PVCs`, with nothing behind it.
bool is_plural_ending(Letters run, std::size_t at) {
  return run[at].value == 's' && (at + 1 == run.size() || run[at + 1].kind == Kind::joiner);
}

// Whether a piece begins at `at` (not 0), inside what no joiner divides.
bool is_hump(Letters run, std::size_t at) {
  if (run[at].kind != Kind::upper) return false;
  const Kind before = run[at - 1].kind;
  if (before == Kind::lower) return true;
  return before == Kind::upper && at + 1 < run.size() && run[at + 1].kind == Kind::lower &&
         !is_plural_ending(run, at + 1);
}

// The pieces between joiners and humps.
std::vector<Letters> pieces_of(Letters run) {
  std::vector<Letters> pieces;
  std::size_t start = 0;
  const auto close = [&](std::size_t end) {
    if (end > start) pieces.push_back(run.subspan(start, end - start));
  };
  for (std::size_t i = 1; i < run.size(); ++i) {
    if (run[i].kind == Kind::joiner) {
      close(i);
      start = i + 1;
    } else if (i > start && is_hump(run, i)) {
      close(i);
      start = i;
    }
  }
  close(run.size());
  return pieces;
}

// Most runs are words without a joiner, and with a capital at most at their beginning.
bool is_one_piece(Letters run) {
  return !run.empty() && std::ranges::none_of(run.subspan(1), [](const Letter& letter) {
    return letter.kind == Kind::joiner || letter.kind == Kind::upper;
  });
}

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }

std::size_t count_digits(Letters letters) {
  return static_cast<std::size_t>(std::ranges::count_if(letters, is_ascii_digit, &Letter::value));
}

bool is_hexadecimal(Letters letters) {
  return std::ranges::all_of(letters, [](const Letter& letter) {
    return is_ascii_digit(letter.value) || (letter.value >= 'a' && letter.value <= 'f') ||
           (letter.value >= 'A' && letter.value <= 'F');
  });
}

// What nobody searches for, or what stands for itself only once: hashes, serial numbers.
bool is_noise(Letters letters, TokenKind kind) {
  const std::size_t size = letters.size();
  if (size < 2 || size > kLongestWord) return true;
  const std::size_t digits = count_digits(letters);
  if (digits == size) return size > kLongestNumber || (kind == TokenKind::part && size < 3);
  if (digits > 0 && size >= kShortestHash && is_hexadecimal(letters)) return true;
  return size >= kShortestIdentifier && digits >= kIdentifierDigits;
}

// Timestamps, addresses and versions are more digits than letters.
bool is_noise_symbol(Letters run) {
  if (run.size() > kLongestSymbol) return true;
  const auto joiners =
      static_cast<std::size_t>(std::ranges::count(run, Kind::joiner, &Letter::kind));
  const auto numbers =
      static_cast<std::size_t>(std::ranges::count(run, Kind::number, &Letter::kind));
  const std::size_t letters = run.size() - joiners - numbers;
  const std::size_t digits = count_digits(run);
  return letters == 0 || digits * 2 > letters + numbers;
}

}  // namespace

std::string_view token_kind_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::symbol:
      return "symbol";
    case TokenKind::part:
      return "part";
    case TokenKind::word:
      break;
  }
  return "word";
}

std::string_view ChunkReader::next() {
  const std::size_t begin = kSeparators.skip_in(rest_);
  const std::size_t end = kSeparators.find_in(rest_, begin);
  const std::string_view chunk = rest_.substr(begin, end - begin);
  rest_.remove_prefix(end);
  return chunk;
}

bool is_stop_word(std::string_view raw) { return std::ranges::binary_search(kStopWords, raw); }

std::string Analyzer::term_of(const std::string& raw) {
  const bool stemmed = raw.size() >= kShortestStemmed && std::ranges::all_of(raw, is_lower);
  if (!stemmed) return raw;
  const auto known = stems_.find(raw);
  if (known != stems_.end()) return known->second;
  if (stems_.size() >= kMostStems) stems_.clear();
  return stems_.emplace(raw, stemmer_.stem(raw)).first->second;
}

namespace {

// Cuts a text into runs, and hands them on.
template <typename OnRun>
void for_each_run(std::string_view utf8, const OnRun& on_run) {
  std::vector<Letter> run;
  bool cjk = false;
  const auto close = [&] {
    if (!run.empty()) on_run(Letters(run), cjk);
    run.clear();
  };
  while (!utf8.empty()) {
    const CodePoint next = decode_utf8(utf8);
    utf8.remove_prefix(next.size);
    const Kind kind = kind_of(next.value);
    if (kind == Kind::separator) {
      close();
      continue;
    }
    if (run.empty() || cjk != (kind == Kind::cjk)) close();
    cjk = kind == Kind::cjk;
    run.push_back({next.value, kind});
  }
  close();
}

}  // namespace

std::vector<Token> Analyzer::tokens(std::string_view utf8) {
  std::vector<Token> tokens;
  const auto add_bigrams = [&](Letters run) {
    for (std::size_t i = 0; i + 2 <= run.size() || i == 0; ++i) {
      const std::string raw = lowered(run.subspan(i, std::min<std::size_t>(2, run.size() - i)));
      tokens.push_back({TokenKind::word, raw, raw});
    }
  };
  const auto add = [&](Letters piece, TokenKind kind) {
    if (is_noise(piece, kind)) return;
    std::string raw = lowered(piece);
    if (is_stop_word(raw)) return;
    std::string term = term_of(raw);
    tokens.push_back({kind, std::move(raw), std::move(term)});
  };
  const auto add_run = [&](Letters run, bool cjk) {
    if (cjk) {
      add_bigrams(run);
      return;
    }
    run = without_outer_joiners(run);
    if (is_one_piece(run)) {
      add(run, TokenKind::word);
      return;
    }
    const std::vector<Letters> pieces = pieces_of(run);
    if (pieces.size() < 2) {
      if (!run.empty()) add(run, TokenKind::word);
      return;
    }
    if (!is_noise_symbol(run)) {
      const std::string raw = lowered(run);
      tokens.push_back({TokenKind::symbol, raw, raw});
    }
    for (const Letters piece : pieces) add(piece, TokenKind::part);
  };
  if (is_ascii(utf8)) {
    for_each_run(utf8, add_run);
  } else {
    for_each_run(without_marks(utf8), add_run);
  }
  return tokens;
}

}  // namespace runbookc
