#include "parse/prompts.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/text.h"

namespace runbookc {
namespace {

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("._-").find(c) != std::string_view::npos;
}

std::size_t name_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_name_character(text[size])) ++size;
  return size;
}

// A prompt's last character, with the space or the end of the line after it.
bool ends_prompt(std::string_view text, std::size_t at, std::string_view marks) {
  return at < text.size() && marks.find(text[at]) != std::string_view::npos &&
         (at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\t');
}

std::size_t word_size(std::string_view text) { return std::min(text.find(' '), text.size()); }

// `user@host:~/folder$`, `user@host $`, `user@host>`, `user@host folder %`
std::size_t user_prompt(std::string_view text) {
  const std::size_t user = name_size(text);
  if (user == 0 || user >= text.size() || text[user] != '@') return 0;
  std::size_t at = user + 1 + name_size(text.substr(user + 1));
  if (at == user + 1 || at >= text.size()) return 0;
  if (text[at] == ':')
    while (at < text.size() && text[at] != ' ' && !ends_prompt(text, at, "$#%>")) ++at;
  if (at < text.size() && text[at] == ' ') ++at;
  if (ends_prompt(text, at, "$#%>")) return at + 1;
  const std::size_t folder = at + word_size(text.substr(std::min(at, text.size()))) + 1;
  return at > 0 && folder < text.size() && ends_prompt(text, folder, "$#%") ? folder + 1 : 0;
}

// `web-1:~$`, `db:/var/log#`, `db:/var/log #`, `:~$`
std::size_t host_prompt(std::string_view text) {
  const std::size_t name = name_size(text);
  if (name + 1 >= text.size() || text[name] != ':') return 0;
  if (text[name + 1] != '~' && (text[name + 1] != '/' || name == 0)) return 0;
  std::size_t at = name + 1;
  while (at < text.size() && text[at] != ' ' && !ends_prompt(text, at, "$#")) ++at;
  if (at < text.size() && text[at] == ' ') ++at;
  return ends_prompt(text, at, "$#") ? at + 1 : 0;
}

// `laptop      $ ssh db-01`: names of different lengths, with their dollars in one column.
std::size_t column_prompt(std::string_view text, std::size_t name) {
  const std::size_t mark = text.find_first_not_of(' ', name);
  if (name == 0 || mark == std::string_view::npos || mark < name + 2) return 0;
  if (!is_letter(text.front()) || !ends_prompt(text, mark, "$") || mark + 2 >= text.size())
    return 0;
  return is_letter(text[mark + 2]) || text[mark + 2] == '.' || text[mark + 2] == '/' ? mark + 1 : 0;
}

// `worker$`, `db-01 $`, `/data $`: a name or a folder, and a dollar with a command behind it.
std::size_t place_prompt(std::string_view text) {
  const std::size_t name = name_size(text);
  std::size_t mark = name;
  const bool host = text.substr(0, name).find_first_of("0123456789") != std::string_view::npos &&
                    text.substr(0, name).find('-') != std::string_view::npos;
  if (host && name + 1 < text.size() && text[name] == ' ')
    return name + 3 < text.size() && ends_prompt(text, name + 1, "$#") ? name + 2 : 0;
  if (const std::size_t column = column_prompt(text, name)) return column;
  if (name == 0 && (text.starts_with('/') || text.starts_with('~'))) mark = word_size(text) + 1;
  return mark > 0 && mark + 2 < text.size() && ends_prompt(text, mark, "$") ? mark + 1 : 0;
}

// `➜  app git:(main) ✗ command` of a well-known theme, `➜ command`
std::size_t themed_prompt(std::string_view text) {
  constexpr std::string_view kArrow = "➜";
  if (!text.starts_with(kArrow)) return 0;
  std::size_t at = kArrow.size();
  if (!text.substr(at).starts_with("  ")) return text.substr(at).starts_with(' ') ? at : 0;
  at += 2;
  at += word_size(text.substr(at));
  for (const std::string_view state : {" git:(", " ✗"}) {
    if (!text.substr(at).starts_with(state)) continue;
    ++at;
    at += word_size(text.substr(at));
  }
  return at;
}

// `[root@db ~]#`, `[ec2-user@ip-10-0-0-1 app]$`
std::size_t bracket_prompt(std::string_view text) {
  const std::size_t close = text.find(']');
  if (!text.starts_with('[') || close == std::string_view::npos || close > 80) return 0;
  if (text.substr(0, close).find('@') == std::string_view::npos) return 0;
  const std::size_t mark =
      close + 1 < text.size() && text[close + 1] == ' ' ? close + 2 : close + 1;
  return ends_prompt(text, mark, "$#%>") ? mark + 1 : 0;
}

// `sh-4.4#`, `bash-5.1$`
std::size_t shell_prompt(std::string_view text) {
  for (const std::string_view shell : {"sh-", "bash-", "ksh-", "zsh-", "ash-"}) {
    if (!text.starts_with(shell)) continue;
    const std::size_t mark = text.find_first_not_of("0123456789.", shell.size());
    if (mark != std::string_view::npos && mark > shell.size() && ends_prompt(text, mark, "$#%"))
      return mark + 1;
  }
  return 0;
}

std::size_t drawn_prompt(std::string_view text) {
  for (const std::string_view start : {"╰─", "└─"}) {
    if (!text.starts_with(start)) continue;
    std::size_t at = start.size();
    while (text.substr(at).starts_with("─")) at += std::string_view("─").size();
    if (ends_prompt(text, at, "$#%>")) return at + 1;
    return text.substr(at).starts_with(' ') ? at : 0;
  }
  for (const std::string_view start : {"❯", "λ"})
    if (text.starts_with(start) && text.substr(start.size()).starts_with(' ')) return start.size();
  return 0;
}

// `> command`, but not `> file`, which empties a file.
std::size_t arrow_prompt(std::string_view text) {
  if (!text.starts_with("> ")) return 0;
  const std::string_view rest = trim(text.substr(2));
  const bool one_word = rest.find_first_of(" \t") == std::string_view::npos;
  const bool file = rest.find_first_of("/.$~\"'") != std::string_view::npos;
  return rest.empty() || (one_word && file) ? 0 : 1;
}

// `(venv) ` before the prompt proper.
std::size_t environment_size(std::string_view text) {
  if (!text.starts_with('(')) return 0;
  const std::size_t close = 1 + name_size(text.substr(1));
  if (close <= 1 || !text.substr(close).starts_with(')')) return 0;
  return text.substr(close + 1).starts_with(' ') ? close + 2 : close + 1;
}

std::size_t bare_prompt_size(std::string_view text) {
  if (ends_prompt(text, 0, "$%")) return 1;
  if (text.starts_with("$> ")) return 2;
  if (text.starts_with("/ # ") || text.starts_with("~ # ")) return 3;
  for (const auto prompt : {user_prompt, host_prompt, bracket_prompt, shell_prompt, place_prompt,
                            themed_prompt, drawn_prompt, arrow_prompt})
    if (const std::size_t size = prompt(text)) return size;
  return 0;
}

struct ReplPrompt {
  std::string_view start;
  std::string_view language;
};

constexpr std::array<ReplPrompt, 22> kReplPrompts = {{
    {"mysql>", "mysql"},   {"MariaDB>", "mysql"},
    {">>>", "python"},     {"...>", "sql"},
    {"sqlite>", "sql"},    {"SQL>", "sql"},
    {"cqlsh>", "cql"},     {"ksql>", "sql"},
    {"scala>", "scala"},   {"redis>", "redis"},
    {"mongo>", "mongodb"}, {"mongosh>", "mongodb"},
    {"test>", "mongodb"},  {"admin>", "mongodb"},
    {"irb>", "ruby"},      {"ghci>", "haskell"},
    {"jshell>", "java"},   {"influx>", "influxdb"},
    {"etcd>", "etcd"},     {"template1#", "postgresql"},
    {"gpg>", "gpg"},       {"sftp>", "sftp"},
}};

// `db=#`, `db=>`, `db-#`, `db(#` of psql; `MariaDB [shop]>`.
std::string_view database_repl(std::string_view text) {
  if (text.starts_with("MariaDB [")) return "mysql";
  const std::size_t name = name_size(text);
  if (name == 0 || name + 1 >= text.size()) return {};
  const bool dashed = text[name - 1] == '-' && name > 1 && text[name] == '#';
  const bool marked = text.substr(name).starts_with("=#") || text.substr(name).starts_with("=>") ||
                      text.substr(name).starts_with("(#");
  const std::size_t end = dashed ? name + 1 : name + 2;
  const bool ends = end == text.size() || text[end] == ' ';
  return (marked || dashed) && ends ? "postgresql" : std::string_view();
}

// `redis 127.0.0.1:6379>`, `10.0.0.1:6379[1]>`, `host:6379>`
std::string_view address_repl(std::string_view text) {
  if (text.starts_with("redis ")) text.remove_prefix(6);
  std::size_t at = name_size(text);
  if (at == 0 || at >= text.size() || text[at] != ':') return {};
  const std::size_t digits = ++at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at - digits < 4) return {};
  if (text.substr(at).starts_with('[')) at = std::min(text.find(']', at), text.size() - 1) + 1;
  return ends_prompt(text, at, ">") ? "redis" : std::string_view();
}

// `C:\Users\me>`, `PS C:\>`
std::string_view windows_prompt(std::string_view text) {
  const bool power = text.starts_with("PS ");
  if (power) text.remove_prefix(3);
  const bool drive = text.size() > 3 && text.substr(1, 2) == ":\\" && text.find('>') < 120;
  if (!drive && !(power && text.starts_with("> "))) return {};
  return power ? "powershell" : "cmd.exe";
}

// `irb(main):001:0>`, `[1] pry(main)>`, `iex(1)>`, `hbase(main):001:0>`, `rs0:PRIMARY>`,
// `In [1]:`
std::string_view mode_repl(std::string_view text) {
  constexpr std::array<ReplPrompt, 6> kStarts = {{{"irb(", "ruby"},
                                                  {"pry(", "ruby"},
                                                  {"iex(", "elixir"},
                                                  {"hbase(", "hbase"},
                                                  {"hbase:", "hbase"},
                                                  {"In [", "python"}}};
  if (text.starts_with('[') && text.find("] pry(") < 6) return "ruby";
  for (const ReplPrompt& start : kStarts)
    if (text.starts_with(start.start)) return start.language;
  for (const std::string_view member : {":PRIMARY>", ":SECONDARY>", " [direct: "})
    if (text.substr(0, 60).find(member) != std::string_view::npos) return "mongodb";
  return {};
}

}  // namespace

std::size_t prompt_size(std::string_view line) {
  // All prompts hold one of these; lines of output and prose hardly ever do.
  static constexpr ByteSet kMarks("$#%>\xE2\xCE");
  if (kMarks.find_in(line) == line.size()) return 0;
  std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return 0;
  start += environment_size(line.substr(start));
  const std::size_t size = bare_prompt_size(line.substr(start));
  return size == 0 ? 0 : start + size;
}

bool is_arrow_prompt(std::string_view line) {
  return trim_start(line).starts_with("> ") && prompt_size(line) > 0;
}

std::string_view repl_language(std::string_view line) {
  const std::string_view text = trim_start(line);
  if (text.empty()) return {};
  for (const ReplPrompt& prompt : kReplPrompts)
    if (text.front() == prompt.start.front() && text.starts_with(prompt.start) &&
        (text.size() == prompt.start.size() || text[prompt.start.size()] == ' '))
      return prompt.language;
  for (const auto& repl : {database_repl, address_repl, windows_prompt, mode_repl})
    if (const std::string_view language = repl(text); !language.empty()) return language;
  return {};
}

}  // namespace runbookc
