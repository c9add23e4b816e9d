#include "shell/program_variable.h"

#include <algorithm>
#include <string_view>

#include "shell/wildcard.h"

namespace runbookc {
namespace {

bool names_program(const ShellAssignment& assignment) {
  static const Alternatives names(
      "GIT_SSH|GIT_SSH_COMMAND|GIT_PAGER|GIT_EDITOR|GIT_SEQUENCE_EDITOR|GIT_ASKPASS|"
      "GIT_EXTERNAL_DIFF|GIT_PROXY_COMMAND|SSH_ASKPASS|PAGER|MANPAGER|SYSTEMD_PAGER|LESSOPEN|"
      "LESSCLOSE|BASH_ENV|PROMPT_COMMAND|LD_PRELOAD|LD_AUDIT|EDITOR|VISUAL|SUDO_EDITOR|KUBE_EDITOR|"
      "RSYNC_RSH|PERL5OPT|PERL5DB|RUBYOPT|PYTHONSTARTUP");
  return names.contain(assignment.name);
}

bool is_harmless(const ShellWord& value) {
  static const Alternatives programs(
      "|cat|less|less -R|less -S|less -FRX|less "
      "-FX|more|most|true|false|echo|vi|vim|nano|emacs|ed|ssh|/usr/bin/ssh");
  return value.literal && programs.contain(value.value);
}

}  // namespace

bool sets_program(const SimpleCommand& command) {
  return std::ranges::any_of(command.assignments, [](const ShellAssignment& assignment) {
    return names_program(assignment) && !is_harmless(assignment.value);
  });
}

}  // namespace runbookc
