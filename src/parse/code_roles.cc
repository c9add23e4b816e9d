#include "parse/code_roles.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "parse/language.h"
#include "parse/other_text.h"
#include "parse/placeholders.h"
#include "parse/program_words.h"
#include "parse/prompts.h"
#include "parse/session.h"
#include "parse/shell_likeness.h"
#include "parse/windows_batch.h"

namespace runbookc {
namespace {

template <std::size_t kSize>
bool mentions(std::string_view text, const std::array<std::string_view, kSize>& words) {
  const std::string lower = lower_ascii(text);
  return std::ranges::any_of(
      words, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

constexpr std::array<std::string_view, 10> kOutputWords = {
    "output",      "expected", "should see", "should return", "should show",
    "should look", "result",   "looks like", "look like",     "similar to"};

constexpr std::array<std::string_view, 10> kMessageWords = {
    "communication", "template",    "status update", "status page", "notification",
    "announcement",  "post-mortem", "postmortem",    "message",     "email"};

// `> ` and `% ` start lines of many texts that are no session.
bool has_clear_prompt(std::string_view text) {
  for (const std::string_view line : split_lines(text)) {
    if (prompt_size(line) == 0) continue;
    const std::string_view start = trim_start(line);
    return !start.starts_with("> ") && !start.starts_with('%');
  }
  return false;
}

bool is_prompted(const CodeBlock& code, const RiskTable* table) {
  if (!code.language.empty() || !other_than_shell(code.text, nullptr).empty()) return false;
  const bool clear = has_clear_prompt(code.text);
  if (!clear && (table == nullptr || !trim_start(code.text).starts_with('#'))) return false;
  const auto session = read_session(code.text, {table, true});
  return session && !session->empty();
}

std::size_t count_words(std::string_view line) {
  const std::string text = collapse_space(line);
  return text.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(text, ' ')) + 1;
}

bool reads_as_prose(std::string_view text) {
  std::size_t words = 0;
  bool sentence = false;
  for (const std::string_view line : split_lines(text)) {
    const std::size_t in_line = count_words(line);
    words += in_line;
    sentence = sentence || in_line >= 3;
  }
  return words >= 5 && sentence;
}

bool stands_among_messages(const Document& document, const Introductions& introductions,
                           const CodeBlock& code) {
  for (Index i = code.section; i != kNone; i = document.sections[i].parent)
    if (mentions(document.sections[i].title, kMessageWords)) return true;
  return mentions(last_sentence(introductions.paragraph(code.block)), kMessageWords);
}

bool follows_shell(const Document& document, const Introductions& introductions,
                   const CodeBlock& code) {
  const Index before = code_before(document, introductions, code);
  return before != kNone && document.code_blocks[before].role == CodeRole::shell;
}

// A fence directly behind commands shows what they print; behind a paragraph, if that says so.
bool is_output(const Document& document, const Introductions& introductions, const CodeBlock& code,
               const RiskTable* table) {
  if (!is_output_language(code.language)) return false;
  if (!follows_shell(document, introductions, code)) return false;
  if (code.language == "output") return true;
  const Index before = introductions.before(code.block);
  const bool typed = table == nullptr || holds_program(code.text, *table);
  return (document.blocks[before].kind == BlockKind::code && !typed) ||
         mentions(last_sentence(introductions.paragraph(code.block)), kOutputWords);
}

// Whether what a block is, as other_than_shell says, was printed by the commands before it. JSON
// and YAML may also be files that one writes.
bool is_printed(const Document& document, const Introductions& introductions, const CodeBlock& code,
                std::string_view other) {
  if (!follows_shell(document, introductions, code)) return false;
  if (other == "a log" || other == "what a program printed") return true;
  if (other != "JSON" && other != "YAML") return false;
  return document.blocks[introductions.before(code.block)].kind == BlockKind::code ||
         mentions(last_sentence(introductions.paragraph(code.block)), kOutputWords);
}

// Whether the sentence before a block says that something is printed, and none that it is run.
bool is_called_output(const Introductions& introductions, const CodeBlock& code) {
  constexpr auto kSays = std::to_array<std::string_view>(
      {"output should", "example output", "sample output", "expected output", "the output",
       "output is", "will log", "message", "messages in", "should see", "should contain",
       "looks like", "look like", "similar to"});
  constexpr auto kRuns =
      std::to_array<std::string_view>({"run", "execute", "command", "use ", "call "});
  const std::string_view sentence = last_sentence(introductions.paragraph(code.block));
  return lower_ascii(sentence) == "output" ||
         (mentions(sentence, kSays) && !mentions(sentence, kRuns));
}

// What a block is that is called shell, or nothing calls anything; "" for shell.
std::string other_of(const Introductions& introductions, const CodeBlock& code,
                     const RiskTable* table) {
  if (code.language == "cmd" && is_windows_batch(code.text)) return "a Windows batch";
  std::string other = other_than_shell(code.text, table);
  if (!other.empty() || table == nullptr) return other;
  if (has_clear_prompt(code.text) || holds_program(code.text, *table) ||
      !is_called_output(introductions, code))
    return {};
  return "what a program printed";
}

}  // namespace

Index code_before(const Document& document, const Introductions& introductions,
                  const CodeBlock& code) {
  Index block = introductions.before(code.block);
  if (block != kNone && document.blocks[block].kind == BlockKind::paragraph)
    block = introductions.before(block);
  const bool found = block != kNone && document.blocks[block].kind == BlockKind::code;
  return found ? document.blocks[block].payload : kNone;
}

bool is_message(const Document& document, const Introductions& introductions,
                const CodeBlock& code) {
  return code.fenced && is_message_language(code.language) && reads_as_prose(code.text) &&
         stands_among_messages(document, introductions, code) &&
         code.text.find_first_of("[<{") != std::string::npos &&
         other_than_shell(code.text, nullptr).empty() &&
         !find_message_placeholders(code.text).empty();
}

void assign_code_roles(Document& document, const Introductions& introductions,
                       const CommandJudge* judge) {
  const RiskTable* table = judge != nullptr ? &judge->table : nullptr;
  for (CodeBlock& code : document.code_blocks) {
    const bool tagged = is_shell_language(code.language);
    const bool untagged = code.language.empty() && table != nullptr;
    const std::string other = tagged ? other_of(introductions, code, table) : std::string();
    if ((tagged && other.empty()) || is_prompted(code, table)) {
      code.role = CodeRole::shell;
    } else if (untagged && reads_as_shell(code.text, *table)) {
      code.role = CodeRole::shell;
      code.role_reason = "reads as shell";
    } else if (is_output(document, introductions, code, table) ||
               is_printed(document, introductions, code, other)) {
      code.role = CodeRole::output;
    } else if (is_message(document, introductions, code)) {
      code.role = CodeRole::message;
    }
    if (!other.empty()) code.role_reason = "holds " + other + ", in a fence " + code.language;
  }
}

}  // namespace runbookc
