#include "parse/language.h"

#include <algorithm>
#include <array>

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 12> kShell = {
    "bash",  "cmd",          "command",       "console",      "ksh",      "sh",
    "shell", "shell-script", "shell-session", "shellsession", "terminal", "zsh"};
constexpr std::array<std::string_view, 9> kOutput = {"",       "json",      "log",  "logs", "none",
                                                     "output", "plaintext", "text", "txt"};
constexpr std::array<std::string_view, 7> kMessage = {"",          "markdown", "md", "none",
                                                      "plaintext", "text",     "txt"};

}  // namespace

bool is_shell_language(std::string_view language) {
  return std::ranges::find(kShell, language) != kShell.end();
}

bool is_output_language(std::string_view language) {
  return std::ranges::find(kOutput, language) != kOutput.end();
}

bool is_message_language(std::string_view language) {
  return std::ranges::find(kMessage, language) != kMessage.end();
}

}  // namespace runbookc
