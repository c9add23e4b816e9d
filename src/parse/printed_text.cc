#include "parse/printed_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "parse/program_words.h"
#include "parse/prompts.h"

namespace runbookc {
namespace {

bool ends_with_colon(std::string_view word) { return word.size() > 1 && word.ends_with(':'); }

// `drwxr-xr-x`
bool is_file_mode(std::string_view word) {
  return word.size() >= 10 &&
         word.substr(1, 9).find_first_not_of("rwxsStT-") == std::string_view::npos;
}

// `update.go:2641]`, as klog writes where it is.
bool is_source_place(std::string_view word) {
  const std::size_t colon = word.rfind(':');
  return word.ends_with(']') && colon != std::string_view::npos && colon + 2 < word.size() &&
         is_number(word.substr(colon + 1, word.size() - colon - 2));
}

bool is_letter_or_more(char c) {
  return is_word(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("[(:.~$/\"'`!{").find(c) != std::string_view::npos;
}

// `*`, `-d`, `|`, `3`, `+---`: what no program is called.
bool is_no_program_name(std::string_view word) {
  if (is_file_mode(word) || is_source_place(word)) return true;
  if (word.size() > 1 && std::ranges::none_of(word, is_letter_or_more)) return true;
  return is_digit(word[0]) || std::string_view("*-+|=<>").find(word[0]) != std::string_view::npos;
}

// `"failed to run: %v", err`, `"msg"="connected"`: no program has such a name.
bool is_quoted_message(std::string_view line) {
  if (!line.starts_with('"')) return false;
  const std::size_t end = line.find('"', 1);
  if (end == std::string_view::npos || line.size() < 3 || !is_word(line[1])) return false;
  return line.substr(1, end).find(' ') != std::string_view::npos ||
         line.substr(end).starts_with("\"=\"") || line.substr(end).starts_with("\":");
}

bool is_capitals(std::string_view word) {
  return word.size() > 1 && is_upper(word.front()) && std::ranges::all_of(word, [](char c) {
           return is_upper(c) || is_digit(c) ||
                  std::string_view("-_/()%#").find(c) != std::string_view::npos;
         });
}

// `NAME READY STATUS`, `key = value`, `notAfter=Aug  6 13:11`, `total 24K`, `Enter PIM: `
bool is_record(std::string_view line) {
  const std::string text = collapse_space(line);
  const std::vector<std::string_view> words = split(text, ' ');
  if (words.size() < 2) return false;
  if (words.size() > 2 && words[1] == "=") return true;
  if (is_upper(text[0]) && std::ranges::all_of(words[0].substr(1), is_lower) &&
      text.find(": ") != std::string::npos)
    return true;
  if (words[0] == "total") return words.size() == 2 && is_digit(words[1].front());
  const std::size_t equals = words[0].find('=');
  if (equals != std::string_view::npos && std::ranges::all_of(words[0].substr(0, equals), is_word))
    return is_number(words[1]);
  return std::ranges::all_of(words, is_capitals);
}

// A line with which a JSON value of several lines, or a whole one, begins.
bool starts_json(std::string_view text) {
  if (text[0] != '{' && text[0] != '[') return false;
  const std::size_t inner = text.find_first_not_of(" \t\n", 1);
  return inner != std::string_view::npos &&
         (text[inner] == '"' || (text[0] == '[' && text[inner] == '{'));
}

bool looks_like_output(std::string_view line, std::string_view program) {
  const std::string_view text = trim(line);
  return is_no_program_name(program) || ends_with_colon(program) || ends_with_colon(text) ||
         is_table_head(line) || has_columns(text) || starts_with_time(line) || is_record(text);
}

bool is_keyword(std::string_view word) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"if",   "then", "else", "elif",   "fi",       "for",  "while",  "until", "do", "done",
       "case", "esac", "in",   "select", "function", "time", "coproc", "!",     "[[", "["});
  return std::ranges::find(kWords, word) != kWords.end();
}

}  // namespace

bool starts_with_time(std::string_view line) {
  std::string_view text = trim_start(line);
  if (text.starts_with('[')) text.remove_prefix(1);
  const auto digits = [&](std::size_t at, std::size_t count) {
    return text.size() >= at + count && std::ranges::all_of(text.substr(at, count), is_digit);
  };
  // 2021-09-28T17:59 and 2021/09/28; klog's I1130 12:15; 12:15:18.6
  if (digits(0, 4) && text.size() > 10 && (text[4] == '-' || text[4] == '/') && digits(5, 2) &&
      digits(8, 2))
    return true;
  if (text.size() > 6 && std::string_view("IWEF").find(text[0]) != std::string_view::npos &&
      digits(1, 4) && text[5] == ' ' && digits(6, 2))
    return true;
  return digits(0, 2) && text.size() > 8 && text[2] == ':' && digits(3, 2) && text[5] == ':' &&
         digits(6, 2);
}

bool is_table_head(std::string_view line) {
  const std::string_view text = trim(line);
  const bool columns = text.find("  ") != std::string_view::npos;
  const bool capitals = std::ranges::all_of(text, [](char c) {
    return is_upper(c) || is_digit(c) ||
           std::string_view(" -_()/%#.").find(c) != std::string_view::npos;
  });
  return columns && capitals && text.size() > 5 && is_upper(text.front());
}

bool has_columns(std::string_view line) {
  auto gaps = static_cast<std::size_t>(std::ranges::count(line, '\t'));
  for (std::size_t at = line.find("  "); at != std::string_view::npos;) {
    ++gaps;
    at = line.find_first_not_of(' ', at);
    if (at != std::string_view::npos) at = line.find("  ", at);
  }
  return gaps >= 2;
}

bool reads_as_output(std::string_view statement, const RiskTable& table, bool after_output) {
  const std::string_view line = statement.substr(0, statement.find('\n'));
  const std::string_view program = line.substr(0, line.find_first_of(" \t"));
  if (!repl_language(line).empty()) return true;
  if (program.empty() || is_keyword(program)) return false;
  if (program == "<" || program == ">") return after_output;  // curl -v; else a redirection
  if (starts_json(statement) || is_quoted_message(line) || is_record(line)) return true;
  if (table.find(program) != nullptr || is_path_program(program, table)) return false;
  const bool other = is_no_program_name(program);
  if (!other && program.find_first_of("=$\"'`(){}&;\\<") != std::string_view::npos) return false;
  return after_output || looks_like_output(line, program);
}

bool reads_as_sentence(std::string_view statement, const RiskTable& table) {
  if (statement == "or" || statement == "and" || statement == "OR") return true;
  if (!is_upper(statement[0]) || statement.find('\n') != std::string_view::npos) return false;
  const std::vector<std::string_view> words = split(statement, ' ');
  const bool quotes = statement.back() == '`' && statement.find(": `") != std::string_view::npos;
  const bool ends =
      quotes || std::string_view(".:!?").find(statement.back()) != std::string_view::npos;
  return words.size() >= 4 && ends && table.find(words[0]) == nullptr &&
         std::ranges::all_of(words[0].substr(1), is_lower);
}

}  // namespace runbookc
