// RB610: a look at something, without what to see.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/text.h"
#include "base/unicode.h"
#include "check/rule.h"
#include "check/shown_command.h"
#include "parse/introduction.h"
#include "parse/language.h"

namespace runbookc {
namespace {

bool tells(std::string_view text) {
  constexpr std::array<std::string_view, 30> kWords = {
      "expect",   "should",           "output",      "return",       "show",
      "print",    "look for",         "see ",        "healthy",      "report",
      "must",     "answers",          "says",        "no ",          "if ",
      "notready", "crashloopbackoff", "to identify", "is available", "are available",
      "confirm",  "not have",         "find the ",   "make a note",  "copy ",
      "paste ",   "column",           "this list",   "is up",        "are up"};
  const std::string lower = to_lower(text);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// The text with which a list begins.
std::string_view first_text(const Document& document, Index block) {
  const Index end = std::min<Index>(document.blocks[block].end, block + 3);
  for (Index i = block; i < std::max(end, block + 1); ++i)
    if (document.blocks[i].kind == BlockKind::paragraph) return document.blocks[i].text;
  return document.blocks[block].text;
}

// Whether something stands right behind the block, in the same step, that may say it: text, a
// list, a table, or a fence of no program's text.
bool tells_behind(const Document& document, Index code) {
  const Index next = document.blocks[code].end;
  if (next >= document.blocks.size()) return false;
  const Block& block = document.blocks[next];
  if (block.kind == BlockKind::list && block.parent == document.blocks[code].parent)
    return tells(first_text(document, next));
  if (block.kind != BlockKind::code) return block.kind != BlockKind::heading && tells(block.text);
  const CodeBlock& behind = document.code_blocks[block.payload];
  return behind.role != CodeRole::shell && is_output_language(behind.language);
}

// "…, confirm that the pod is up:" above the list whose first item holds the command.
bool tells_above_list(const Document& document, const Introductions& introductions, Index code) {
  const Index item = document.blocks[code].parent;
  if (item == kNone || document.blocks[item].kind != BlockKind::item) return false;
  const Index list = document.blocks[item].parent;
  const std::string_view text = trim_end(introductions.paragraph(list));
  return item == list + 1 && text.ends_with(':') && tells(text);
}

// Whether the next block of commands is a session of the same program that shows what it prints,
// with no more than a few paragraphs between the two.
bool is_shown_next(const Document& document, std::size_t index) {
  constexpr int kMostBetween = 3;
  if (index + 1 >= document.commands.size()) return false;
  const Command& command = document.commands[index];
  const Command& next = document.commands[index + 1];
  if (next.expected_output.empty() || command.programs.empty() || next.programs.empty() ||
      command.programs.front() != next.programs.front())
    return false;
  Index block = document.blocks[document.code_blocks[command.code_block].block].end;
  for (int i = 0; i < kMostBetween && block < document.blocks.size() &&
                  document.blocks[block].kind == BlockKind::paragraph;
       ++i)
    ++block;
  return block < document.blocks.size() && document.blocks[block].kind == BlockKind::code &&
         document.blocks[block].payload == next.code_block;
}

// A comment behind the last command.
bool tells_in_comment(const CodeBlock& code, const Command& command) {
  const std::vector<std::string_view> lines = split_lines(code.text);
  for (std::size_t i = 0; i < lines.size() && i < code.line_starts.size(); ++i)
    if (code.line_starts[i].line > command.span.end.line && trim_start(lines[i]).starts_with('#') &&
        tells(lines[i]))
      return true;
  return false;
}

// `export A=$(…)` prints nothing.
bool only_assigns(std::string_view text) {
  if (text.starts_with("export ")) text.remove_prefix(7);
  const auto end = std::ranges::find_if_not(text, is_word);
  return end != text.begin() && end != text.end() && *end == '=';
}

// `if …; then export A=$(…); fi`
bool assigns_on_condition(std::string_view text) {
  if (!text.starts_with("if ")) return false;
  constexpr std::array<std::string_view, 5> kFrame = {"if ", "elif ", "else", "fi", "then"};
  for (const std::string_view line : split_lines(text)) {
    const std::string_view part = trim(line);
    const bool frame =
        std::ranges::any_of(kFrame, [&](std::string_view word) { return part.starts_with(word); });
    if (!frame && !only_assigns(part)) return false;
  }
  return text.find('\n') != std::string_view::npos;
}

bool changes(const Command& command) {
  return command.risk == Risk::mutate || command.risk == Risk::destroy;
}

bool looks_only(const Command& command) {
  return command.risk == Risk::read && !command.programs.empty() && !command.blocking &&
         !command.interactive && command.syntax == SyntaxVerdict::ok &&
         !only_assigns(command.text) && !assigns_on_condition(command.text) &&
         !command.risk_reason.starts_with("forwards ");
}

std::vector<Finding> check(const PageContext& context) {
  const Document& document = context.document;
  const Introductions introductions(document.blocks);
  std::vector<Finding> findings;
  bool changed = false;
  for (std::size_t i = 0; i < document.commands.size(); ++i) {
    const Command& command = document.commands[i];
    const bool first = i == 0 || document.commands[i - 1].code_block != command.code_block;
    changed = (changed && !first) || changes(command);
    const bool last = i + 1 == document.commands.size() ||
                      document.commands[i + 1].code_block != command.code_block;
    if (!last || changed || !looks_only(command) || !command.expected_output.empty()) continue;
    const Index code = document.code_blocks[command.code_block].block;
    if (tells(command.description) || tells(introductions.paragraph(code)) ||
        tells_behind(document, code) || tells_above_list(document, introductions, code) ||
        tells_in_comment(document.code_blocks[command.code_block], command) ||
        is_shown_next(document, i))
      continue;
    findings.push_back({.span = command.span,
                        .message = "nothing says what '" + shown_command(command) + "' should show",
                        .help = "put its output in a fence 'text' behind it, or say what to expect",
                        .subject = command.text});
  }
  return findings;
}

}  // namespace

const Rule& expected_output_missing_rule() {
  static const Rule rule = {
      .code = "RB610",
      .name = "expected-output-missing",
      .recommended = Severity::off,
      .summary = "nothing says what a command that looks should show",
      .why =
          "A command that only looks is there for what it prints. Without an example a reader "
          "cannot tell a healthy answer from a sick one.\n\nPut the answer in a fence `text` "
          "behind the command, or say in the paragraph before or after it what to expect; a "
          "table or list of cases behind it says so, too. One finding for each block, at its last "
          "command; a block that changes something is left "
          "alone.",
      .bad = {"# Verification\n\n```bash\nkubectl get pods -n orders\n```\n"},
      .good = {"# Verification\n\n```bash\nkubectl get pods -n orders\n```\n\n```text\nNAME       "
               "READY   STATUS\norders-0   1/1     Running\n```\n"},
      .check_page = check,
      .reach = {.section = true}};
  return rule;
}

}  // namespace runbookc
