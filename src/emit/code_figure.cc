#include "emit/code_figure.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "base/unicode.h"
#include "emit/marked_text.h"
#include "emit/risk_note.h"
#include "model/command_ids.h"
#include "parse/language.h"
#include "shell/risk_verdict.h"

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

// The length of the prompt or indentation before `line` of a command; nothing if `shown` does not
// show that line.
std::optional<std::size_t> prompt_before(std::string_view shown, std::string_view line) {
  if (!shown.ends_with(line)) return std::nullopt;
  const std::size_t size = shown.size() - line.size();
  const std::string_view prompt = trim_end(shown.substr(0, size));
  const bool is_prompt = prompt.empty() || prompt.ends_with('$') || prompt.ends_with('#') ||
                         prompt.ends_with('>') || prompt.ends_with('%') ||
                         prompt.ends_with("\u276f") || prompt.ends_with("\u2500");
  return is_prompt ? std::optional(size) : std::nullopt;
}

// A line of a block, and what it shows of a command.
struct ShownLine {
  std::string_view text;  // with its end, if it has one
  std::optional<std::size_t> prompt;
  std::size_t offset = 0;  // of what follows the prompt, in the command's text
};

// Nothing if a line of the command is not shown.
std::optional<std::vector<ShownLine>> shown_lines(std::string_view shown,
                                                  std::string_view command) {
  std::vector<ShownLine> lines;
  std::size_t offset = 0;
  for (std::size_t at = 0; at < shown.size();) {
    const std::size_t end = std::min(shown.find('\n', at), shown.size());
    const std::size_t stop = std::min(command.find('\n', offset), command.size());
    ShownLine line{.text = shown.substr(at, end + 1 - at), .prompt = {}, .offset = offset};
    if (offset <= command.size())
      line.prompt =
          prompt_before(shown.substr(at, end - at), command.substr(offset, stop - offset));
    if (line.prompt) offset = stop + 1;
    lines.push_back(line);
    at = end + 1;
  }
  return offset == command.size() + 1 ? std::optional(std::move(lines)) : std::nullopt;
}

// What stands behind a command on its last line: a comment, or commands that go with it.
void append_rest(std::string& out, std::string_view rest, bool shared) {
  if (shared) {
    append_escaped_html(out, rest);
    return;
  }
  const bool blank = trim(rest).empty();
  append_span(out, "note", blank ? rest.substr(0, rest.find('\n')) : rest);
  if (blank && rest.ends_with('\n')) out += '\n';
}

// What the page shows of a command: its lines, the prompts before them, output in between, and
// `rest`, which is HTML. Each of several lines is an element, and so is one behind a `note`.
void append_shown(std::string& out, std::string_view shown, const Command& command,
                  std::string_view rest, bool note) {
  MarkedText marked = MarkedText::of_command(command);
  const auto lines = shown_lines(shown, command.text);
  if (!lines) {
    marked.append(out, 0, command.text.size());
    out += rest;
    return;
  }
  const bool several = note || lines->size() > 1;
  for (const ShownLine& line : *lines) {
    if (!line.prompt) {
      append_span(out, "out", line.text);
      continue;
    }
    const bool ends = line.text.ends_with('\n');
    const std::string_view prompt = line.text.substr(0, *line.prompt);
    if (several) out += "<span class=\"l\">";
    append_span(out, trim(prompt).empty() ? "in" : "prompt", prompt);
    marked.append(out, line.offset,
                  line.offset + line.text.size() - prompt.size() - (ends ? 1 : 0));
    out += ends ? std::string_view("\n") : rest;
    if (several) out += "</span>";
  }
}

// What stands between commands: comments, and what nobody took for a command.
void append_between(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string_view line = text.substr(at, end - at);
    if (trim_start(line).starts_with('#')) {
      append_span(out, "c", line);
    } else {
      append_escaped_html(out, line);
    }
    at = end;
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
  RiskNote note = {};
  bool shared = false;  // commands after it stand on its lines, in part: all go only together
};

CodeFigures::CodeFigures(const Document& document, const Words& words)
    : document_(document), words_(words), keys_(command_keys(document)) {
  by_block_.resize(document.code_blocks.size());
  message_.resize(document.code_blocks.size(), kNone);
  for (Index i = 0; i < document.commands.size(); ++i) {
    const Index block = document.commands[i].code_block;
    if (block < by_block_.size()) by_block_[block].push_back(i);
  }
  for (Index i = 0; i < document.templates.size(); ++i) {
    const Index block = document.templates[i].code_block;
    if (block < message_.size()) message_[block] = i;
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
    const std::size_t newline = block.text.find('\n', std::max(*end, std::size_t{1}) - 1);
    const std::size_t rest = newline == std::string::npos ? block.text.size() : newline + 1;
    if (line < free_from) {
      Unit& before = units.back();
      before.shared = true;
      before.end = std::max(before.end, rest);
      if (is_worse(command.risk, before.note.risk)) before.note = risk_note(command);
    } else {
      units.push_back({line, *begin, rest, *end, &command, &keys_[i], risk_note(command)});
    }
    free_from = units.back().end;
  }
  return units;
}

void CodeFigures::append_caption(std::string& out, const CodeBlock& block,
                                 const std::vector<Unit>& units, bool uniform) const {
  out += "<figcaption><span class=\"label\">";
  if (block.role == CodeRole::other) {
    append_escaped_html(
        out, block.language.empty() ? words_.text("code.other") : std::string_view(block.language));
  } else {
    append_escaped_html(out, words_.text("code." + std::string(role_name(block.role))));
  }
  out += "</span>";
  if (uniform) {
    append_risk_note(out, units[0].note, words_);
  } else if (!units.empty()) {
    const Risk worst = std::ranges::max_element(units, [](const Unit& a, const Unit& b) {
                         return is_worse(b.note.risk, a.note.risk);
                       })->note.risk;
    const std::string word =
        worst == Risk::destroy ? "code.destroys" : "risk." + std::string(risk_name(worst));
    append_risk_word(out, worst, word, words_);
  } else if (is_shell_language(block.language) && block.role != CodeRole::output) {
    append_risk_word(out, Risk::unknown, "code.unread", words_);
  }
  out += "</figcaption>";
}

void CodeFigures::append_unit(std::string& out, std::string_view text, const Unit& unit,
                              bool noted) const {
  const Risk risk = unit.note.risk;
  out += unit.command->standalone && !unit.shared ? R"(<span class="cmd")"
                                                  : R"(<span class="cmd part")";
  append_attribute(out, "id", command_anchor(*unit.key));
  if (risk != Risk::read) append_attribute(out, "data-risk", risk_name(risk));
  out += '>';
  const bool note = noted && !unit.note.quiet();
  if (note) append_risk_note(out, unit.note, words_, "\n");
  std::string rest;
  append_rest(rest, text.substr(unit.text_end, unit.end - unit.text_end), unit.shared);
  append_shown(out, text.substr(unit.line, unit.text_end - unit.line), *unit.command, rest, note);
  out += "</span>";
}

void CodeFigures::append_units(std::string& out, const CodeBlock& block,
                               const std::vector<Unit>& units, bool commands_only,
                               bool noted) const {
  const std::string_view text = block.text;
  const auto between = [&](std::size_t begin, std::size_t end) {
    const std::string_view part = text.substr(begin, end - begin);
    if (commands_only) {
      append_span(out, "out", part);
    } else {
      append_between(out, part);
    }
  };
  std::size_t at = 0;
  for (const Unit& unit : units) {
    between(at, unit.line);
    append_unit(out, text, unit, noted);
    at = unit.end;
  }
  between(at, text.size());
}

void CodeFigures::append_message(std::string& out, Index index) const {
  const CodeBlock& block = document_.code_blocks[index];
  static const std::vector<Placeholder> kNoPlaceholders;
  const auto& placeholders = message_[index] == kNone
                                 ? kNoPlaceholders
                                 : document_.templates[message_[index]].placeholders;
  MarkedText::of_message(block.text, placeholders).append(out, 0, block.text.size());
}

void CodeFigures::append(std::string& out, Index index) const {
  const CodeBlock& block = document_.code_blocks[index];
  const std::vector<Unit> units = units_of(block, index);
  const bool prompted = std::ranges::any_of(units, [&](const Unit& unit) {
    const std::string_view text = block.text;
    return !trim(text.substr(unit.line, unit.begin - unit.line)).empty();
  });
  const bool commands_only = !units.empty() && (prompted || block.mixed);
  const bool uniform = !units.empty() && std::ranges::all_of(units, [&](const Unit& unit) {
    return unit.note == units[0].note;
  });
  out += R"(<figure class="code" id="code.)";
  out += std::to_string(index + 1);
  out += '"';
  append_attribute(out, "data-role", role_name(block.role));
  if (!block.language.empty()) append_attribute(out, "data-language", block.language);
  if (commands_only) append_attribute(out, "data-copies", "commands");
  out += '>';
  append_caption(out, block, units, uniform);
  out += "<pre><code>";
  if (units.empty()) {
    append_message(out, index);
  } else {
    append_units(out, block, units, commands_only, !uniform);
  }
  out += "</code></pre></figure>";
}

}  // namespace runbookc
