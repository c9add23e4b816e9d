#include "parse/code_roles.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "parse/language.h"
#include "parse/placeholders.h"
#include "parse/prompts.h"

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

bool is_shell(const CodeBlock& code) {
  if (is_shell_language(code.language)) return true;
  if (!code.language.empty() || !has_clear_prompt(code.text)) return false;
  const auto session = read_session(code.text);
  return session && !session->commands.empty();
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

bool is_output(const Document& document, const Introductions& introductions,
               const CodeBlock& code) {
  if (!is_output_language(code.language)) return false;
  const Index before = code_before(document, introductions, code);
  if (before == kNone || document.code_blocks[before].role != CodeRole::shell) return false;
  if (code.language == "output") return true;
  return mentions(last_sentence(introductions.paragraph(code.block)), kOutputWords);
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
         code.text.find('[') != std::string::npos &&
         std::ranges::any_of(find_message_placeholders(code.text),
                             [](const Placeholder& found) { return found.text[0] == '['; });
}

void assign_code_roles(Document& document, const Introductions& introductions) {
  for (CodeBlock& code : document.code_blocks) {
    if (is_shell(code))
      code.role = CodeRole::shell;
    else if (is_output(document, introductions, code))
      code.role = CodeRole::output;
    else if (is_message(document, introductions, code))
      code.role = CodeRole::message;
  }
}

}  // namespace runbookc
