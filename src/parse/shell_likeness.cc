#include "parse/shell_likeness.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/ascii.h"
#include "base/path.h"
#include "base/text.h"
#include "parse/other_text.h"
#include "parse/printed_text.h"
#include "parse/program_words.h"
#include "parse/prompts.h"
#include "shell/grammar.h"
#include "shell/placeholder_ranges.h"

namespace runbookc {
namespace {

bool has_option(const SimpleCommand& command) {
  return std::ranges::any_of(command.words, [](const ShellWord& word) {
    return word.value.size() > 1 && word.value.starts_with('-');
  });
}

// Something that a sentence does not have.
bool has_shell_mark(const SimpleCommand& command) {
  if (command.pipeline || !command.redirections.empty() || !command.assignments.empty())
    return true;
  return std::ranges::any_of(
      command.words.begin() + 1, command.words.end(), [](const ShellWord& word) {
        const std::string_view value = word.value;
        const std::size_t name = value.find_first_not_of('-');
        const bool option = value.starts_with('-') && name < value.size() && is_word(value[name]);
        return option || word.quoted || word.placeholder ||
               value.find_first_of("/$=*:@") != std::string_view::npos;
      });
}

// `service nginx restart`, `kill 123`, `sleep 30`, `watch kubectl get pods`: forms that sentences
// which begin with these words do not have.
bool has_own_form(const SimpleCommand& command, const RiskTable& table) {
  const auto& words = command.words;
  if (words.size() < 2) return false;
  const std::string_view program = words[0].value;
  const std::string_view second = words[1].value;
  if (program == "kill" || program == "sleep") return is_number(second);
  if (program == "watch" || program == "time")
    return table.find(second) != nullptr && !is_plain_word(second);
  constexpr auto kActions =
      std::to_array<std::string_view>({"start", "stop", "restart", "reload", "status"});
  return program == "service" && words.size() == 3 &&
         std::ranges::find(kActions, words[2].value) != kActions.end();
}

// How sure it is that a statement of a text is a command.
enum class Sureness : std::uint8_t {
  none,    // hardly
  likely,  // among commands that are beyond doubt
  sure,
  silent,  // it says nothing either way
};

bool is_program_name(std::string_view word) {
  return is_lower(word[0]) && !word.ends_with(':') && std::ranges::all_of(word, [](char c) {
           return is_lower(c) || is_digit(c) ||
                  std::string_view("-_.").find(c) != std::string_view::npos;
         });
}

Sureness sureness_of_other(const SimpleCommand& command) {
  const ShellWord& program = command.words[0];
  const std::string_view name = program.value;
  if (!program.literal) return has_shell_mark(command) ? Sureness::likely : Sureness::none;
  if (name.starts_with('/'))
    return command.words.size() > 1 && file_name(name).find('.') == std::string_view::npos
               ? Sureness::likely
               : Sureness::none;
  if (!is_program_name(name) || name == "or" || name == "and") return Sureness::none;
  return has_shell_mark(command) || command.words.size() <= 2 ? Sureness::likely : Sureness::none;
}

Sureness sureness(const SimpleCommand& command, const RiskTable& table) {
  if (command.words.empty()) return Sureness::silent;
  const ShellWord& program = command.words[0];
  if (program.placeholder || program.value.empty()) return Sureness::none;
  const bool marked = has_shell_mark(command);
  const bool short_with_option = has_option(command) && command.words.size() <= 6;
  if (ends_a_sentence(command) && !short_with_option) return Sureness::none;
  if (is_path_program(program.value, table) || program.value == "[") return Sureness::sure;
  const RiskProgram* known = table.find(program.value);
  if (known == nullptr || !program.literal) return sureness_of_other(command);
  if (!is_plain_word(program.value)) return Sureness::sure;
  if (marked || has_own_form(command, table)) return Sureness::sure;
  return command.words.size() <= 3 ? Sureness::likely : Sureness::none;
}

bool is_assignment_line(const SimpleCommand& command) {
  return command.words.empty() && !command.assignments.empty() && command.redirections.empty();
}

// Without what was typed into a program that the commands before it started. A text that begins so
// is whole.
std::string_view before_repl(std::string_view text) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at)) {
    const std::string_view rest = text.substr(++at);
    if (!repl_language(rest.substr(0, rest.find('\n'))).empty()) return text.substr(0, at);
  }
  return text;
}

// `> quoted`, `host    all   all   md5`
bool is_no_command(std::string_view statement) {
  if (statement[0] == '>' || statement[0] == '<') return true;
  const std::string_view line = statement.substr(0, statement.find('\n'));
  const std::string_view program = line.substr(0, line.find(' '));
  return is_plain_word(program) && has_columns(line) && line.find(" -") == std::string_view::npos;
}

// Whether each statement is a command, and most are beyond doubt.
bool is_beyond_doubt(const ShellScript& script, const RiskTable& table) {
  std::vector<Sureness> of(script.statements.size(), Sureness::none);
  bool words = false;
  for (const SimpleCommand& command : script.commands) {
    if (command.around.document || command.statement >= of.size()) continue;
    const Sureness found = sureness(command, table);
    if (found == Sureness::none && !command.around.function) return false;
    const bool sets = is_assignment_line(command) && script.commands.size() > 1;
    Sureness& whole = of[command.statement];
    if (found == Sureness::sure || sets)
      whole = Sureness::sure;
    else if (whole == Sureness::none || whole == Sureness::silent)
      whole = found;
    words = words || !command.words.empty();
  }
  const auto sure = std::ranges::count(of, Sureness::sure);
  const auto likely = std::ranges::count(of, Sureness::likely);
  return words && sure > 0 && sure >= likely && std::ranges::find(of, Sureness::none) == of.end();
}

// Without what the first commands printed, where that begins with a line that no command has.
std::string_view before_output(std::string_view text, const RiskTable& table) {
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at)) {
    const std::string_view rest = text.substr(++at);
    const std::string_view line = rest.substr(std::min(rest.find_first_not_of(" \t"), rest.size()));
    if (!line.starts_with('-') && !line.starts_with('|') && reads_as_output(line, table, false))
      return text.substr(0, at);
  }
  return text;
}

}  // namespace

bool reads_as_shell(std::string_view text, const RiskTable& table) {
  text = before_output(before_repl(text), table);
  if (!other_than_shell(text, nullptr).empty()) return false;
  const ShellScript script = parse_shell(text, placeholder_ranges(text));
  if (script.error || script.statements.empty()) return false;
  for (const ShellStatement& statement : script.statements)
    if (is_no_command(text.substr(statement.range.begin, statement.range.size()))) return false;
  return is_beyond_doubt(script, table);
}

}  // namespace runbookc
