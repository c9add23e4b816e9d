#include "shell/secret_input.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "shell/secret_word.h"

namespace runbookc {
namespace {

enum class Input : std::uint8_t { other, password, accounts };  // `accounts`: `user:VALUE` a line

bool has_word(const SimpleCommand& command, std::string_view value) {
  return std::ranges::find(command.words, value, &ShellWord::value) != command.words.end();
}

// Among its own options, not those of what it starts.
bool is_sudo_reading(const SimpleCommand& command) {
  constexpr std::string_view kTakingValue = "CDghpRrTtUu";
  const auto& words = command.words;
  const auto sudo = std::ranges::find(words, "sudo", &ShellWord::value);
  for (auto word = sudo; word != words.end(); ++word) {
    if (word == sudo) continue;
    const std::string_view value = word->value;
    if (value == "--stdin") return true;
    if (!value.starts_with('-')) return false;
    const std::size_t argument = value.find_first_of(kTakingValue);
    if (value.find('S') < argument && !value.starts_with("--")) return true;
    if (argument + 1 == value.size() && std::next(word) != words.end()) ++word;
  }
  return false;
}

bool reads_passphrase(const SimpleCommand& command) {
  const auto& words = command.words;
  const auto option = std::ranges::find(words, "--passphrase-fd", &ShellWord::value);
  return option != words.end() && std::next(option) != words.end() &&
         std::next(option)->value == "0";
}

Input input_of(const SimpleCommand& command) {
  if (has_word(command, "chpasswd")) return Input::accounts;
  const bool password = (has_word(command, "passwd") && has_word(command, "--stdin")) ||
                        has_word(command, "--password-stdin") || is_sudo_reading(command) ||
                        reads_passphrase(command);
  return password ? Input::password : Input::other;
}

void add_word(std::vector<Secret>& found, std::string_view text, const ShellWord& word,
              Input input) {
  const std::size_t colon = input == Input::accounts ? word.value.find(':') + 1 : 0;
  if (input == Input::accounts && colon == 0) return;
  if (auto secret = password_in(text, word, colon)) found.push_back(std::move(*secret));
}

void add_piped(std::vector<Secret>& found, std::string_view text, const SimpleCommand& from,
               const SimpleCommand& to) {
  if (!from.pipeline || from.pipeline != to.pipeline || from.words.size() < 2) return;
  const std::string_view program = from.words[0].value;
  if (program != "echo" && program != "printf") return;
  const Input input = input_of(to);
  if (input != Input::other) add_word(found, text, from.words.back(), input);
}

void add_document(std::vector<Secret>& found, std::string_view text,
                  const ShellRedirection& redirection, Input input) {
  const Quoting quoting = redirection.expands ? Quoting::other : Quoting::single;
  if (redirection.body.end > text.size()) return;
  for (std::string_view line :
       split_lines(text.substr(redirection.body.begin, redirection.body.size()))) {
    line = trim(line);
    if (input == Input::accounts) line.remove_prefix(std::min(line.find(':'), line.size()));
    if (line.starts_with(':') && input == Input::accounts) line.remove_prefix(1);
    if (!is_password(line, quoting)) continue;
    const auto begin = static_cast<std::uint32_t>(line.data() - text.data());
    found.push_back({"a password", {begin, begin + static_cast<std::uint32_t>(line.size())}});
  }
}

// `read PASSWORD <<< VALUE`
void add_read(std::vector<Secret>& found, std::string_view text, const SimpleCommand& command,
              const ShellWord& input) {
  if (command.words.empty() || command.words[0].value != "read" || input.placeholder) return;
  const HeldValue shown = shown_value(text, input, 0);
  for (const ShellWord& name : command.words) {
    const Held held = held_by(name.value);
    if (!is_held_secret(held, input.value, shown.quoting)) continue;
    found.push_back({std::string(kind_of(held)), shown.range});
    return;
  }
}

void add_redirected(std::vector<Secret>& found, std::string_view text,
                    const SimpleCommand& command) {
  if (command.redirections.empty()) return;
  const Input input = input_of(command);
  for (const ShellRedirection& redirection : command.redirections) {
    if (redirection.op == "<<<") {
      add_read(found, text, command, redirection.target);
      if (input != Input::other) add_word(found, text, redirection.target, input);
    } else if (redirection.op.starts_with("<<") && input != Input::other) {
      add_document(found, text, redirection, input);
    }
  }
}

}  // namespace

std::vector<Secret> find_input_secrets(std::string_view text,
                                       std::span<const SimpleCommand> commands) {
  std::vector<Secret> found;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    add_redirected(found, text, commands[i]);
    if (i + 1 < commands.size()) add_piped(found, text, commands[i], commands[i + 1]);
  }
  return found;
}

}  // namespace runbookc
