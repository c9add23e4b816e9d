#include "parse/language.h"

#include <algorithm>
#include <array>

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 13> kShell = {
    "bash",         "cmd",           "command",      "console",    "ksh",      "sh", "shell",
    "shell-script", "shell-session", "shellsession", "sh-session", "terminal", "zsh"};
constexpr std::array<std::string_view, 5> kSession = {"console", "shell-session", "shellsession",
                                                      "sh-session", "terminal"};
constexpr std::array<std::string_view, 9> kOutput = {"",       "json",      "log",  "logs", "none",
                                                     "output", "plaintext", "text", "txt"};
constexpr std::array<std::string_view, 7> kMessage = {"",          "markdown", "md", "none",
                                                      "plaintext", "text",     "txt"};

// Of those that are none of the above.
constexpr std::array<std::string_view, 64> kOther = {
    "asciidoc",  "awk",    "bat",      "batch",      "c",          "conf",       "cpp",
    "cs",        "csharp", "css",      "csv",        "cypher",     "diff",       "dockerfile",
    "dot",       "elixir", "fish",     "go",         "golang",     "gotemplate", "graphql",
    "groovy",    "hcl",    "html",     "http",       "ini",        "java",       "javascript",
    "jinja",     "jq",     "js",       "json5",      "jsonc",      "jsonnet",    "kotlin",
    "lua",       "make",   "makefile", "mermaid",    "nginx",      "patch",      "perl",
    "php",       "plain",  "plantuml", "powershell", "promql",     "properties", "ps1",
    "puppet",    "python", "rego",     "ruby",       "rust",       "sql",        "systemd",
    "terraform", "tf",     "toml",     "ts",         "typescript", "xml",        "yaml",
    "yml"};

}  // namespace

bool is_known_language(std::string_view language) {
  return is_shell_language(language) ||
         (!language.empty() && (is_output_language(language) || is_message_language(language))) ||
         std::ranges::find(kOther, language) != kOther.end();
}

bool is_shell_language(std::string_view language) {
  return std::ranges::find(kShell, language) != kShell.end();
}

bool may_be_session(std::string_view language) {
  return language.empty() || std::ranges::find(kSession, language) != kSession.end();
}

bool is_output_language(std::string_view language) {
  return std::ranges::find(kOutput, language) != kOutput.end();
}

bool is_message_language(std::string_view language) {
  return std::ranges::find(kMessage, language) != kMessage.end();
}

}  // namespace runbookc
