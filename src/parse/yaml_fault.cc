#include "parse/yaml_fault.h"

#include <algorithm>

#include "base/byte_set.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

bool is_marker_line(std::string_view text, std::size_t at) {
  return yaml_column(text, at) == 0 &&
         (yaml_marker_at(text, at, "---") || yaml_marker_at(text, at, "..."));
}

YamlFault bad_escape(std::string_view text, std::size_t at) {
  const std::size_t begin = text.rfind('\\', at);
  const std::size_t size = 1 + decode_utf8(text.substr(begin + 1)).size;
  const std::string_view escape = text.substr(begin, size);
  const bool takes_code = escape == "\\x" || escape == "\\u" || escape == "\\U";
  return {.begin = begin,
          .end = begin + size,
          .message = "'" + std::string(escape) +
                     (takes_code ? "' is not followed by the number of a character"
                                 : "' is no escape that YAML knows"),
          .help = "write \\\\ for a backslash, or use single quotes"};
}

YamlFault bad_block_header(std::string_view text, std::size_t at) {
  return {.begin = at,
          .end = yaml_line_end(text, at),
          .message = "text after '" + std::string(1, text[at]) +
                     "', which starts a block of text on the next line",
          .help = "put the value in quotes, or the text on the next line, indented"};
}

// A tab at `at` where a line may begin with spaces and dashes only.
std::optional<YamlFault> misplaced_tab(std::string_view text, std::size_t at) {
  const std::size_t line = at - yaml_column(text, at);
  const std::string_view before = text.substr(line, at - line);
  const std::size_t end = std::min(text.find_first_not_of(" \t", at), text.size());
  if (before.find_first_not_of(" \t-") != std::string_view::npos) return std::nullopt;
  const bool dash = before.find('-') != std::string_view::npos;
  return YamlFault{.begin = dash ? at : line,
                   .end = end,
                   .message = dash ? "a tab follows the dash" : "a tab is used as indentation",
                   .help = dash ? "put one space after '-'" : "indent with spaces"};
}

YamlFault explain_flow(std::string_view text, const YamlGap& gap, std::size_t open) {
  if (auto fault = refused_start(text, gap.at)) return *fault;
  const bool map = text[open] == '{';
  if (text.find(map ? '}' : ']', gap.at) == std::string_view::npos)
    return unclosed_flow(text, open);
  return fault_to_line_end(
      text, gap.at,
      map ? "the pairs in '{' cannot be read from here"
          : "the list in '[' cannot be read from here",
      "separate entries by ',' and quote those that hold ',', ':', '?', '[' or '{'");
}

// A line that may stand where it does, but is not what it would have to be.
YamlFault explain_form(std::string_view text, std::size_t at) {
  const std::string_view line = text.substr(at, yaml_line_end(text, at) - at);
  if ((line[0] == '"' || line[0] == '\'') && line.find(line[0], 1) == std::string_view::npos)
    return unclosed_quote(text, at);
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos && colon > 0 && !yaml_blank_at(line, colon + 1))
    return tight_colon(at + colon, "'key: value'");
  return fault_to_line_end(text, at, "this line is neither 'key: value' nor a list item",
                           "write 'key: value'; a long text continues indented, in quotes");
}

// Whether the line of `at` stands where something open may go on: a pair goes on with keys only.
bool fits_above(std::string_view text, std::size_t at, const YamlPlace& place) {
  const std::size_t column = yaml_column(text, at);
  const std::string_view line = text.substr(at, yaml_line_end(text, at) - at);
  const bool pair = line.find(": ") != std::string_view::npos || line.ends_with(':');
  if (place.keys.empty() && place.dashes.empty()) return column == 0 && !pair;
  const auto has = [&](const std::vector<std::size_t>& columns) {
    return std::ranges::find(columns, column) != columns.end();
  };
  return has(place.keys) || (has(place.dashes) && (!pair || line.starts_with('-')));
}

// On a line of its own.
YamlFault explain_line(std::string_view text, std::size_t at, const YamlPlace& place) {
  if (auto fault = refused_start(text, at)) return *fault;
  if (fits_above(text, at, place)) return explain_form(text, at);
  return fault_to_line_end(text, at, "the indentation of this line fits no line above it",
                           "line it up with the keys or dashes that it belongs to");
}

// On the line of the text that was read last.
YamlFault explain_same_line(std::string_view text, std::size_t at, const YamlPlace& place) {
  const bool colon = yaml_indicator_at(text, at, ':');
  if (colon && place.scalar && at - *place.scalar > kLongestYamlKey)
    return sprawling_key(*place.scalar, at);
  if (colon && place.scalar && yaml_line_end(text, *place.scalar) < at) {
    const std::size_t first = text.find_first_not_of(' ', at - yaml_column(text, at));
    // A line above that was to be a pair, as this one is.
    if (begins_yaml_line(text, *place.scalar) &&
        yaml_column(text, first) == yaml_column(text, *place.scalar))
      return explain_form(text, *place.scalar);
    return fault_to_line_end(text, first,
                             "this line goes on with the value above, which cannot hold ': '",
                             "line it up with the keys above, or put the whole value in quotes");
  }
  if (colon)
    return fault_to_line_end(text, at, "a value that holds ': ' must be quoted",
                             "put the whole value in quotes");
  if (yaml_indicator_at(text, at, '-'))
    return fault_to_line_end(text, at, "a list starts on the line after its key",
                             "put it on a line of its own, or write [a, b]");
  const char first = place.scalar ? text[*place.scalar] : ' ';
  const std::size_t before = text.find_last_not_of(' ', at - 1);
  const bool quoted = first == '"' || first == '\'';
  const bool behind_quote =
      quoted && before != std::string_view::npos && before > *place.scalar && text[before] == first;
  if (!behind_quote)
    if (auto fault = refused_start(text, at)) return *fault;
  if (quoted)
    return fault_to_line_end(text, at, "there is text after the closing quote",
                             "quote the whole value, and escape the quotes within it");
  return fault_to_line_end(text, at, "there is text after the value", "put it in quotes");
}

}  // namespace

YamlFault fault_to_line_end(std::string_view text, std::size_t at, std::string message,
                            std::string help) {
  std::size_t end = yaml_line_end(text, at);
  while (end > at && (text[end - 1] == ' ' || text[end - 1] == '\t')) --end;
  return {.begin = at, .end = end, .message = std::move(message), .help = std::move(help)};
}

std::optional<YamlFault> refused_start(std::string_view text, std::size_t at) {
  constexpr ByteSet kRefused("&*!@`%,]}?");
  const char c = text[at];
  if (!kRefused.contains(c)) return std::nullopt;
  const std::size_t end = std::min(text.find_first_of(" \t\r\n,]}", at + 1), text.size());
  const std::string quote_it = "put a value that starts with '" + std::string(1, c) + "' in quotes";
  const auto word_fault = [&](std::string message) {
    return YamlFault{.begin = at, .end = end, .message = std::move(message), .help = quote_it};
  };
  if (c == '%' && yaml_column(text, at) == 0)
    return fault_to_line_end(text, at, "directives are not supported", "remove this line");
  if (c == '&') return word_fault("anchors are not supported");
  if (c == '*') return word_fault("aliases are not supported");
  if (c == '!') return word_fault("tags are not supported");
  if (std::string_view("@`%,]}").find(c) != std::string_view::npos)
    return fault_to_line_end(text, at, "a value cannot start with '" + std::string(1, c) + "'",
                             "put it in quotes");
  if (yaml_indicator_at(text, at, '?'))
    return fault_to_line_end(text, at, "keys written with '?' are not supported",
                             "write 'key: value'");
  return std::nullopt;
}

YamlFault unclosed_flow(std::string_view text, std::size_t at) {
  const bool list = text[at] == '[';
  return {.begin = at,
          .end = at + 1,
          .message = list ? "'[' is never closed" : "'{' is never closed",
          .help = list ? "end the list with ']'" : "end the pairs with '}'"};
}

YamlFault unclosed_quote(std::string_view text, std::size_t at) {
  const std::string mark(1, text[at]);
  return {.begin = at,
          .end = yaml_line_end(text, at),
          .message = "the quote " + mark + " is not closed",
          .help = "close it with " + mark +
                  " at the end of the value; lines that continue it are indented"};
}

YamlFault sprawling_key(std::size_t begin, std::size_t end) {
  return {.begin = begin,
          .end = end,
          .message = "a key must stand on one line, in 1,024 bytes",
          .help = "shorten the key"};
}

YamlFault tight_colon(std::size_t at, const std::string& form) {
  return {.begin = at,
          .end = at + 1,
          .message = "there is no space after ':'",
          .help = "write " + form};
}

std::optional<YamlFault> token_fault(std::string_view text, const YamlStop& stop) {
  const std::size_t at = std::min(stop.at, text.size());
  const char there = at < text.size() ? text[at] : '\0';
  const char scalar = stop.broken_scalar ? text[*stop.broken_scalar] : '\0';
  if (scalar == '"' || scalar == '\'') {
    const bool open = at == text.size() || is_marker_line(text, at);
    return open ? unclosed_quote(text, *stop.broken_scalar) : bad_escape(text, at);
  }
  if (there == '\t') return misplaced_tab(text, at);
  if (scalar == '|' || scalar == '>') return bad_block_header(text, *stop.broken_scalar);
  if (stop.broken_scalar && there == ':') return tight_colon(at, "{ key: value }");
  if (std::string_view("@`%&*!").find(there) != std::string_view::npos)
    return refused_start(text, at);
  return std::nullopt;
}

YamlFault explain_rest(std::string_view text, YamlGap gap, const YamlPlace& place) {
  if (gap.at >= text.size() && place.flow) return unclosed_flow(text, *place.flow);
  if (gap.at >= text.size())
    return fault_to_line_end(
        text, gap.at - yaml_column(text, gap.at), "this line cannot be read",
        "write 'key: value', and put a value with special characters in quotes");
  const bool own_line = gap.new_line || gap.at == 0;
  if (own_line && is_marker_line(text, gap.at))
    return fault_to_line_end(text, gap.at, "a second document starts here",
                             "keep one document in the file");
  if (place.flow) return explain_flow(text, gap, *place.flow);
  return own_line ? explain_line(text, gap.at, place) : explain_same_line(text, gap.at, place);
}

}  // namespace runbookc
