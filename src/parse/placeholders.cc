#include "parse/placeholders.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/ascii.h"
#include "base/text.h"
#include "parse/placeholder_context.h"
#include "shell/placeholder_ranges.h"
#include "shell/template_tag.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongest = 60;

bool holds(std::string_view characters, char c) {
  return characters.find(c) != std::string_view::npos;
}

struct Found {
  std::size_t size = 0;  // bytes of the text
  std::string_view name;
  PlaceholderStyle style = PlaceholderStyle::angle;
};

// One style each: the placeholder at text[at], if there is one.
using Style = std::optional<Found> (*)(std::string_view text, std::size_t at);

char before(std::string_view text, std::size_t at) { return at == 0 ? '\n' : text[at - 1]; }
char at_or_end(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\n'; }

// The text between text[at] and the next `close` on the line, if short enough.
std::optional<std::string_view> inside(std::string_view text, std::size_t at, char close) {
  const std::string_view rest = text.substr(at + 1, kLongest + 1);
  const std::size_t end = rest.find(close);
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  const std::string_view inner = rest.substr(0, end);
  return inner.find('\n') == std::string_view::npos ? std::optional(inner) : std::nullopt;
}

bool all_of(std::string_view text, bool (*accepts)(char)) {
  return std::ranges::all_of(text, accepts);
}

bool is_identifier(std::string_view text) {
  return !text.empty() && is_letter(text.front()) &&
         all_of(text, [](char c) { return is_word(c) || c == '-' || c == '.'; });
}

// Whether `name` in brackets reads as words, and not as the characters of a glob.
bool reads_as_name(std::string_view name) {
  if (!is_identifier(name) || name.size() < 3) return false;
  const bool range = name.size() > 2 && name[1] == '-';  // a-z, A-Za-z
  if (range) return false;
  const bool parted = holds(name, '_') || holds(name, '-');
  return parted || (all_of(name, is_upper) && name.size() >= 3) || name.size() >= 4;
}

// `Your reason here`: two to six words of letters.
bool reads_as_phrase(std::string_view inner) {
  std::size_t words = 0;
  for (const std::string_view word : split(inner, ' ')) {
    const bool letters = all_of(word, [](char c) { return is_letter(c) || c == '\''; });
    if (word.empty() || !letters || (words == 0 && word.size() < 2)) return false;
    ++words;
  }
  return words >= 2 && words <= 6;
}

// `user|group`
bool reads_as_choice(std::string_view inner) {
  return holds(inner, '|') && std::ranges::all_of(split(inner, '|'), [](std::string_view name) {
           return name.size() >= 2 && is_identifier(name);
         });
}

// Whether `%2f` ends before `at`.
bool is_behind_escape(std::string_view text, std::size_t at) {
  return at >= 3 && text[at - 3] == '%' && is_digit(text[at - 2]) && is_word(text[at - 1]);
}

// `[name]`, `[CLUSTER_ID]`, `[your reason]`, `[user|group]`; not `[[ … ]]`, `[ -f x ]`, `a[0]`,
// `[a-z]*`.
std::optional<Found> bracket_style(std::string_view text, std::size_t at) {
  const auto inner = inside(text, at, ']');
  if (!inner) return std::nullopt;
  if (!reads_as_name(*inner) && !reads_as_phrase(*inner) && !reads_as_choice(*inner))
    return std::nullopt;
  if (!holds(" \t\n=/\"':@->", before(text, at)) && !is_behind_escape(text, at))
    return std::nullopt;
  const char after = at_or_end(text, at + inner->size() + 2);
  if (is_word(after) || holds("*?+([]=", after)) return std::nullopt;
  return Found{inner->size() + 2, *inner, PlaceholderStyle::bracket};
}

// `{{name}}`, `{{ name }}`; not `{{.Name}}` or `{{range …}}` of a Go template.
std::optional<Found> double_brace_style(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("{{") || holds("${#", before(text, at))) return std::nullopt;
  const auto inner = inside(text, at + 1, '}');
  if (!inner || at_or_end(text, at + inner->size() + 3) != '}') return std::nullopt;
  const std::string_view name = trim(*inner);
  constexpr std::array<std::string_view, 6> kWords = {"end",   "else", "if",
                                                      "range", "with", "break"};
  if (!is_identifier(name) || std::ranges::find(kWords, name) != kWords.end()) return std::nullopt;
  return Found{inner->size() + 4, name, PlaceholderStyle::double_brace};
}

// `{name}`; not `${name}`, `{a,b}`, `{1..3}`, `%{http_code}`, `@{u}`, awk's `{print}`.
std::optional<Found> brace_style(std::string_view text, std::size_t at) {
  if (holds("${%@^#\\!", before(text, at))) return std::nullopt;
  const auto inner = inside(text, at, '}');
  if (!inner || !is_identifier(*inner) || inner->size() < 2) return std::nullopt;
  if (inner->find("..") != std::string_view::npos) return std::nullopt;
  if (at_or_end(text, at + inner->size() + 2) == '}') return std::nullopt;
  // Words of awk and of kubectl's JSONPath (`{range …}{end}`).
  constexpr std::array<std::string_view, 6> kWords = {"print",   "next",  "exit",
                                                      "getline", "range", "end"};
  if (std::ranges::find(kWords, *inner) != kWords.end()) return std::nullopt;
  return Found{inner->size() + 2, *inner, PlaceholderStyle::brace};
}

std::size_t capitals_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && (is_upper(text[size]) || is_digit(text[size]) || text[size] == '_'))
    ++size;
  return size;
}

// The word of the shell that ends before `at`, for `export NAME`.
std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && holds(" \t", text[end - 1])) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < kLongest && !holds(" \t\n;|&(", text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

bool names_a_variable(std::string_view word) {
  constexpr std::array<std::string_view, 11> kWords = {"export", "unset",   "read",     "printenv",
                                                       "local",  "declare", "readonly", "typeset",
                                                       "-e",     "--env",   "for"};
  return std::ranges::find(kWords, word) != kWords.end();
}

// `YYYY_MM`, `HH24_MI_SS`: a pattern of dates, as SQL and many tools have them.
bool is_date_pattern(std::string_view name) {
  constexpr std::array<std::string_view, 10> kParts = {"YYYY", "YY",   "MM", "MON", "DD",
                                                       "HH",   "HH24", "MI", "SS",  "MS"};
  return std::ranges::all_of(split(name, '_'), [&](std::string_view part) {
    return std::ranges::find(kParts, part) != kParts.end();
  });
}

// `YOUR_CLUSTER`, `YOURNAME`, `PREV_REVISION` as a word of its own; not a variable or its
// assignment.
std::optional<Found> capitals_style(std::string_view text, std::size_t at) {
  const char last = before(text, at);
  if (is_word(last) || !holds(" \t\n=/:\"'@,-", last)) return std::nullopt;
  const std::string_view name = text.substr(at, capitals_size(text.substr(at)));
  const std::size_t bar = name.find('_');
  const bool your = name.starts_with("YOUR") && name.size() >= 6;
  const bool parted = bar != std::string_view::npos && bar >= 2;
  if ((!parted && !your) || name.ends_with('_') || name.size() > kLongest) return std::nullopt;
  const char after = at_or_end(text, at + name.size());
  if (!holds(your ? " \t\n/:\"'.,;)@-" : " \t\n/:\"'.,;)@", after)) return std::nullopt;
  if (names_a_variable(word_before(text, at)) || is_date_pattern(name)) return std::nullopt;
  return Found{name.size(), name, PlaceholderStyle::capitals};
}

// `your_access_key_id`, `your-bucket`
std::optional<Found> your_style(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, kLongest + 1);
  if (!rest.starts_with("your_") && !rest.starts_with("your-")) return std::nullopt;
  if (!holds(" \t\n=/:\"'@,", before(text, at))) return std::nullopt;
  std::size_t size = 0;
  while (size < rest.size() &&
         (is_lower(rest[size]) || is_digit(rest[size]) || holds("-_", rest[size])))
    ++size;
  while (holds("-_", rest[size - 1])) --size;
  const char after = at_or_end(text, at + size);
  if (size <= 5 || size > kLongest || is_word(after) || holds("=(", after)) return std::nullopt;
  return Found{size, rest.substr(0, size), PlaceholderStyle::capitals};
}

// `[Any words]` of a message; not `[text](link)`, `[ ]`, `[x]`.
std::optional<Found> message_style(std::string_view text, std::size_t at) {
  const auto inner = inside(text, at, ']');
  if (!inner || inner->size() < 2 || !(is_letter(inner->front()) || is_digit(inner->front())))
    return std::nullopt;
  if (holds(*inner, '[') || holds("([:", at_or_end(text, at + inner->size() + 2)) ||
      before(text, at) == '!' || before(text, at) == ']')
    return std::nullopt;
  return Found{inner->size() + 2, *inner, PlaceholderStyle::bracket};
}

// Variables that the text itself sets: their names are no placeholders.
std::unordered_set<std::string_view> assigned_names(std::string_view text) {
  std::unordered_set<std::string_view> names;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t size = is_word(before(text, i)) ? 0 : capitals_size(text.substr(i));
    if (size > 0 && at_or_end(text, i + size) == '=') names.insert(text.substr(i, size));
    i += std::max<std::size_t>(size, 1);
  }
  return names;
}

class PlaceholderScan {
 public:
  PlaceholderScan(std::string_view text, const RiskTable* table)
      : text_(text), angles_(placeholder_ranges(text)), context_(text_, angles_, table) {}
  PlaceholderScan(const PlaceholderScan&) = delete;
  PlaceholderScan& operator=(const PlaceholderScan&) = delete;

  std::vector<Placeholder> run(bool message) {
    const auto assigned = assigned_names(text_);
    for (std::size_t at = 0; at < text_.size();) {
      const std::optional<Found> found = message ? in_message(at) : in_command(at);
      const bool variable =
          found && found->style == PlaceholderStyle::capitals && assigned.contains(found->name);
      if (!found || variable || (!message && is_foreign(*found, at))) {
        ++at;
        continue;
      }
      add(at, *found);
      at += found->size;
    }
    return std::move(found_);
  }

 private:
  std::optional<Found> in_command(std::size_t at) const {
    switch (text_[at]) {
      case '<':
        return angle_style(at);
      case '[':
        return bracket_style(text_, at);
      case '{':
        if (auto found = angle_style(at)) return found;
        if (auto found = double_brace_style(text_, at)) return found;
        return brace_style(text_, at);
      case 'y':
        return your_style(text_, at);
      default:
        return is_upper(text_[at]) ? capitals_style(text_, at) : std::nullopt;
    }
  }

  bool is_foreign(const Found& found, std::size_t at) {
    return context_.is_foreign(
        found.style, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + found.size)});
  }

  // What the grammar takes for one: `<cluster-id>`, no redirection; a template's tag.
  std::optional<Found> angle_style(std::size_t at) const {
    const auto found = std::ranges::lower_bound(angles_, at, {}, &ByteRange::begin);
    if (found == angles_.end() || found->begin != at) return std::nullopt;
    const std::string_view text = text_.substr(at, found->size());
    const std::string_view name = template_tag_size(text) == text.size()
                                      ? template_tag_content(text)
                                      : text.substr(1, text.size() - 2);
    return Found{text.size(), name, PlaceholderStyle::angle};
  }

  std::optional<Found> in_message(std::size_t at) const {
    if (text_[at] == '[') return message_style(text_, at);
    return text_[at] == '<' || text_[at] == '{' ? in_command(at) : std::nullopt;
  }

  void add(std::size_t at, const Found& found) {
    const std::string_view text = text_.substr(at, found.size);
    const auto [known, is_new] = index_of_.try_emplace(text, found_.size());
    if (is_new) found_.push_back({std::string(found.name), std::string(text)});
    found_[known->second].offsets.push_back(static_cast<std::uint32_t>(at));
  }

  std::string_view text_;
  std::vector<ByteRange> angles_;
  PlaceholderContext context_;
  std::unordered_map<std::string_view, std::size_t> index_of_;  // by text
  std::vector<Placeholder> found_;
};

}  // namespace

std::vector<Placeholder> find_placeholders(std::string_view text, const RiskTable* table) {
  return PlaceholderScan(text, table).run(false);
}

std::vector<Placeholder> find_message_placeholders(std::string_view text) {
  return PlaceholderScan(text, nullptr).run(true);
}

}  // namespace runbookc
