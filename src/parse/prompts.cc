#include "parse/prompts.h"

#include <array>

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

// `user@host:~/folder$`, `user@host $`, `user@host>`
std::size_t user_prompt(std::string_view text) {
  const std::size_t user = name_size(text);
  if (user == 0 || user >= text.size() || text[user] != '@') return 0;
  std::size_t at = user + 1 + name_size(text.substr(user + 1));
  if (at == user + 1 || at >= text.size()) return 0;
  if (text[at] == ':')
    while (at < text.size() && text[at] != ' ' && !ends_prompt(text, at, "$#%>")) ++at;
  if (at < text.size() && text[at] == ' ') ++at;
  return ends_prompt(text, at, "$#%>") ? at + 1 : 0;
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

// `C:\Users\me>`
std::size_t drive_prompt(std::string_view text) {
  const bool drive = text.size() > 3 && text.substr(1, 2) == ":\\";
  const std::size_t mark = drive ? text.find('>') : std::string_view::npos;
  return mark < 120 ? mark + 1 : 0;
}

std::size_t drawn_prompt(std::string_view text) {
  for (const std::string_view start : {"╰─", "└─"}) {
    if (!text.starts_with(start)) continue;
    std::size_t at = start.size();
    while (text.substr(at).starts_with("─")) at += std::string_view("─").size();
    if (ends_prompt(text, at, "$#%>")) return at + 1;
    return text.substr(at).starts_with(' ') ? at : 0;
  }
  for (const std::string_view start : {"❯", "➜", "λ"})
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
  return close > 1 && text.substr(close).starts_with(") ") ? close + 2 : 0;
}

std::size_t bare_prompt_size(std::string_view text) {
  if (ends_prompt(text, 0, "$%")) return 1;
  if (text.starts_with("/ # ") || text.starts_with("~ # ")) return 3;
  for (const auto prompt :
       {user_prompt, bracket_prompt, shell_prompt, drive_prompt, drawn_prompt, arrow_prompt})
    if (const std::size_t size = prompt(text)) return size;
  return 0;
}

// What a command's text, read so far, still waits for. Not a grammar: it only tells which lines of
// a session belong together.
class OpenState {
 public:
  bool open() const { return quote_ != 0 || !here_end_.empty() || operator_last_; }
  bool verbatim() const { return quote_ != 0 || !here_end_.empty(); }

  void read_line(std::string_view line) {
    if (!here_end_.empty()) {
      if (trim(line) == here_end_) here_end_.clear();
      return;
    }
    operator_last_ = false;
    std::string here;
    for (std::size_t i = 0; i < line.size(); ++i) i = read_character(line, i, here);
    if (quote_ != 0) return;
    here_end_ = here;
    const std::string_view end = trim_end(line);
    for (const std::string_view mark : {"|", "&&", "do", "then", "{"})
      operator_last_ = operator_last_ || end.ends_with(mark);
    operator_last_ = operator_last_ || ends_in_backslash(line);
  }

 private:
  static bool ends_in_backslash(std::string_view line) {
    const std::size_t last = line.find_last_not_of('\\');
    const std::size_t count = line.size() - (last == std::string_view::npos ? 0 : last + 1);
    return count % 2 == 1;
  }

  // Returns the place of the last byte that it took.
  std::size_t read_character(std::string_view line, std::size_t i, std::string& here) {
    const char c = line[i];
    if (quote_ == '\'') {
      if (c == '\'') quote_ = 0;
    } else if (c == '\\') {
      return i + 1;
    } else if (quote_ == '"') {
      if (c == '"') quote_ = 0;
    } else if (c == '"' || c == '\'') {
      quote_ = c;
    } else if (c == '#' && (i == 0 || line[i - 1] == ' ' || line[i - 1] == '\t')) {
      return line.size();
    } else if (line.substr(i).starts_with("<<") && !line.substr(i).starts_with("<<<")) {
      return read_here_mark(line, i + 2, here);
    } else if (line.substr(i).starts_with("<<<")) {
      return i + 2;
    }
    return i;
  }

  static std::size_t read_here_mark(std::string_view line, std::size_t at, std::string& here) {
    if (at < line.size() && line[at] == '-') ++at;
    while (at < line.size() && line[at] == ' ') ++at;
    const bool quoted = at < line.size() && (line[at] == '"' || line[at] == '\'');
    if (quoted) ++at;
    const std::size_t size = name_size(line.substr(std::min(at, line.size())));
    here = line.substr(std::min(at, line.size()), size);
    return at + size - (quoted ? 0 : 1);
  }

  char quote_ = 0;
  std::string here_end_;
  bool operator_last_ = false;
};

bool is_comment(std::string_view line) { return trim_start(line).starts_with('#'); }

std::string_view without_arrow(std::string_view line) {
  if (line == ">") return {};
  return line.starts_with("> ") ? line.substr(2) : line;
}

bool starts_with_prompt(const std::vector<std::string_view>& lines) {
  for (const std::string_view line : lines) {
    if (trim(line).empty() || trim_start(line).starts_with("╭─")) continue;
    if (prompt_size(line) > 0) return true;
    if (!is_comment(line)) return false;
  }
  return false;
}

class PromptedReader {
 public:
  PromptedSession read(const std::vector<std::string_view>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) read_line(lines[i], i);
    while (!session_.output.empty() && trim(session_.output.back()).empty())
      session_.output.pop_back();
    return std::move(session_);
  }

 private:
  void read_line(std::string_view line, std::size_t number) {
    if (state_.open() && !session_.commands.empty()) {
      continue_command(line, number);
    } else if (const std::size_t size = prompt_size(line)) {
      start_command(trim_start(line.substr(size)), number);
    } else if (session_.commands.empty() && is_comment(line)) {
      session_.comments.emplace_back(trim(line));
    } else if (!line.starts_with("╭─") && !(session_.output.empty() && trim(line).empty())) {
      session_.output.emplace_back(line);
    }
  }

  void start_command(std::string_view text, std::size_t number) {
    if (text.starts_with('#')) {
      session_.comments.emplace_back(trim(text));
      return;
    }
    if (trim(text).empty()) return;
    if (session_.commands.empty()) session_.first_line = number;
    session_.last_line = number;
    session_.commands.emplace_back(trim_end(text));
    state_ = OpenState{};
    state_.read_line(text);
  }

  void continue_command(std::string_view line, std::size_t number) {
    const std::string_view text = without_arrow(line);
    session_.commands.back().append("\n").append(text);
    session_.last_line = number;
    state_.read_line(text);
  }

  PromptedSession session_;
  OpenState state_;
};

}  // namespace

std::size_t prompt_size(std::string_view line) {
  std::size_t start = line.find_first_not_of(" \t");
  if (start == std::string_view::npos) return 0;
  start += environment_size(line.substr(start));
  const std::size_t size = bare_prompt_size(line.substr(start));
  return size == 0 ? 0 : start + size;
}

std::optional<PromptedSession> read_session(std::string_view text) {
  const std::vector<std::string_view> lines = split_lines(text);
  if (!starts_with_prompt(lines)) return std::nullopt;
  return PromptedReader().read(lines);
}

}  // namespace runbookc
