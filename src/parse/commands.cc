#include "parse/commands.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/code_roles.h"
#include "parse/placeholders.h"
#include "parse/prompts.h"

namespace runbookc {
namespace {

// Where byte `at` of line `line` of the block's text stands in the source.
Position place_in(const CodeBlock& code, std::size_t line, std::string_view before) {
  if (line >= code.line_starts.size()) return code.content.end;
  Position position = code.line_starts[line];
  position.column += static_cast<std::uint32_t>(count_code_points(before));
  return position;
}

std::string_view without_marks(std::string_view comment) {
  const std::size_t words = comment.find_first_not_of("# \t");
  return words == std::string_view::npos ? std::string_view() : comment.substr(words);
}

void add_comment(std::string& description, std::string_view comment) {
  const std::string_view words = trim(without_marks(trim(comment)));
  if (words.empty()) return;
  if (!description.empty()) description += ' ';
  description += words;
}

std::vector<Command> from_session(const CodeBlock& code, const PromptedSession& session) {
  if (session.commands.empty()) return {};
  const std::vector<std::string_view> lines = split_lines(code.text);
  Command command;
  command.text = join(session.commands, "\n");
  for (const std::string& comment : session.comments) add_comment(command.description, comment);
  command.expected_output = join(session.output, "\n");
  const std::string_view first = lines[session.first_line];
  std::size_t start = prompt_size(first);
  start += first.substr(start).find_first_not_of(" \t");
  command.span = {place_in(code, session.first_line, first.substr(0, start)),
                  place_in(code, session.last_line, trim_end(lines[session.last_line]))};
  return {std::move(command)};
}

bool is_comment_line(std::string_view line) {
  const std::string_view text = trim(line);
  return text.starts_with('#') && !text.starts_with("#!");
}

std::vector<Command> from_script(const CodeBlock& code) {
  const std::vector<std::string_view> lines = split_lines(code.text);
  Command command;
  std::size_t first = 0;
  for (; first < lines.size(); ++first) {
    if (is_comment_line(lines[first]))
      add_comment(command.description, lines[first]);
    else if (!trim(lines[first]).empty())
      break;
  }
  std::size_t end = lines.size();
  while (end > first && trim(lines[end - 1]).empty()) --end;
  if (first == end) return {};
  const std::size_t indent = lines[first].find_first_not_of(" \t");
  for (std::size_t i = first; i < end; ++i) {
    if (i > first) command.text += '\n';
    command.text += i == first ? lines[i].substr(indent) : lines[i];
  }
  command.text = trim_end(command.text);
  command.span = {place_in(code, first, lines[first].substr(0, indent)),
                  place_in(code, end - 1, trim_end(lines[end - 1]))};
  return {std::move(command)};
}

void add_commands(Document& document, const Introductions& introductions, Index index) {
  const CodeBlock& code = document.code_blocks[index];
  for (Command& command : extract_commands(code)) {
    command.language = code.language;
    command.section = code.section;
    command.step = code.step;
    command.code_block = index;
    if (command.description.empty())
      command.description = last_sentence(introductions.paragraph(code.block));
    document.commands.push_back(std::move(command));
  }
}

// The output block says what the last command of the block before it prints.
void add_output(Document& document, const Introductions& introductions, const CodeBlock& code) {
  const Index shell = code_before(document, introductions, code);
  if (shell == kNone || document.commands.empty()) return;
  Command& last = document.commands.back();
  if (last.code_block != shell) return;
  if (!last.expected_output.empty()) last.expected_output += '\n';
  last.expected_output += trim_end(code.text);
}

void add_template(Document& document, Index index) {
  const CodeBlock& code = document.code_blocks[index];
  document.templates.push_back({.text = std::string(trim_end(code.text)),
                                .span = code.content,
                                .code_block = index,
                                .placeholders = find_message_placeholders(code.text)});
}

}  // namespace

std::vector<Command> extract_commands(const CodeBlock& code) {
  const auto session = read_session(code.text);
  std::vector<Command> commands = session ? from_session(code, *session) : from_script(code);
  for (Command& command : commands) command.placeholders = find_placeholders(command.text);
  return commands;
}

void find_commands(Document& document, const Introductions& introductions) {
  document.commands.clear();
  document.templates.clear();
  for (Index i = 0; i < document.code_blocks.size(); ++i) {
    switch (document.code_blocks[i].role) {
      case CodeRole::shell:
        add_commands(document, introductions, i);
        break;
      case CodeRole::output:
        add_output(document, introductions, document.code_blocks[i]);
        break;
      case CodeRole::message:
        add_template(document, i);
        break;
      case CodeRole::other:
        break;
    }
  }
}

}  // namespace runbookc
