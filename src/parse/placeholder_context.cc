#include "parse/placeholder_context.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/path.h"
#include "base/text.h"
#include "shell/grammar.h"
#include "shell/wrapped_words.h"

namespace runbookc {
namespace {

// How many words that begin before a place are looked at: more are around it only in hostile text.
constexpr int kMostAround = 32;

template <std::size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool searches(std::string_view program) {
  constexpr auto kPrograms = std::to_array<std::string_view>(
      {"grep", "egrep", "fgrep", "zgrep", "rg", "ag", "ack", "pgrep", "findstr"});
  return is_one_of(program, kPrograms);
}

// Programs whose arguments are programs or patterns in a language of brackets and braces.
bool has_language(std::string_view program) {
  constexpr auto kPrograms = std::to_array<std::string_view>(
      {"sed", "gsed", "awk", "gawk", "mawk", "perl", "jq", "yq", "gojq", "jaq", "expr", "python",
       "python3", "node", "ruby", "php"});
  return searches(program) || is_one_of(program, kPrograms);
}

bool fills_templates(std::string_view program) {
  return program.starts_with("ansible") ||
         is_one_of(program, std::to_array<std::string_view>(
                                {"jinja2", "j2", "gomplate", "consul-template", "salt", "dbt"}));
}

// `-o jsonpath=…`, `--format '…'`, `--query "…"`: the word, or what its option holds, is a template
// or a query.
bool is_query(std::string_view word, std::string_view previous) {
  constexpr auto kOptions = std::to_array<std::string_view>(
      {"--format", "--template", "--query", "--jq", "-q", "--output", "-o", "--expression"});
  constexpr auto kLanguages =
      std::to_array<std::string_view>({"jsonpath", "go-template", "custom-columns", "template="});
  const bool spoken = std::ranges::any_of(kLanguages, [&](std::string_view language) {
    return word.substr(0, 40).find(language) != std::string_view::npos;
  });
  if (spoken || is_one_of(previous, kOptions)) return true;
  const std::size_t equals = word.substr(0, 20).find('=');
  return equals != std::string_view::npos && is_one_of(word.substr(0, equals), kOptions);
}

bool is_json(std::string_view value) {
  const std::string_view text = trim_start(value);
  return (text.starts_with('{') || text.starts_with('[')) &&
         text.find("\":") != std::string_view::npos;
}

// What logs and files write between brackets.
bool is_label(std::string_view name) {
  constexpr auto kLabels =
      std::to_array<std::string_view>({"error", "warn", "warning", "info", "debug", "fatal",
                                       "trace", "notice", "critical", "redacted", "sudo"});
  return is_one_of(lower_ascii(name), kLabels);
}

bool is_section(std::string_view name) {
  constexpr auto kSections = std::to_array<std::string_view>(
      {"Unit", "Service", "Install", "Timer", "Socket", "Mount", "mysqld", "client"});
  return is_one_of(name, kSections);
}

std::string_view last_part(std::string_view name) {
  const std::size_t part = name.find_last_of("-_");
  return part == std::string_view::npos ? name : name.substr(part + 1);
}

// `--source_format=NEWLINE_DELIMITED_JSON`: the option asks for one of its own words. But
// `--machine-type=MACHINE_TYPE` says what goes there.
bool is_enumerated(std::string_view before, std::string_view name) {
  constexpr auto kKinds = std::to_array<std::string_view>(
      {"format", "type", "mode", "state", "status", "policy", "level", "class", "action", "method",
       "disposition", "kind"});
  if (!before.ends_with('=')) return false;
  before.remove_suffix(1);
  const std::size_t word = before.find_last_of(" \t\n");
  const std::string_view option = word == std::string_view::npos ? before : before.substr(word + 1);
  const std::string_view kind = last_part(option);
  return option.starts_with("--") && is_one_of(kind, kKinds) &&
         lower_ascii(last_part(name)) != kind && !name.starts_with("YOUR");
}

// `"DB_POOL_SIZE":`, its quotes escaped or not.
bool is_key(std::string_view before, std::string_view after) {
  if (!before.ends_with('"')) return false;
  if (after.starts_with('\\')) after.remove_prefix(1);
  return after.starts_with('"') && trim_start(after.substr(1, 8)).starts_with(':');
}

// `--source_format NEWLINE_DELIMITED_JSON`, and `"eventTypeCode": "DISK_FAILURE"` of JSON.
bool is_enumerated_word(std::string_view option, std::string_view name) {
  const std::string joined = std::string(option) + "=";
  return is_enumerated(joined, name);
}

bool is_enumerated_value(std::string_view before) {
  if (!before.ends_with('"')) return false;
  before = trim_end(before.substr(0, before.size() - 1));
  if (!before.ends_with(':')) return false;
  before = trim_end(before.substr(0, before.size() - 1));
  constexpr auto kKinds = std::to_array<std::string_view>(
      {"Code\"", "Type\"", "Category\"", "Mode\"", "Format\"", "State\"", "Status\"", "Policy\""});
  return std::ranges::any_of(kKinds, [&](std::string_view kind) { return before.ends_with(kind); });
}

// `{"name": "READ_ONLY", "value": "true"}`: a variable that is set.
bool is_set_by_name(std::string_view before, std::string_view after) {
  if (!before.ends_with('"') || !after.starts_with('"')) return false;
  before = trim_end(before.substr(0, before.size() - 1));
  if (!before.ends_with(':')) return false;
  before = trim_end(before.substr(0, before.size() - 1));
  after = trim_start(after.substr(1));
  if (!before.ends_with("\"name\"") || !after.starts_with(',')) return false;
  return trim_start(after.substr(1)).starts_with("\"value\"");
}

bool names_variables(std::string_view program) {
  constexpr auto kPrograms = std::to_array<std::string_view>(
      {"read", "unset", "printenv", "mapfile", "readarray", "getopts", "local", "declare",
       "typeset", "readonly", "export", "getconf"});
  return is_one_of(program, kPrograms);
}

}  // namespace

void PlaceholderContext::read() {
  script_ = parse_shell(text_, angles_);
  for (std::size_t i = 0; i < script_->commands.size(); ++i) {
    const std::vector<ShellWord>& words = script_->commands[i].words;
    programs_.push_back(program_of(words));
    for (std::size_t word = 0; word < words.size(); ++word)
      places_.push_back({words[word].range, i, word});
  }
  std::ranges::stable_sort(places_, {}, [](const Place& place) { return place.range.begin; });
}

// That which `sudo` and the like run in the end.
std::string_view PlaceholderContext::program_of(const std::vector<ShellWord>& words) const {
  if (words.empty()) return {};
  if (table_ == nullptr) return file_name(words.front().value);
  return file_name(wrapped_levels(words, *table_).back().front().value);
}

PlaceholderContext::Around PlaceholderContext::around(std::size_t at) {
  if (!script_) read();
  auto place = std::ranges::upper_bound(places_, at, {},
                                        [](const Place& p) { return std::size_t{p.range.begin}; });
  for (int i = 0; i < kMostAround && place != places_.begin(); ++i) {
    --place;
    if (at >= place->range.end) continue;
    const SimpleCommand& command = script_->commands[place->command];
    Around found;
    found.command = &command;
    found.word = &command.words[place->word];
    found.program = programs_[place->command];
    if (place->word > 0) found.previous = command.words[place->word - 1].value;
    return found;
  }
  return {};
}

bool PlaceholderContext::is_foreign(PlaceholderStyle style, ByteRange range) {
  if (style == PlaceholderStyle::angle) return false;
  const Around place = around(range.begin);
  switch (style) {
    case PlaceholderStyle::angle:
      break;
    case PlaceholderStyle::bracket:
      return is_foreign_bracket(place, range);
    case PlaceholderStyle::double_brace:
      return fills_templates(place.program) ||
             (place.word != nullptr && is_query(place.word->value, place.previous));
    case PlaceholderStyle::brace:
      return is_foreign_brace(place, range);
    case PlaceholderStyle::capitals:
      return is_foreign_capitals(place, range);
  }
  return false;
}

// Whether nothing else stands on its line, but quotes.
bool PlaceholderContext::is_line(ByteRange range) const {
  const auto stands_at = [this](std::size_t at) {
    return at >= text_.size() ||
           std::string_view("\n'\"").find(text_[at]) != std::string_view::npos;
  };
  return (range.begin == 0 || stands_at(range.begin - 1)) && stands_at(range.end);
}

bool PlaceholderContext::is_foreign_bracket(const Around& around, ByteRange range) const {
  const std::string_view name = text_.substr(range.begin + 1, range.size() - 2);
  if (is_label(name)) return true;
  if (is_section(name) && is_line(range)) return true;
  if (around.word == nullptr) return is_line(range) && text_.find('\n') != std::string_view::npos;
  if (around.word->quoted && has_language(around.program)) return true;
  if (is_query(around.word->value, around.previous)) return true;
  const char before = range.begin == 0 ? '\n' : text_[range.begin - 1];
  return is_json(around.word->value) && before != '"';
}

bool PlaceholderContext::is_foreign_brace(const Around& around, ByteRange range) const {
  if (around.word == nullptr) return false;
  if (around.word->quoted && has_language(around.program)) return true;
  if (is_query(around.word->value, around.previous)) return true;
  const std::string_view shown = text_.substr(range.begin, range.size());
  // `xargs -I {pod} … {pod}`
  const auto& words = around.command->words;
  for (std::size_t i = 0; i + 1 < std::min<std::size_t>(words.size(), 8); ++i)
    if (words[i].value == "-I" && words[i + 1].value == shown) return true;
  return false;
}

bool PlaceholderContext::is_foreign_capitals(const Around& around, ByteRange range) const {
  constexpr std::size_t kNear = 80;
  const std::string_view name = text_.substr(range.begin, range.size());
  const std::string_view before = text_.substr(0, range.begin);
  const std::string_view near = before.substr(before.size() - std::min(before.size(), kNear));
  if (is_key(near, text_.substr(range.end)) || is_enumerated(near, name)) return true;
  const bool yours = name.starts_with("YOUR");
  if (!yours && (is_enumerated_value(near) || is_enumerated_word(around.previous, name) ||
                 is_set_by_name(near, text_.substr(range.end))))
    return true;
  if (around.word == nullptr || name.starts_with("YOUR")) return false;
  if (searches(around.program)) {
    constexpr auto kAsked = std::to_array<std::string_view>({"NAME", "ID", "IP", "HOST"});
    const bool field = text_.substr(range.end).starts_with(':');  // of what is searched
    return around.word->quoted || field || !is_one_of(last_part(name), kAsked);
  }
  if (around.word->quoted) return has_language(around.program);
  return names_variables(around.program) && around.word != &around.command->words.front();
}

}  // namespace runbookc
