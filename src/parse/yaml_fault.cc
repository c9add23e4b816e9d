#include "parse/yaml_fault.h"

#include <algorithm>

#include "base/byte_set.h"
#include "parse/yaml_scalar.h"

namespace runbookc {
namespace {

YamlFault explain_end(std::string_view text, const YamlPlace& place) {
  if (place.flow) return unclosed_flow(text, *place.flow);
  const std::size_t at = std::min(place.stop, text.size());
  return fault_to_line_end(text, at - yaml_column(text, at), "this line cannot be read",
                           "write 'key: value', and put a value with special characters in quotes");
}

// The fault of a quoted or block scalar at `at`, if it has one of its own.
std::optional<YamlFault> scalar_fault(std::string_view text, std::size_t at,
                                      const YamlPlace& place) {
  if (std::string_view("\"'|>").find(text[at]) == std::string_view::npos) return std::nullopt;
  YamlScalarContext context;
  context.flow = place.flow.has_value();
  if (!context.flow && !place.columns.empty())
    context.indent = static_cast<std::ptrdiff_t>(place.columns.back());
  return read_yaml_scalar(text, at, context).fault;
}

YamlFault explain_flow(std::string_view text, YamlGap gap, const YamlPlace& place) {
  const bool separator = (text[gap.at] == ',' && !place.flow_empty) || text[gap.at] == ':';
  if (separator) gap = skip_yaml_gap(text, gap.at + 1, false);
  const std::size_t open = *place.flow;
  if (gap.at >= text.size()) return unclosed_flow(text, open);
  if (auto fault = refused_start(text, gap.at)) return *fault;
  if (auto fault = scalar_fault(text, gap.at, place)) return *fault;
  const bool map = text[open] == '{';
  if (text.find(map ? '}' : ']', gap.at) == std::string_view::npos)
    return unclosed_flow(text, open);
  return fault_to_line_end(
      text, gap.at,
      map ? "the pairs in '{' cannot be read from here"
          : "the list in '[' cannot be read from here",
      "separate entries by ',' and quote those that hold ',', ':', '?', '[' or '{'");
}

// On the line of the text that was read last.
YamlFault explain_same_line(std::string_view text, std::size_t at, const YamlPlace& place) {
  if (yaml_indicator_at(text, at, ':'))
    return fault_to_line_end(text, at, "a value that holds ': ' must be quoted",
                             "put the whole value in quotes");
  if (yaml_indicator_at(text, at, '-'))
    return fault_to_line_end(text, at, "a list starts on the line after its key",
                             "put it on a line of its own, or write [a, b]");
  if (auto fault = refused_start(text, at)) return *fault;
  if (auto fault = scalar_fault(text, at, place)) return *fault;
  const char first = place.scalar ? text[*place.scalar] : ' ';
  if (first == '"' || first == '\'')
    return fault_to_line_end(text, at, "there is text after the closing quote",
                             "quote the whole value, and escape the quotes within it");
  return fault_to_line_end(text, at, "there is text after the value", "put it in quotes");
}

// On a line of its own.
YamlFault explain_line(std::string_view text, std::size_t at, const YamlPlace& place) {
  if (auto fault = refused_start(text, at)) return *fault;
  if (auto fault = scalar_fault(text, at, place)) return *fault;
  const std::size_t column = yaml_column(text, at);
  const bool fits = place.columns.empty()
                        ? column == 0
                        : std::ranges::find(place.columns, column) != place.columns.end();
  if (!fits)
    return fault_to_line_end(text, at, "the indentation of this line fits no line above it",
                             "line it up with the keys or dashes that it belongs to");
  const std::string_view line = text.substr(at, yaml_line_end(text, at) - at);
  const std::size_t colon = line.find(':');
  if (colon != std::string_view::npos && colon > 0 && !yaml_blank_at(line, colon + 1))
    return {.begin = at + colon,
            .end = at + colon + 1,
            .message = "there is no space after ':'",
            .help = "write 'key: value'"};
  return fault_to_line_end(text, at, "this line is neither 'key: value' nor a list item",
                           "write 'key: value'; a long text continues indented, in quotes");
}

bool is_marker_line(std::string_view text, std::size_t at) {
  return yaml_column(text, at) == 0 &&
         (yaml_marker_at(text, at, "---") || yaml_marker_at(text, at, "..."));
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

YamlFault explain_rest(std::string_view text, YamlGap gap, const YamlPlace& place) {
  if (gap.at >= text.size()) return explain_end(text, place);
  const bool own_line = gap.new_line || gap.at == 0;
  if (own_line && text[gap.at] == '%')
    return fault_to_line_end(text, gap.at, "directives are not supported", "remove this line");
  if (own_line && is_marker_line(text, gap.at))
    return fault_to_line_end(text, gap.at, "a second document starts here",
                             "keep one document in the file");
  if (place.flow) return explain_flow(text, gap, place);
  return own_line ? explain_line(text, gap.at, place) : explain_same_line(text, gap.at, place);
}

}  // namespace runbookc
