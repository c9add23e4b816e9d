#include "check/lone_tag.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/prompts.h"

namespace runbookc {
namespace {

constexpr std::size_t kMostAround = 1000;  // bytes of a paragraph on each side of the tag

// Programs of runbooks, in any letter case. A fix that is withheld costs little, one that splits a
// command damages the text.
constexpr auto kPrograms = std::to_array<std::string_view>({
    "ansible",   "ansible-playbook",
    "apt-get",   "aws",
    "awk",       "az",
    "bash",      "ceph",
    "chmod",     "chown",
    "consul",    "crictl",
    "curl",      "dd",
    "dnf",       "docker",
    "etcdctl",   "gcloud",
    "git",       "grep",
    "gsutil",    "helm",
    "iptables",  "journalctl",
    "jq",        "kubectl",
    "mkdir",     "mongosh",
    "mysql",     "mysqldump",
    "nc",        "nomad",
    "npm",       "npx",
    "nslookup",  "oc",
    "openssl",   "pg_dump",
    "pip",       "pip3",
    "pkill",     "podman",
    "promtool",  "psql",
    "python",    "python3",
    "rados",     "redis-cli",
    "rm",        "rmdir",
    "rsync",     "scp",
    "sed",       "ssh",
    "sudo",      "systemctl",
    "tcpdump",   "telnet",
    "terraform", "tofu",
    "umount",    "velero",
    "vi",        "vim",
    "wget",      "xargs",
    "yum",       "zcat",
    "zfs",       "zpool",
});

// Words that are prose as well, so only as a shell would read them, and what asks for a command or
// belongs to one.
constexpr auto kExactWords = std::to_array<std::string_view>({
    "apt",    "cat",    "cd",     "cp",    "dig",      "du",     "echo",   "exec",  "execute",
    "export", "find",   "ip",     "kill",  "ln",       "ls",     "make",   "mount", "mv",
    "ping",   "ps",     "run",    "Run",   "service",  "sh",     "su",     "tail",  "tar",
    "tee",    "touch",  "vault",  "watch", "ALTER",    "CREATE", "DELETE", "DROP",  "FROM",
    "GRANT",  "INSERT", "SELECT", "TABLE", "TRUNCATE", "UPDATE", "VALUES", "WHERE",
});

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kBetweenWords = " \t\r\n<>|()[]{}\"'*,;`";

bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }

template <typename Words>
bool is_one_of(std::string_view word, const Words& words) {
  return std::ranges::find(words, word) != words.end();
}

// Nothing, white space or an opening bracket: the tag begins a word.
bool begins_word(std::string_view before) {
  return before.empty() || is_space(before.back()) || before.back() == '(';
}

// Nothing, or white space after at most the punctuation of a sentence: the tag ends a word.
bool ends_word(std::string_view after) {
  const std::size_t past = std::min(after.find_first_not_of(".,:;!?)"), after.size());
  return past == after.size() || is_space(after[past]);
}

// A setting's name, what opens a quotation or a list of values, or code that the tag goes on.
bool belongs_to_neighbour(std::string_view before, std::string_view after) {
  before = trim(before);
  after = trim(after);
  return (!before.empty() &&
          std::string_view(":={[\"'`\\").find(before.back()) != std::string_view::npos) ||
         after.starts_with('`');
}

bool is_part_of_command(std::string_view word) {
  const bool is_option =
      word.starts_with('-') && word.find_first_not_of('-') != std::string_view::npos;
  const bool is_path = word.starts_with('/') || word.starts_with("./") || word.starts_with("~/") ||
                       word.find("://") != std::string_view::npos || word.ends_with(".sh") ||
                       word.ends_with(".py");
  if (is_option || is_path || word.starts_with('$') || word.find('=') != std::string_view::npos) {
    return true;
  }
  const std::size_t first = word.find_first_not_of("_\\");
  if (first == std::string_view::npos) return false;
  const std::string_view bare = word.substr(first, word.find_last_not_of("_\\.:!?") + 1 - first);
  return is_one_of(bare, kExactWords) || is_one_of(to_lower(bare), kPrograms);
}

// Spaces of other scripts as ASCII, which is all that is told apart here.
std::string with_plain_spaces(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const CodePoint point = decode_utf8(text);
    if (point.value >= 0x80 && is_unicode_space(point.value)) {
      plain += ' ';
    } else {
      plain += text.substr(0, point.size);
    }
    text.remove_prefix(point.size);
  }
  return plain;
}

// After the marks of quotes, lists and tables: `> ` is no prompt there.
bool begins_with_prompt(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>*+-0123456789.)|");
  return first != std::string_view::npos && prompt_size(line.substr(first)) > 0;
}

// A line that begins something of its own, whatever stands above it.
bool begins_block(std::string_view line) {
  line = trim(line);
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  const bool is_numbered =
      digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
  return is_numbered || line.starts_with("- ") || line.starts_with("* ") ||
         line.starts_with("+ ") || line.starts_with('#') || line.starts_with('|');
}

// What of the paragraph stands before the end of `text`; nothing if it goes on for too long.
std::optional<std::string_view> paragraph_before(std::string_view text) {
  const std::size_t skipped = text.size() - std::min(text.size(), kMostAround);
  const std::string_view window = text.substr(skipped);
  std::size_t kept = window.size();
  std::size_t end = window.size();
  while (true) {
    const std::size_t newline = end == 0 ? std::string_view::npos : window.rfind('\n', end - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    const std::string_view line = window.substr(begin, end - begin);
    const bool is_above = end < window.size();
    if (is_above && trim(line).empty()) return window.substr(kept);
    if (newline == std::string_view::npos) {
      return skipped == 0 ? std::optional(window) : std::nullopt;
    }
    if (begins_block(line)) return window.substr(begin);
    kept = begin;
    end = newline;
  }
}

// The same for what stands after the start of `text`.
std::optional<std::string_view> paragraph_after(std::string_view text) {
  const std::string_view window = text.substr(0, kMostAround);
  const bool is_all = window.size() == text.size();
  std::size_t newline = window.find('\n');
  while (newline != std::string_view::npos) {
    const std::size_t next = window.find('\n', newline + 1);
    if (next == std::string_view::npos && !is_all) return std::nullopt;
    const std::string_view line = window.substr(newline + 1, next - newline - 1);
    if (trim(line).empty() || begins_block(line)) return window.substr(0, newline);
    newline = next;
  }
  return is_all ? std::optional(window) : std::nullopt;
}

constexpr std::size_t kLongestName = 60;  // bytes before and behind the tag

bool is_words(std::string_view text) {
  return std::ranges::all_of(text, [](char c) {
    return c == ' ' || c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
  });
}

// Whether a quotation of a name may begin behind `before`: not behind a setting or a program.
bool opens_name(std::string_view before) {
  if (!begins_word(before)) return false;
  before = trim_end(before);
  const std::string_view word = before.substr(before.find_last_of(kSpace) + 1);
  return word.empty() || (std::string_view(":={[").find(word.back()) == std::string_view::npos &&
                          !is_part_of_command(word));
}

}  // namespace

bool holds_command(std::string_view utf8) {
  const std::string text = with_plain_spaces(utf8);
  bool in_code = false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    const bool is_end = at == text.size();
    if (!is_end && kBetweenWords.find(text[at]) == std::string_view::npos) continue;
    const std::string_view word = std::string_view(text).substr(begin, at - begin);
    if (!in_code && !word.empty() && is_part_of_command(word)) return true;
    if (!is_end && text[at] == '`') in_code = !in_code;
    begin = at + 1;
  }
  return false;
}

bool is_in_quoted_name(std::string_view text, std::size_t begin, std::size_t end) {
  // A page may hold many tags, and no quotation mark at all: no more is looked at than decides.
  const std::size_t skipped = begin - std::min(begin, kMostAround);
  const std::string_view before = text.substr(skipped, begin - skipped);
  const std::size_t open = before.find_last_of("'\"");
  if (open == std::string_view::npos || before.size() - open > kLongestName) return false;
  const std::string_view after = text.substr(end, kLongestName);
  const std::size_t close = after.find(before[open]);
  if (close == std::string_view::npos || !ends_word(after.substr(close + 1))) return false;
  const std::string words =
      std::string(before.substr(open + 1)) + " " + std::string(after.substr(0, close));
  return !trim(words).empty() && is_words(words) && !holds_command(words) &&
         opens_name(before.substr(0, open));
}

bool is_lone_tag(std::string_view text, std::size_t begin, std::size_t end) {
  const auto before = paragraph_before(text.substr(0, begin));
  const auto after = paragraph_after(text.substr(end));
  if (!before || !after || !begins_word(*before) || !ends_word(*after)) return false;
  if (belongs_to_neighbour(*before, *after)) return false;
  if (std::ranges::any_of(split_lines(*before), begins_with_prompt)) return false;
  return !holds_command(*before) && !holds_command(*after);
}

}  // namespace runbookc
