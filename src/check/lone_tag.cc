#include "check/lone_tag.h"

#include <algorithm>
#include <array>

#include "parse/prompts.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostBefore = 400;  // bytes before the tag that are looked at

// Programs of runbooks, some of which are words of prose, too (`find`): a fix that is withheld
// costs little, one that splits a command damages the text.
constexpr auto kPrograms = std::to_array<std::string_view>({
    "ansible",    "apt",       "apt-get", "aws",    "awk",      "az",      "bash",      "cat",
    "ceph",       "chmod",     "chown",   "consul", "cp",       "crictl",  "curl",      "dd",
    "dig",        "dnf",       "docker",  "du",     "echo",     "etcdctl", "export",    "find",
    "gcloud",     "git",       "grep",    "gsutil", "helm",     "ip",      "iptables",  "jq",
    "journalctl", "kill",      "kubectl", "ln",     "ls",       "mkdir",   "mount",     "mv",
    "mysql",      "mysqldump", "nc",      "nomad",  "nslookup", "oc",      "openssl",   "pg_dump",
    "ping",       "pkill",     "podman",  "ps",     "psql",     "python",  "python3",   "rados",
    "redis-cli",  "rm",        "rsync",   "scp",    "sed",      "sh",      "ssh",       "su",
    "sudo",       "systemctl", "tail",    "tar",    "tcpdump",  "telnet",  "terraform", "tee",
    "touch",      "umount",    "vault",   "vi",     "vim",      "wget",    "xargs",     "yum",
    "zcat",       "zfs",       "zpool",
});

constexpr std::string_view kSpace = " \t";

bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }

// Nothing, white space or an opening bracket: the tag begins a word.
bool begins_word(std::string_view before) {
  return before.empty() || is_space(before.back()) || before.back() == '(';
}

// Nothing, or white space after at most the punctuation of a sentence: the tag ends a word.
bool ends_word(std::string_view after) {
  const std::size_t past = std::min(after.find_first_not_of(".,:;!?)"), after.size());
  return past == after.size() || is_space(after[past]);
}

bool is_part_of_command(std::string_view word) {
  if (word.starts_with('(')) word.remove_prefix(1);
  const bool is_option =
      word.starts_with('-') && word.find_first_not_of('-') != std::string_view::npos;
  const bool is_path = word.starts_with('/') || word.starts_with("./") || word.starts_with("~/") ||
                       word.ends_with(".sh") || word.ends_with(".py");
  return is_option || is_path || word.starts_with('$') ||
         word.find('=') != std::string_view::npos ||
         std::ranges::find(kPrograms, word) != kPrograms.end();
}

// After the marks of quotes, lists and tables: `> ` is no prompt there.
bool begins_with_prompt(std::string_view before) {
  const std::size_t first = before.find_first_not_of(" \t>*+-0123456789.)|");
  return first != std::string_view::npos && prompt_size(before.substr(first)) > 0;
}

// Whether a word of `before` is a part of a command; what stands in backticks is set apart already.
bool holds_command(std::string_view before) {
  bool in_code = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= before.size(); ++at) {
    const bool ends = at == before.size() || is_space(before[at]) || before[at] == '`';
    if (!ends) continue;
    if (!in_code && is_part_of_command(before.substr(begin, at - begin))) return true;
    if (at < before.size() && before[at] == '`') in_code = !in_code;
    begin = at + 1;
  }
  return false;
}

}  // namespace

bool is_lone_tag(std::string_view line, std::size_t begin, std::size_t end) {
  const std::string_view before = line.substr(0, begin);
  if (!begins_word(before) || !ends_word(line.substr(end, kMostBefore))) return false;
  if (begins_with_prompt(before.substr(0, kMostBefore))) return false;
  return !holds_command(before.substr(before.size() - std::min(before.size(), kMostBefore)));
}

}  // namespace runbookc
