#include "check/waiting_help.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kEditor =
    "say what to change there, or change it by a command that needs no editor";

constexpr std::string_view kTyped = "say that what follows is typed there, and how to leave it";
constexpr std::string_view kBrowser = "say that a browser opens, and what to do there";
constexpr std::string_view kUnfollowed = "say when to stop it, or leave out '-f'";
constexpr std::string_view kKeptOpen =
    "say when to stop it, and that what follows needs another terminal";

struct Remedy {
  std::string_view program;
  std::string_view word;  // that stands in the command, too; "" for any
  std::string_view help;
};

// The first that fits counts.
constexpr std::array<Remedy, 45> kOfWaiting = {{
    {"openssl", "s_client", "end its input ('</dev/null')"},
    {"terraform", "apply", "apply a saved plan ('terraform plan -out=FILE')"},
    {"terraform", "destroy", "apply a saved plan ('terraform plan -destroy -out=FILE')"},
    {"tofu", "apply", "apply a saved plan ('tofu plan -out=FILE')"},
    {"tofu", "destroy", "apply a saved plan ('tofu plan -destroy -out=FILE')"},
    {"apt", "", "pass '-y', or say what to answer"},
    {"apt-get", "", "pass '-y', or say what to answer"},
    {"dnf", "", "pass '-y', or say what to answer"},
    {"yum", "", "pass '-y', or say what to answer"},
    {"npm", "init", "pass '-y', or say what to answer"},
    {"zypper", "", "pass '--non-interactive', or say what to answer"},
    {"pacman", "", "pass '--noconfirm', or say what to answer"},
    {"knife", "", "pass '-y', or say what to answer"},
    {"docker-machine", "rm", "pass '-y', or say what to answer"},
    {"bq", "rm", "pass '-f', or say what to answer"},
    {"hdiutil", "-stdinpass", "say which passphrase to type"},
    {"psql", "--password", "say which password to type"},
    {"runc", "exec", kTyped},
    {"gcloud", "ssh", kTyped},
    {"gcloud", "login", kBrowser},
    {"gcloud", "", "pass '--quiet', or say what to answer"},
    {"az", "login", kBrowser},
    {"aws", "login", kBrowser},
    {"oc", "debug", kTyped},
    {"kubectl", "debug", kTyped},
    {"kubectl", "edit", "say what to change, or use 'kubectl patch' or 'kubectl set'"},
    {"oc", "edit", "say what to change, or use 'oc patch' or 'oc set'"},
    {"git", "commit", "pass '-m' with the message, or say what to write"},
    {"git", "rebase", kEditor},
    {"less", "", "say how to leave it, or print it with 'cat'"},
    {"more", "", "say how to leave it, or print it with 'cat'"},
    {"vi", "", kEditor},
    {"vim", "", kEditor},
    {"nvim", "", kEditor},
    {"view", "", "say how to leave it, or print it with 'cat'"},
    {"nano", "", kEditor},
    {"emacs", "", kEditor},
    {"visudo", "", kEditor},
    {"vipw", "", kEditor},
    {"vigr", "", kEditor},
    {"sudoedit", "", kEditor},
    {"crontab", "", kEditor},
    {"man", "", "say what to look for in it, and how to leave it"},
    {"top", "", "say how to leave it, or print it once ('top -b -n 1')"},
    {"htop", "", "say what to look for in it, and how to leave it"},
}};

constexpr std::array<Remedy, 20> kOfBlocking = {{
    {"watch", "", "say what to wait for and how to stop it, or run what it repeats once"},
    {"kubectl", "logs", kUnfollowed},
    {"oc", "logs", kUnfollowed},
    {"docker", "logs", kUnfollowed},
    {"podman", "logs", kUnfollowed},
    {"docker-compose", "logs", kUnfollowed},
    {"tail", "", kUnfollowed},
    {"journalctl", "", kUnfollowed},
    {"kubectl", "port-forward", kKeptOpen},
    {"oc", "port-forward", kKeptOpen},
    {"kubectl", "proxy", kKeptOpen},
    {"sshuttle", "", kKeptOpen},
    {"socat", "", kKeptOpen},
    {"ssh", "", kKeptOpen},
    {"top", "", "say how to leave it, or print it once ('top -b -n 1')"},
    {"mtr", "", "say when to stop it, or count ('mtr --report')"},
    {"kubectl", "get", "say what to wait for, or use 'kubectl wait'"},
    {"oc", "get", "say what to wait for, or use 'oc wait'"},
    {"tcpdump", "", "say when to stop it, or limit it ('-c 100')"},
    {"ping", "", "say when to stop it, or limit it ('-c 5')"},
}};

bool has_word(std::string_view text, std::string_view word) {
  const std::string spaced = " " + collapse_space(text) + " ";
  return word.empty() || spaced.find(" " + std::string(word) + " ") != std::string::npos;
}

template <std::size_t size>
std::string_view remedy_of(const Command& command, const std::array<Remedy, size>& remedies) {
  for (const Remedy& remedy : remedies)
    if (std::ranges::find(command.programs, remedy.program) != command.programs.end() &&
        has_word(command.text, remedy.word))
      return remedy.help;
  return {};
}

// `ssh -L 5432:db:5432 bastion`: a tunnel, whose shell nobody needs.
bool forwards_ports(const Command& command) {
  return !command.programs.empty() && command.programs.front() == "ssh" &&
         (has_word(command.text, "-L") || has_word(command.text, "-R") ||
          has_word(command.text, "-D"));
}

}  // namespace

std::string waiting_help(const Command& command) {
  if (command.blocking) {
    const std::string_view help = remedy_of(command, kOfBlocking);
    if (!help.empty()) return std::string(help);
    if (has_word(command.text, "while") || has_word(command.text, "until"))
      return "say when to stop it, or leave the loop when it is done ('break')";
    return "say when to stop it, or bound it ('timeout 30')";
  }
  if (forwards_ports(command)) return std::string(kKeptOpen);
  const std::string_view help = remedy_of(command, kOfWaiting);
  if (!help.empty()) return std::string(help);
  if (command.risk_reason.starts_with("opens ")) return std::string(kTyped);
  return "say what to type, and how to leave it";
}

bool prompts_itself(const Command& command) {
  const bool says =
      has_word(command.text, "-p") || has_word(command.text, "-rp") || command.programs.empty();
  return has_word(command.text, "read") && says && !command.blocking;
}

}  // namespace runbookc
