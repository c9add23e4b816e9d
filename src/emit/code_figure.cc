#include "emit/code_figure.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/unicode.h"
#include "emit/command_ids.h"

namespace runbookc {

namespace {

std::string_view role_name(CodeRole role) {
  switch (role) {
    case CodeRole::shell:
      return "shell";
    case CodeRole::output:
      return "output";
    case CodeRole::message:
      return "message";
    case CodeRole::other:
      return "other";
  }
  return "other";
}

// Where each line of `text` begins.
std::vector<std::size_t> line_offsets(std::string_view text) {
  std::vector<std::size_t> offsets = {0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    offsets.push_back(at + 1);
  }
  return offsets;
}

// The offset in the block's text of a place in the source. Nothing if it is not in the block.
std::optional<std::size_t> offset_in_block(const CodeBlock& block,
                                           const std::vector<std::size_t>& lines, Position place) {
  const auto after = std::ranges::upper_bound(block.line_starts, place.line, {}, &Position::line);
  if (after == block.line_starts.begin()) return std::nullopt;
  const auto line = std::size_t(after - block.line_starts.begin() - 1);
  const Position start = block.line_starts[line];
  if (start.line != place.line || line >= lines.size()) return std::nullopt;
  std::string_view rest = std::string_view(block.text).substr(lines[line]);
  std::size_t offset = lines[line];
  for (std::uint32_t column = start.column; column < place.column && !rest.empty(); ++column) {
    if (rest.front() == '\n') break;
    const std::size_t size = decode_utf8(rest).size;
    offset += size;
    rest.remove_prefix(size);
  }
  return offset;
}

void append_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_escaped_html(out, value);
  out += '"';
}

void append_span(std::string& out, std::string_view css_class, std::string_view text) {
  if (text.empty()) return;
  ((out += "<span class=\"") += css_class) += "\">";
  append_escaped_html(out, text);
  out += "</span>";
}

// The length of the prompt before `line` of a command; nothing if `shown` does not show that line.
std::optional<std::size_t> prompt_before(std::string_view shown, std::string_view line) {
  if (!shown.ends_with(line)) return std::nullopt;
  const std::string_view prompt = trim_end(shown.substr(0, shown.size() - line.size()));
  if (prompt.empty()) return 0;
  const bool is_prompt = prompt.ends_with('$') || prompt.ends_with('#') || prompt.ends_with('>') ||
                         prompt.ends_with('%') || prompt.ends_with("\u276f") ||
                         prompt.ends_with("\u2500");
  return is_prompt ? std::optional(shown.size() - line.size()) : std::nullopt;
}

// What the page shows of a command: its lines, the prompts before them, and output in between.
void append_shown(std::string& out, std::string_view shown, std::string_view command) {
  const std::vector<std::string_view> lines = split(command, '\n');
  std::size_t next = 0;
  std::size_t number = 0;
  for (const std::string_view line : split(shown, '\n')) {
    if (number++ > 0) out += '\n';
    const auto prompt = next < lines.size() ? prompt_before(line, lines[next]) : std::nullopt;
    if (!prompt) {
      append_span(out, "out", line);
      continue;
    }
    append_span(out, "prompt", line.substr(0, *prompt));
    append_escaped_html(out, line.substr(*prompt));
    ++next;
  }
}

}  // namespace

struct CodeFigures::Unit {
  std::size_t line = 0;   // where the line that it begins on begins
  std::size_t begin = 0;  // offsets into the block's text
  std::size_t end = 0;    // with the rest of its last line
  std::size_t text_end = 0;
  const Command* command = nullptr;
  const std::string* key = nullptr;
};

CodeFigures::CodeFigures(const Document& document, const Words& words)
    : document_(document), words_(words), keys_(command_keys(document)) {
  by_block_.resize(document.code_blocks.size());
  for (Index i = 0; i < document.commands.size(); ++i) {
    const Index block = document.commands[i].code_block;
    if (block < by_block_.size()) by_block_[block].push_back(i);
  }
}

// Only whole lines become units: a command that shares its line with the one before stays in its
// unit, and is copied with the block.
std::vector<CodeFigures::Unit> CodeFigures::units_of(const CodeBlock& block, Index index) const {
  std::vector<Unit> units;
  if (by_block_[index].empty()) return units;
  const std::vector<std::size_t> lines = line_offsets(block.text);
  std::size_t free_from = 0;
  for (const Index i : by_block_[index]) {
    const Command& command = document_.commands[i];
    const auto begin = offset_in_block(block, lines, command.span.start);
    const auto end = offset_in_block(block, lines, command.span.end);
    if (!begin || !end || *begin > *end) continue;
    const std::size_t line = *std::prev(std::ranges::upper_bound(lines, *begin));
    if (line < free_from) continue;
    const std::size_t newline = block.text.find('\n', std::max(*end, std::size_t{1}) - 1);
    free_from = newline == std::string::npos ? block.text.size() : newline + 1;
    units.push_back({line, *begin, free_from, *end, &command, &keys_[i]});
  }
  return units;
}

void CodeFigures::append_caption(std::string& out, const CodeBlock& block,
                                 const std::vector<Unit>& units) const {
  out += "<figcaption><span class=\"label\">";
  if (block.role == CodeRole::other) {
    append_escaped_html(
        out, block.language.empty() ? words_.text("code.other") : std::string_view(block.language));
  } else {
    append_escaped_html(out, words_.text("code." + std::string(role_name(block.role))));
  }
  out += "</span>";
  const bool destroys = std::ranges::any_of(
      units, [](const Unit& unit) { return unit.command->risk == Risk::destroy; });
  if (destroys) {
    out += "<strong class=\"danger\">";
    append_escaped_html(out, words_.text("code.destroys"));
    out += "</strong>";
  }
  out += "</figcaption>";
}

void CodeFigures::append_units(std::string& out, const CodeBlock& block,
                               const std::vector<Unit>& units, bool prompted) {
  const std::string_view text = block.text;
  const auto between = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (prompted) out += "<span class=\"out\">";
    append_escaped_html(out, text.substr(begin, end - begin));
    if (prompted) out += "</span>";
  };
  std::size_t at = 0;
  for (const Unit& unit : units) {
    between(at, unit.line);
    out += "<span class=\"cmd\"";
    append_attribute(out, "id", command_anchor(*unit.key));
    if (unit.command->risk == Risk::destroy) append_attribute(out, "data-risk", "destroy");
    if (unit.command->standalone) append_attribute(out, "data-copy", unit.command->text);
    out += '>';
    append_shown(out, text.substr(unit.line, unit.text_end - unit.line), unit.command->text);
    const std::string_view rest = text.substr(unit.text_end, unit.end - unit.text_end);
    const bool comment = !trim(rest).empty();
    if (comment) out += "<span class=\"note\">";
    append_escaped_html(out, rest);
    out += comment ? "</span></span>" : "</span>";
    at = unit.end;
  }
  between(at, text.size());
}

void CodeFigures::append(std::string& out, Index index) const {
  const CodeBlock& block = document_.code_blocks[index];
  const std::vector<Unit> units = units_of(block, index);
  const bool prompted = std::ranges::any_of(units, [&](const Unit& unit) {
    const std::string_view text = block.text;
    return !trim(text.substr(unit.line, unit.begin - unit.line)).empty();
  });
  out += R"(<figure class="code" id="code.)";
  out += std::to_string(index + 1);
  out += '"';
  append_attribute(out, "data-role", role_name(block.role));
  if (!block.language.empty()) append_attribute(out, "data-language", block.language);
  if (prompted) {
    std::vector<std::string> texts;
    for (const Index i : by_block_[index]) texts.push_back(document_.commands[i].text);
    append_attribute(out, "data-copy", join(texts, "\n"));
  }
  out += '>';
  append_caption(out, block, units);
  out += "<pre><code>";
  if (units.empty()) {
    append_escaped_html(out, block.text);
  } else {
    append_units(out, block, units, prompted);
  }
  out += "</code></pre></figure>";
}

}  // namespace runbookc
