#include "check/told_waiting.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/editor_command.h"
#include "parse/prompts.h"

namespace runbookc {
namespace {

// "at the prompt", "when prompted"; not "promptly".
bool speaks_of_prompt(std::string_view lower) {
  constexpr std::string_view kPrompt = "prompt";
  for (std::size_t at = lower.find(kPrompt); at != std::string_view::npos;
       at = lower.find(kPrompt, at + 1))
    if (!lower.substr(at + kPrompt.size()).starts_with("ly")) return true;
  return false;
}

bool tells(std::string_view text) {
  constexpr std::array<std::string_view, 25> kWords = {
      "ctrl",      "control-c",     "press ",           "type ",      "then exit",
      "exit the",  "exit it",       "exit from",        "and exit",   "to exit",
      "quit",      "log out",       "logout",           "leave the",  "to leave",
      "inside ",   "in the shell",  "answer ",          "confirm",    "in that shell",
      "utilities", "debug session", "commands such as", "exit debug", "once connected"};
  const std::string lower = to_lower(text);
  return speaks_of_prompt(lower) || std::ranges::any_of(kWords, [&](std::string_view word) {
           return lower.find(word) != std::string::npos;
         });
}

// What a program asks, as a block shows it.
bool shows_questions(std::string_view output) {
  constexpr std::array<std::string_view, 8> kQuestions = {
      "[Enter]", "y/N", "Y/n", "y/n", "yes/no", "assword:", "assphrase:", "Press "};
  return std::ranges::any_of(kQuestions, [&](std::string_view question) {
    return output.find(question) != std::string_view::npos;
  });
}

// What stands directly behind the block in the same container, or null.
const Block* behind(const Document& document, Index code) {
  const Index next = std::max(document.blocks[code].end, code + 1);
  const bool there =
      next < document.blocks.size() && document.blocks[next].parent == document.blocks[code].parent;
  return there ? &document.blocks[next] : nullptr;
}

// The text with which the next item begins: of the same list, or of one behind the block.
std::string_view next_item(const Document& document, Index code) {
  const std::vector<Block>& blocks = document.blocks;
  const Index parent = blocks[code].parent;
  Index next = std::max(blocks[code].end, code + 1);
  if (next >= blocks.size()) return {};
  const bool list = blocks[next].kind == BlockKind::list && blocks[next].parent == parent;
  const bool item = blocks[next].kind == BlockKind::item && parent != kNone &&
                    blocks[next].parent == blocks[parent].parent;
  if (!list && !item) return {};
  while (next < blocks.size() &&
         (blocks[next].kind == BlockKind::list || blocks[next].kind == BlockKind::item))
    ++next;
  const bool text = next < blocks.size() && blocks[next].kind == BlockKind::paragraph;
  return text ? std::string_view(blocks[next].text) : std::string_view();
}

// "Edit the VM and adjust its template" over `oc edit vm`.
bool says_change(std::string_view text) {
  constexpr std::array<std::string_view, 8> kWords = {"edit",    "adjust", "change ", "set ",
                                                      "replace", "add ",   "update",  "remove"};
  const std::string lower = to_lower(text);
  return std::ranges::any_of(
      kWords, [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// Whether a block in the language of a console stands behind, maybe introduced by a paragraph.
bool shows_what_is_typed(const Document& document, Index code) {
  constexpr std::array<std::string_view, 9> kOfConsoles = {
      "sql", "psql", "postgresql", "mysql", "ruby", "python", "redis", "mongodb", "elixir"};
  const Block* next = behind(document, code);
  if (next != nullptr && next->kind == BlockKind::paragraph)
    next = behind(document, static_cast<Index>(next - document.blocks.data()));
  if (next == nullptr || next->kind != BlockKind::code) return false;
  const std::string& language = document.code_blocks[next->payload].language;
  return std::ranges::find(kOfConsoles, language) != kOfConsoles.end();
}

bool opens_shell(const Command& command) {
  return command.interactive && (command.risk_reason.starts_with("opens ") ||
                                 command.risk_reason.starts_with("starts a debug"));
}

bool told_behind(const Document& document, const Command& command) {
  const Index code = document.code_blocks[command.code_block].block;
  const bool editor = opens_editor(command.text);
  if (opens_shell(command) && shows_what_is_typed(document, code)) return true;
  const std::string_view item = next_item(document, code);
  if (tells(item) || (editor && says_change(item))) return true;
  const Block* next = behind(document, code);
  if (next == nullptr) return false;
  if (next->kind == BlockKind::paragraph) return editor || tells(next->text);
  return editor && next->kind == BlockKind::code &&
         document.code_blocks[next->payload].role != CodeRole::shell;
}

// `sh-4.4#`, `shop=>`, `root@db:/#`, `/ #`; in a session `# `, too.
bool is_inner_prompt(std::string_view line, bool session) {
  const std::string_view token = line.substr(0, line.find(' '));
  if (token == "/" || token == "~") return line.substr(1).starts_with(" # ");
  if (token == "#") return session;
  if (token.starts_with("sh-") || token.starts_with("bash-"))
    return token.back() == '$' || token.back() == '#';
  return token.size() > 1 && (token.back() == '#' || token.back() == '>') && token.front() != '<' &&
         token.front() != '#' && token.front() != '>';
}

bool is_leaving(std::string_view line) {
  constexpr std::array<std::string_view, 5> kLeaving = {"exit", "logout", "quit", "\\q", "exit;"};
  while (line.starts_with("$ ") || line.starts_with("> ")) line.remove_prefix(2);
  return std::ranges::find(kLeaving, trim(line)) != kLeaving.end();
}

// Of a prompt `user@host`; "" if it is another one.
std::string_view user_of(std::string_view line) {
  const std::size_t at = line.find('@');
  const bool prompt = at != std::string_view::npos && at < line.find(' ') && prompt_size(line) > 0;
  return prompt ? line.substr(line.front() == '[' ? 1 : 0, at) : std::string_view();
}

// Whether a block in the rest of the section can only be read in a shell that was opened before.
bool is_shell_inside(std::string_view line) {
  const std::string_view token = line.substr(0, line.find(' '));
  const bool shell = token.starts_with("sh-") || token.starts_with("bash-");
  return is_leaving(line) || (shell && (token.back() == '#' || token.back() == '$'));
}

}  // namespace

std::uint32_t ToldWaiting::last_inside(Index section) {
  if (!sections_) {
    sections_.emplace();
    for (const CodeBlock& code : document_.code_blocks) {
      if (code.role != CodeRole::shell) continue;
      const std::vector<std::string_view> lines = split_lines(code.text);
      for (std::size_t i = 0; i < lines.size() && i < code.line_starts.size(); ++i)
        if (is_shell_inside(trim_start(lines[i])))
          (*sections_)[code.section] = code.line_starts[i].line;
    }
  }
  const auto found = sections_->find(section);
  return found == sections_->end() ? 0 : found->second;
}

bool ToldWaiting::in_step(Index step) {
  const auto [place, added] = steps_.try_emplace(step, false);
  const Index begin = document_.steps[step].block;
  const Index end = added ? std::max(document_.blocks[begin].end, begin + 1) : begin;
  for (Index i = begin; i < end && !place->second; ++i)
    place->second = tells(document_.blocks[i].text);
  return place->second;
}

const ToldWaiting::InBlock& ToldWaiting::in_block(Index index) {
  const auto [place, added] = blocks_.try_emplace(index);
  if (!added) return place->second;
  InBlock& found = place->second;
  const CodeBlock& code = document_.code_blocks[index];
  const std::vector<std::string_view> lines = split_lines(code.text);
  const bool session = trim_start(code.text).starts_with("$ ");
  std::string_view user;
  for (std::size_t i = 0; i < lines.size() && i < code.line_starts.size(); ++i) {
    const std::string_view line = trim_start(lines[i]);
    const bool comment = line.starts_with('#') && !session;
    found.comment |= comment && tells(line);
    const std::string_view own = user_of(line);
    if (user.empty()) user = own;
    if (is_inner_prompt(line, session) || is_leaving(line) || (!own.empty() && own != user))
      found.leaving = code.line_starts[i].line;
  }
  return found;
}

bool ToldWaiting::is_told(const Command& command) {
  if (command.step != kNone && in_step(command.step)) return true;
  const InBlock& block = in_block(command.code_block);
  if (block.comment || block.leaving > command.span.end.line) return true;
  const CodeBlock& own = document_.code_blocks[command.code_block];
  if (opens_shell(command) && last_inside(own.section) > command.span.end.line) return true;
  const Index code = own.block;
  return tells(command.description) || shows_questions(command.expected_output) ||
         (opens_editor(command.text) && says_change(command.description)) ||
         tells(introductions_.paragraph(code)) || told_behind(document_, command);
}

}  // namespace runbookc
