#include "shell/standard_input.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace runbookc {
namespace {

// What the redirections of a command feed to it; the last one counts, as in a shell.
StandardInput redirected_input(const SimpleCommand& command) {
  StandardInput input;
  const std::string* text = nullptr;
  for (const ShellRedirection& redirection : command.redirections) {
    if (!redirection.op.starts_with('<') || redirection.op == "<>") continue;
    if (!redirection.descriptor.empty() && redirection.descriptor != "0") continue;
    input.fed = true;
    text = nullptr;
    if (redirection.op == "<<<") text = &redirection.target.value;
    if (redirection.op == "<<" || redirection.op == "<<-") text = &redirection.document;
  }
  if (text != nullptr) input.text = std::make_shared<const std::string>(*text);
  return input;
}

bool is_descriptor(std::string_view target) {
  return target.find_first_not_of("0123456789-") == std::string_view::npos;
}

}  // namespace

std::vector<StandardInput> standard_inputs(std::span<const SimpleCommand> commands) {
  std::vector<StandardInput> inputs;
  inputs.reserve(commands.size());
  std::unordered_map<std::uint32_t, SharedText> printed;  // by each pipeline so far
  for (const SimpleCommand& command : commands) {
    StandardInput input = redirected_input(command);
    if (command.pipeline) {
      const auto before = printed.find(*command.pipeline);
      if (before != printed.end() && !input.fed) input = {.fed = true, .text = before->second};
      printed[*command.pipeline] = printed_text(command, input);
    }
    inputs.push_back(std::move(input));
  }
  return inputs;
}

SharedText printed_text(const SimpleCommand& command, const StandardInput& input) {
  if (command.words.empty()) return nullptr;
  const std::string& program = command.words.front().value;
  if (program == "cat" && command.words.size() == 1) return input.text;
  if (program == "yes") return std::make_shared<const std::string>("y");
  if (program != "echo" && program != "printf") return nullptr;
  std::string text;
  for (std::size_t i = 1; i < command.words.size(); ++i) {
    const std::string& word = command.words[i].value;
    if (text.empty() && (word == "-e" || word == "-n" || word == "-ne" || word == "-en")) continue;
    if (!text.empty()) text += ' ';
    text += word;
  }
  return std::make_shared<const std::string>(replace_all(text, "\\n", "\n"));
}

std::vector<SharedText> texts_of_substitutions(std::span<const SimpleCommand> commands) {
  std::vector<SharedText> texts;
  const std::vector<StandardInput> inputs = standard_inputs(commands);
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (!commands[i].around.substitution) continue;
    if (SharedText text = printed_text(commands[i], inputs[i])) texts.push_back(std::move(text));
  }
  return texts;
}

bool prints_nothing(const SimpleCommand& command) {
  if (command.words.empty()) return true;
  const std::string& program = command.words.front().value;
  const auto words = std::span(command.words).subspan(1);
  const auto none = [](const ShellWord& word) { return word.value.empty() || word.value == "-n"; };
  if (program == ":" || program == "true") return true;
  if (program == "cat") return words.size() == 1 && words.front().value == "/dev/null";
  const bool echoes = program == "echo" && !words.empty();
  return (echoes || (program == "printf" && words.size() == 1)) && std::ranges::all_of(words, none);
}

std::vector<ShellWord> written_file(const ShellRedirection& redirection) {
  const std::string& op = redirection.op;
  const std::size_t arrow = op.find('>');
  if (arrow == std::string::npos) return {};
  const std::string_view file = redirection.target.value;
  const bool connection = file.starts_with("/dev/tcp/") || file.starts_with("/dev/udp/");
  if (op == "<>" && connection) return {};
  if (op.ends_with('&') && is_descriptor(redirection.target.value)) return {};
  ShellWord program;
  program.value = op.find(">>") == std::string::npos && op != "<>" ? ">" : ">>";
  return {std::move(program), redirection.target};
}

}  // namespace runbookc
