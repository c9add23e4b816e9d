#include "parse/yaml_scalar.h"

#include <array>
#include <cstdlib>
#include <limits>
#include <utility>

#include "base/unicode.h"
#include "parse/yaml_block_scalar.h"

namespace runbookc {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_flow_indicator(char c) { return std::string_view(",[]{}").find(c) != std::string::npos; }

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && is_blank(text[at])) ++at;
  return at;
}

bool at_line_end(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n' ||
         (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n');
}

// What stands between two lines of a flow scalar: one break folds to a space (YAML 1.2, 6.5).
void append_fold(std::string& out, std::size_t breaks) {
  if (breaks == 1) out += ' ';
  if (breaks > 1) out.append(breaks - 1, '\n');
}

struct Continuation {
  std::size_t at = 0;      // the first byte of the next line with text, or the end
  std::size_t indent = 0;  // spaces before it
  std::size_t breaks = 0;
};

Continuation next_text_line(std::string_view text, std::size_t line_end) {
  Continuation found{.at = line_end};
  while (found.at < text.size()) {
    const std::size_t line = yaml_next_line(text, found.at);
    ++found.breaks;
    std::size_t spaces = line;
    while (spaces < text.size() && text[spaces] == ' ') ++spaces;
    found.at = skip_blanks(text, spaces);
    found.indent = spaces - line;
    if (!at_line_end(text, found.at)) return found;
  }
  found.at = text.size();
  return found;
}

bool is_document_marker(std::string_view line) {
  return (line.starts_with("---") || line.starts_with("...")) && yaml_blank_at(line, 3);
}

// Where the plain text that starts at `at` ends on its line, blanks included.
std::size_t plain_line_end(std::string_view text, std::size_t at, bool flow) {
  std::size_t i = at;
  for (; !at_line_end(text, i); ++i) {
    const char c = text[i];
    if (c == '#' && i > at && is_blank(text[i - 1])) break;
    if (c == ':' && (yaml_blank_at(text, i + 1) || (flow && is_flow_indicator(text[i + 1])))) break;
    if (flow && is_flow_indicator(c)) break;
  }
  return i;
}

std::size_t trimmed_end(std::string_view text, std::size_t begin, std::size_t end) {
  while (end > begin && is_blank(text[end - 1])) --end;
  return end;
}

bool continues_plain(std::string_view text, const Continuation& line,
                     const YamlScalarContext& context) {
  if (line.at >= text.size() || text[line.at] == '#') return false;
  if (line.indent == 0 && is_document_marker(text.substr(line.at))) return false;
  if (context.flow) return !is_flow_indicator(text[line.at]);
  return static_cast<std::ptrdiff_t>(line.indent) > context.indent;
}

YamlScalarOutcome read_plain(std::string_view text, std::size_t at, YamlScalarContext context) {
  YamlScalar scalar;
  std::size_t begin = at;
  while (true) {
    const std::size_t stop = plain_line_end(text, begin, context.flow);
    scalar.end = trimmed_end(text, begin, stop);
    scalar.text += text.substr(begin, scalar.end - begin);
    if (context.key || !at_line_end(text, stop)) break;
    const Continuation line = next_text_line(text, stop);
    if (!continues_plain(text, line, context)) break;
    if (plain_line_end(text, line.at, context.flow) == line.at) break;
    append_fold(scalar.text, line.breaks);
    scalar.multiline = true;
    begin = line.at;
  }
  scalar.next = scalar.end;
  return {std::move(scalar), {}};
}

struct Escape {
  char name;
  char32_t value;
};
constexpr std::array<Escape, 18> kEscapes = {{{'0', 0},
                                              {'a', 7},
                                              {'b', 8},
                                              {'t', 9},
                                              {'\t', 9},
                                              {'n', 10},
                                              {'v', 11},
                                              {'f', 12},
                                              {'r', 13},
                                              {'e', 27},
                                              {' ', ' '},
                                              {'"', '"'},
                                              {'/', '/'},
                                              {'\\', '\\'},
                                              {'N', 0x85},
                                              {'_', 0xA0},
                                              {'L', 0x2028},
                                              {'P', 0x2029}}};

std::size_t hex_digits(char name) {
  if (name == 'x') return 2;
  if (name == 'u') return 4;
  return name == 'U' ? 8 : 0;
}

std::optional<char32_t> hex_value(std::string_view digits, std::size_t count) {
  if (digits.size() < count) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits.substr(0, count)) {
    const std::size_t digit = std::string_view("0123456789abcdef")
                                  .find(static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c));
    if (digit == std::string_view::npos) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(digit);
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (surrogate || value > 0x10FFFF) return std::nullopt;
  return value;
}

// Decodes the escape at text[at] == '\\' and returns the place after it, or nothing.
std::optional<std::size_t> append_escape(std::string_view text, std::size_t at, std::string& out) {
  if (at + 1 >= text.size()) return std::nullopt;
  const char name = text[at + 1];
  if (const std::size_t count = hex_digits(name)) {
    const auto value = hex_value(text.substr(at + 2), count);
    if (!value) return std::nullopt;
    append_utf8(out, *value);
    return at + 2 + count;
  }
  for (const Escape& escape : kEscapes) {
    if (escape.name != name) continue;
    append_utf8(out, escape.value);
    return at + 2;
  }
  return std::nullopt;
}

YamlScalarOutcome unclosed_quote(std::string_view text, std::size_t at) {
  const std::string mark(1, text[at]);
  return {{},
          YamlFault{.begin = at,
                    .end = yaml_line_end(text, at),
                    .message = "the quote " + mark + " is not closed",
                    .help = "close it with " + mark +
                            " at the end of the value; lines that continue it are indented"}};
}

YamlScalarOutcome bad_escape(std::string_view text, std::size_t at) {
  const std::size_t size =
      at + 1 < text.size() ? 1 + decode_utf8(text.substr(at + 1)).size : std::size_t{1};
  return {{},
          YamlFault{.begin = at,
                    .end = at + size,
                    .message =
                        "'" + std::string(text.substr(at, size)) + "' is no escape that YAML knows",
                    .help = "write \\\\ for a backslash, or use single quotes"}};
}

// A quoted scalar, read line by line: blanks around each break fold away.
class QuotedReader {
 public:
  QuotedReader(std::string_view text, std::size_t at, YamlScalarContext context)
      : text_(text), begin_(at), at_(at + 1), quote_(text[at]), context_(context) {}

  YamlScalarOutcome read() {
    while (at_ < text_.size()) {
      if (text_[at_] == quote_ && (quote_ == '"' || peek() != '\'')) return finish();
      if (at_line_end(text_, at_)) {
        if (!fold(false)) break;
      } else if (quote_ == '"' && text_[at_] == '\\') {
        if (at_line_end(text_, at_ + 1)) {
          ++at_;
          if (!fold(true)) break;
        } else if (!escape()) {
          return bad_escape(text_, at_);
        }
      } else {
        if (text_[at_] == quote_) ++at_;
        scalar_.text += text_[at_++];
      }
    }
    return unclosed_quote(text_, begin_);
  }

 private:
  char peek() const { return at_ + 1 < text_.size() ? text_[at_ + 1] : '\0'; }

  YamlScalarOutcome finish() {
    scalar_.style = YamlScalar::Style::quoted;
    scalar_.end = scalar_.next = at_ + 1;
    return {std::move(scalar_), {}};
  }

  bool escape() {
    const auto next = append_escape(text_, at_, scalar_.text);
    if (!next) return false;
    at_ = *next;
    kept_ = scalar_.text.size();
    return true;
  }

  // Goes on at the next line with text. False: there is none, or it is not part of this value.
  bool fold(bool escaped) {
    const Continuation line = next_text_line(text_, at_);
    const bool inside = context_.flow || static_cast<std::ptrdiff_t>(line.indent) > context_.indent;
    if (line.at >= text_.size() || !inside) return false;
    if (line.indent == 0 && is_document_marker(text_.substr(line.at))) return false;
    if (!escaped) {
      while (scalar_.text.size() > kept_ && is_blank(scalar_.text.back())) scalar_.text.pop_back();
      append_fold(scalar_.text, line.breaks);
    } else if (line.breaks > 1) {
      scalar_.text.append(line.breaks - 1, '\n');
    }
    kept_ = scalar_.text.size();
    scalar_.multiline = true;
    at_ = line.at;
    return true;
  }

  std::string_view text_;
  std::size_t begin_, at_;
  char quote_;
  YamlScalarContext context_;
  YamlScalar scalar_;
  std::size_t kept_ = 0;  // blanks before this were escaped or follow a break: they stay
};

bool all_digits(std::string_view text, std::string_view digits) {
  return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

constexpr std::string_view kDecimal = "0123456789";

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_decimal(std::string_view text) {
  text = without_sign(text);
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos) {
    if (!all_digits(without_sign(text.substr(exponent + 1)), kDecimal)) return false;
    text = text.substr(0, exponent);
  }
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return all_digits(text, kDecimal);
  const std::string_view whole = text.substr(0, dot);
  const std::string_view fraction = text.substr(dot + 1);
  if (whole.empty()) return all_digits(fraction, kDecimal);
  return all_digits(whole, kDecimal) && (fraction.empty() || all_digits(fraction, kDecimal));
}

double based_number(std::string_view digits, int base) {
  double value = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c);
    value = value * base + (lower >= 'a' ? lower - 'a' + 10 : lower - '0');
  }
  return value;
}

std::optional<double> special_number(std::string_view text) {
  if (text == ".nan" || text == ".NaN" || text == ".NAN")
    return std::numeric_limits<double>::quiet_NaN();
  const std::string_view size = without_sign(text);
  if (size != ".inf" && size != ".Inf" && size != ".INF") return std::nullopt;
  const double infinity = std::numeric_limits<double>::infinity();
  return text.starts_with('-') ? -infinity : infinity;
}

// Digits with a point only: strtod reads them the same in every locale that the tool runs in,
// because nothing in it calls setlocale.
std::optional<double> plain_number(std::string_view text) {
  if (text.starts_with("0x") && all_digits(text.substr(2), "0123456789abcdefABCDEF"))
    return based_number(text.substr(2), 16);
  if (text.starts_with("0o") && all_digits(text.substr(2), "01234567"))
    return based_number(text.substr(2), 8);
  if (is_decimal(text)) return std::strtod(std::string(text).c_str(), nullptr);
  return special_number(text);
}

}  // namespace

bool yaml_blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(text[at]) || at_line_end(text, at);
}

std::size_t yaml_line_end(std::string_view text, std::size_t at) {
  const std::size_t found = text.find('\n', at);
  if (found == std::string_view::npos) return text.size();
  return found > at && text[found - 1] == '\r' ? found - 1 : found;
}

std::size_t yaml_next_line(std::string_view text, std::size_t at) {
  const std::size_t found = text.find('\n', at);
  return found == std::string_view::npos ? text.size() : found + 1;
}

YamlScalarOutcome read_yaml_scalar(std::string_view text, std::size_t at,
                                   YamlScalarContext context) {
  const char c = text[at];
  if (c == '"' || c == '\'') return QuotedReader(text, at, context).read();
  if ((c == '|' || c == '>') && !context.flow) return read_block_scalar(text, at, context.indent);
  return read_plain(text, at, context);
}

Value resolve_plain_scalar(std::string_view text) {
  Value value;
  value.text = text;
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
    return value;
  const bool yes = text == "true" || text == "True" || text == "TRUE";
  if (yes || text == "false" || text == "False" || text == "FALSE") {
    value.kind = Value::Kind::boolean;
    value.boolean = yes;
  } else if (const auto number = plain_number(text)) {
    value.kind = Value::Kind::number;
    value.number = *number;
  } else {
    value.kind = Value::Kind::string;
  }
  return value;
}

}  // namespace runbookc
