#include "parse/other_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "parse/json.h"
#include "parse/printed_text.h"
#include "parse/program_words.h"
#include "parse/prompts.h"
#include "shell/grammar.h"
#include "shell/placeholder_ranges.h"

namespace runbookc {
namespace {

template <std::size_t kSize>
bool is_one_of(std::string_view word, const std::array<std::string_view, kSize>& words) {
  return std::ranges::find(words, word) != words.end();
}

// `> slowlog get 10`: the prompt alone does not tell.
bool is_redis(std::string_view line) {
  if (!is_arrow_prompt(line)) return false;
  const std::string text = lower_ascii(trim(trim(line).substr(1)));
  constexpr auto kWords = std::to_array<std::string_view>(
      {"info", "role", "config", "slowlog", "latency", "client", "dbsize", "monitor", "debug",
       "memory", "hgetall", "keys", "scan", "ttl"});
  return is_one_of(std::string_view(text).substr(0, text.find(' ')), kWords);
}

std::vector<std::string_view> filled_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  for (const std::string_view line : split_lines(text))
    if (!trim(line).empty()) lines.push_back(line);
  return lines;
}

bool is_json(std::string_view text) {
  const std::string_view body = trim(text);
  if (body.size() < 2 || (body.front() != '{' && body.front() != '[')) return false;
  if (body.back() != '}' && body.back() != ']') return false;
  const std::size_t inner = body.find_first_not_of(" \t\n", 1);
  const bool starts = inner != std::string_view::npos &&
                      std::string_view("\"{[}]").find(body[inner]) != std::string_view::npos;
  return starts && parse_json(SourceFile("", std::string(body)));
}

// `key:` or `key: value` with a bare key.
bool is_yaml_key(std::string_view line) {
  std::string_view text = trim_start(line);
  while (text.starts_with("- ")) text = trim_start(text.substr(2));
  std::size_t end = 0;
  while (end < text.size() &&
         (is_word(text[end]) || text[end] == '-' || text[end] == '.' || text[end] == '/'))
    ++end;
  return end > 0 && end < text.size() && text[end] == ':' &&
         (end + 1 == text.size() || text[end + 1] == ' ');
}

bool is_yaml(const std::vector<std::string_view>& lines) {
  std::size_t keys = 0;
  std::size_t others = 0;
  for (const std::string_view line : lines) {
    const std::string_view text = trim(line);
    if (text.starts_with('#') || text == "---" || text == "...") continue;
    const bool nested = line.front() == ' ' && keys > 0;
    if (is_yaml_key(line))
      ++keys;
    else if (!nested && !text.starts_with("- "))
      ++others;
  }
  return keys >= 2 && others == 0;
}

bool is_log(const std::vector<std::string_view>& lines) {
  const auto times = std::ranges::count_if(lines, starts_with_time);
  return !lines.empty() && starts_with_time(lines[0]) &&
         2 * times >= static_cast<std::ptrdiff_t>(lines.size());
}

// `select x from`, `set statement_timeout to`: in lower case a verb alone does not tell.
bool is_sql_start(const std::string& text) {
  const std::vector<std::string_view> words = split(text, ' ');
  if (words.size() < 3) return false;
  if (words[0] == "set") return words[2] == "to" || words[2] == "=" || words[1] == "session";
  if (words[0] == "select") return text.find(" from ") != std::string::npos;
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"insert into ", "delete from ", "create table ", "create index ", "alter table ",
       "alter role ", "drop table ", "drop index ", "grant select ", "explain analyze "});
  return std::ranges::any_of(kStarts,
                             [&](std::string_view start) { return text.starts_with(start); });
}

bool is_sql(std::string_view text) {
  constexpr auto kVerbs = std::to_array<std::string_view>(
      {"SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "ALTER", "GRANT", "REVOKE",
       "TRUNCATE", "EXPLAIN", "VACUUM", "ANALYZE", "BEGIN;"});
  const std::string_view body = trim_start(text);
  const std::string_view word = body.substr(0, body.find_first_of(" \t\n"));
  return is_one_of(word, kVerbs) || is_sql_start(lower_ascii(body.substr(0, 60)));
}

// The text without comments and opening parentheses before its first word.
std::string_view first_term(std::string_view text) {
  std::string_view body = trim(text);
  while (body.starts_with('#') || body.starts_with("//"))
    body = trim(body.substr(std::min(body.find('\n'), body.size())));
  while (body.starts_with('(')) body = trim_start(body.substr(1));
  return body;
}

bool has_label(std::string_view braces) {
  return braces.find("=\"") != std::string_view::npos ||
         braces.find("=~") != std::string_view::npos || braces.find("!=") != std::string_view::npos;
}

// What only an expression has behind its first name: a call, a range, an operator.
bool goes_on_as_expression(std::string_view rest) {
  if (rest.starts_with('(') || rest.starts_with('[')) return true;
  constexpr auto kNext = std::to_array<std::string_view>(
      {"by", "without", "on", "/ ", "* ", "+ ", "- ", "> ", "< ", "=="});
  return std::ranges::any_of(kNext, [&](std::string_view next) { return rest.starts_with(next); });
}

// `sum by (job) (rate(x[5m])) > 0`, `up{job="x"} == 0`: functions, selectors and operators that no
// shell has. A name with `_` may be a metric, but then the text must be no valid shell.
bool is_promql(std::string_view text) {
  const std::string_view body = first_term(text);
  std::size_t name = 0;
  while (name < body.size() && (is_word(body[name]) || body[name] == ':')) ++name;
  if (name == 0 || is_digit(body[0]) || is_upper(body[0])) return false;
  constexpr auto kFunctions = std::to_array<std::string_view>({"sum",
                                                               "rate",
                                                               "avg",
                                                               "max",
                                                               "min",
                                                               "count",
                                                               "increase",
                                                               "irate",
                                                               "absent",
                                                               "topk",
                                                               "bottomk",
                                                               "delta",
                                                               "deriv",
                                                               "stddev",
                                                               "quantile",
                                                               "predict_linear",
                                                               "histogram_quantile",
                                                               "label_replace",
                                                               "avg_over_time",
                                                               "max_over_time",
                                                               "min_over_time",
                                                               "scalar",
                                                               "vector"});
  const std::string_view rest = trim_start(body.substr(name));
  if (body.substr(name).starts_with('{'))
    return has_label(body.substr(name, body.find('}', name) - name));
  const bool function = is_one_of(body.substr(0, name), kFunctions);
  const bool metric = body.substr(0, name).find('_') != std::string_view::npos;
  return (function || metric) && goes_on_as_expression(rest) &&
         parse_shell(text, placeholder_ranges(text)).error.has_value();
}

// Whether all statements are what a program printed, by their look or in the wake of one.
bool is_all_output(std::string_view text, const ShellScript& script, const RiskTable& table) {
  bool output = false;
  for (const ShellStatement& statement : script.statements) {
    output =
        reads_as_output(text.substr(statement.range.begin, statement.range.size()), table, output);
    if (!output) return false;
  }
  return output;
}

// Words alone, at least one sentence, no program that is known.
bool is_prose(const ShellScript& script, const RiskTable& table) {
  std::size_t sentences = 0;
  for (const SimpleCommand& command : script.commands) {
    if (command.words.empty() || command.around.substitution) return false;
    const std::string_view program = command.words[0].value;
    if (table.find(program) != nullptr || is_path_program(program, table)) return false;
    if (!command.redirections.empty() || !command.assignments.empty()) return false;
    const bool sentence =
        is_upper(program.front()) && command.words.size() >= 3 && !is_upper(program.back());
    sentences += sentence || ends_a_sentence(command) ? 1 : 0;
  }
  return sentences > 0 && 2 * sentences >= script.commands.size();
}

}  // namespace

std::string other_than_shell(std::string_view text, const RiskTable* table) {
  const std::vector<std::string_view> lines = filled_lines(text);
  if (lines.empty()) return {};
  const auto first = std::ranges::find_if_not(
      lines, [](std::string_view line) { return trim(line).starts_with('#'); });
  if (first == lines.end()) return {};
  if (const std::string_view language = repl_language(*first); !language.empty())
    return "a session of " + std::string(language);
  if (is_redis(*first)) return "a session of redis";
  if (prompt_size(lines[0]) > 0) return {};
  if (is_json(text)) return "JSON";
  if (is_yaml(lines)) return "YAML";
  if (is_log(lines)) return "a log";
  if (is_sql(text)) return "SQL";
  if (is_promql(text)) return "PromQL";
  if (is_table_head(lines[0])) return "what a program printed";
  if (table == nullptr || begins_with_program(*first, *table)) return {};  // saves parsing most
  const ShellScript script = parse_shell(text, placeholder_ranges(text));
  if (is_prose(script, *table)) return "prose";
  return is_all_output(text, script, *table) ? "what a program printed" : "";
}

}  // namespace runbookc
