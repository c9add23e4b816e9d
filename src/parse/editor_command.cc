#include "parse/editor_command.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

bool is_editor(std::string_view program) {
  constexpr auto kEditors =
      std::to_array<std::string_view>({"vi", "vim", "nvim", "nano", "emacs", "visudo", "vipw",
                                       "vigr", "sudoedit", "$EDITOR", "${EDITOR}"});
  return program.ends_with("-edit") || std::ranges::find(kEditors, program) != kEditors.end();
}

bool has_own_editor(std::string_view program) {
  constexpr auto kPrograms = std::to_array<std::string_view>(
      {"kubectl", "oc", "systemctl", "knife", "helm", "sops", "ansible-vault", "virsh", "gcloud"});
  return std::ranges::find(kPrograms, program) != kPrograms.end();
}

// Whether a part of any of these names stands in it: so nearly no command is taken apart.
bool may_open_editor(std::string_view line) {
  constexpr auto kParts =
      std::to_array<std::string_view>({"vi", "edit", "EDITOR", "nano", "emacs", "crontab"});
  return std::ranges::any_of(
      kParts, [&](std::string_view part) { return line.find(part) != std::string_view::npos; });
}

}  // namespace

bool opens_editor(std::string_view command) {
  if (!may_open_editor(command)) return false;
  const std::string line = collapse_space(command.substr(0, command.find('\n')));
  std::vector<std::string_view> words = split(line, ' ');
  const auto runs_another = [](std::string_view word) {
    return word == "sudo" || word == "bundle" || word == "exec" ||
           (word.find('=') != std::string_view::npos && word.front() != '-');
  };
  words.erase(words.begin(), std::ranges::find_if_not(words, runs_another));
  if (words.empty()) return false;
  const std::string_view program = file_name(words.front());
  const auto has = [&](std::string_view word) {
    return std::ranges::find(words, word) != words.end();
  };
  return is_editor(program) || (program == "crontab" && has("-e")) ||
         (has_own_editor(program) && has("edit"));
}

}  // namespace runbookc
