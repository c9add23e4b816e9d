#include "parse/yaml_block_scalar.h"

#include <algorithm>
#include <vector>

namespace runbookc {
namespace {

enum class Chomping : unsigned char { clip, strip, keep };

struct Header {
  Chomping chomping = Chomping::clip;
  std::size_t explicit_indent = 0;
  std::size_t end = 0;  // after the indicators
  bool good = false;
};

Header read_header(std::string_view text, std::size_t at) {
  Header header;
  std::size_t i = at + 1;
  for (; i < text.size() && i < at + 3; ++i) {
    const char c = text[i];
    if ((c == '-' || c == '+') && header.chomping == Chomping::clip)
      header.chomping = c == '-' ? Chomping::strip : Chomping::keep;
    else if (c >= '1' && c <= '9' && header.explicit_indent == 0)
      header.explicit_indent = static_cast<std::size_t>(c - '0');
    else
      break;
  }
  header.end = i;
  const std::size_t end = yaml_line_end(text, at);
  const std::string_view rest = text.substr(i, end - i);
  const std::size_t word = rest.find_first_not_of(" \t");
  header.good = word == std::string_view::npos || (word > 0 && rest[word] == '#');
  return header;
}

std::size_t leading_spaces(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

struct Lines {
  std::vector<std::string_view> texts;  // content, indentation removed; blank lines are empty
  std::size_t last_end = 0;             // of the last line with content
  std::size_t next = 0;
  std::size_t wrong_at = 0;  // a line that cannot be right, if not 0
  bool wrong_tab = false;
};

std::string_view line_at(std::string_view text, std::size_t at) {
  return text.substr(at, yaml_line_end(text, at) - at);
}

// The indentation of the first line with content, or 0 if there is none for this scalar.
std::size_t detect_indent(std::string_view text, std::size_t at, std::ptrdiff_t parent,
                          Lines& lines) {
  std::size_t widest_blank = 0;
  for (; at < text.size(); at = yaml_next_line(text, at)) {
    const std::string_view line = line_at(text, at);
    const std::size_t spaces = leading_spaces(line);
    if (spaces == line.size()) {
      widest_blank = std::max(widest_blank, spaces);
      continue;
    }
    if (static_cast<std::ptrdiff_t>(spaces) <= parent) {
      lines.wrong_tab = line[spaces] == '\t';
      if (lines.wrong_tab) lines.wrong_at = at;
      return 0;
    }
    if (widest_blank > spaces) lines.wrong_at = at;
    return spaces;
  }
  return 0;
}

void collect(std::string_view text, std::size_t at, std::size_t indent, Lines& lines) {
  lines.next = at;
  while (at < text.size()) {
    const std::string_view line = line_at(text, at);
    const std::size_t spaces = leading_spaces(line);
    const bool blank = spaces == line.size();
    if (!blank && (indent == 0 || spaces < indent)) break;
    const bool content = !blank || (indent > 0 && spaces > indent);
    lines.texts.push_back(content ? line.substr(indent) : std::string_view());
    if (content) lines.last_end = at + line.size();
    at = yaml_next_line(text, at);
    lines.next = at;
  }
}

bool is_indented(std::string_view line) { return line.starts_with(' ') || line.starts_with('\t'); }

// Lines [0, count), joined; `folded`: a single break between two lines at the margin is a space.
std::string join_lines(const std::vector<std::string_view>& lines, std::size_t count, bool folded) {
  std::string out;
  const std::string_view* last = nullptr;
  std::size_t blanks = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string_view& line = lines[i];
    if (line.empty()) {
      ++blanks;
      continue;
    }
    const bool fold = folded && last && !is_indented(*last) && !is_indented(line);
    if (last && !fold) out += '\n';
    if (fold && blanks == 0) out += ' ';
    out.append(blanks, '\n');
    out += line;
    last = &line;
    blanks = 0;
  }
  return out;
}

std::string decode(const Lines& lines, Chomping chomping, bool folded) {
  std::size_t count = lines.texts.size();
  while (count > 0 && lines.texts[count - 1].empty()) --count;
  std::string out = join_lines(lines.texts, count, folded);
  const std::size_t trailing = lines.texts.size() - count;
  if (chomping != Chomping::strip && count > 0) out += '\n';
  if (chomping == Chomping::keep) out.append(trailing, '\n');
  return out;
}

YamlScalarOutcome bad_header(std::string_view text, std::size_t at) {
  return {{},
          YamlFault{.begin = at,
                    .end = yaml_line_end(text, at),
                    .message = "text after '" + std::string(1, text[at]) +
                               "', which starts a block of text on the next line",
                    .help = "put the value in quotes, or the text on the next line, indented"}};
}

YamlScalarOutcome bad_line(std::string_view text, const Lines& lines) {
  return {{},
          YamlFault{
              .begin = lines.wrong_at,
              .end = yaml_line_end(text, lines.wrong_at),
              .message = lines.wrong_tab ? "a tab is used as indentation"
                                         : "a blank line above is indented deeper than this text",
              .help = lines.wrong_tab ? "indent with spaces" : "remove the spaces from that line"}};
}

}  // namespace

YamlScalarOutcome read_block_scalar(std::string_view text, std::size_t at, std::ptrdiff_t indent) {
  const Header header = read_header(text, at);
  if (!header.good) return bad_header(text, at);
  Lines lines;
  lines.last_end = header.end;
  const std::size_t first = yaml_next_line(text, at);
  const std::size_t column =
      header.explicit_indent > 0
          ? static_cast<std::size_t>(std::max<std::ptrdiff_t>(indent, 0)) + header.explicit_indent
          : detect_indent(text, first, indent, lines);
  if (lines.wrong_at != 0) return bad_line(text, lines);
  collect(text, first, column, lines);
  YamlScalar scalar;
  scalar.style = YamlScalar::Style::block;
  scalar.multiline = true;
  scalar.end = lines.last_end;
  scalar.next = lines.next;
  scalar.text = decode(lines, header.chomping, text[at] == '>');
  return {std::move(scalar), {}};
}

}  // namespace runbookc
