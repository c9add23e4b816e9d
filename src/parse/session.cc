#include "parse/session.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "parse/editor_command.h"
#include "parse/printed_text.h"
#include "parse/program_words.h"
#include "parse/prompts.h"
#include "parse/shell_likeness.h"
#include "shell/grammar.h"
#include "shell/placeholder_ranges.h"

namespace runbookc {
namespace {

bool is_comment(std::string_view line) { return trim_start(line).starts_with('#'); }

// `╭─user@host ~/folder` stands above `╰─$ command`.
bool is_drawing(std::string_view line) { return trim_start(line).starts_with("╭─"); }

std::string_view root_command(std::string_view line) {
  const std::string_view text = trim_start(line);
  return text.starts_with("# ") ? trim(text.substr(2)) : std::string_view();
}

bool is_root_prompt(std::string_view line, const RiskTable& table) {
  const std::string_view command = root_command(line);
  return !command.empty() && reads_as_shell(command, table);
}

// Whether the line behind a root prompt is what the command there printed.
bool prints(const std::vector<std::string_view>& lines, std::size_t prompt,
            const RiskTable& table) {
  return prompt + 1 < lines.size() && reads_as_output(trim(lines[prompt + 1]), table, false);
}

// Where no line has another prompt or begins with a program, the first that root's may be. In a
// script a comment may hold a command: there it must have printed something.
std::optional<std::size_t> first_root_prompt(const std::vector<std::string_view>& lines,
                                             const RootPrompts& root) {
  if (root.table == nullptr) return std::nullopt;
  const auto is_typed = [&](std::string_view line) {
    return prompt_size(line) > 0 ||
           (!is_comment(line) && begins_with_program(trim(line), *root.table));
  };
  if (std::ranges::any_of(lines, is_typed)) return std::nullopt;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (trim(lines[i]).empty()) continue;
    if (is_root_prompt(lines[i], *root.table) && (root.from_start || prints(lines, i, *root.table)))
      return i;
    if (!is_comment(lines[i])) return std::nullopt;
  }
  return std::nullopt;
}

// Whether one line is a command that the next line cannot belong to.
bool is_complete(std::string_view line) {
  if (line.ends_with('\\')) return false;
  const ShellScript script = parse_shell(line, placeholder_ranges(line));
  return !script.error && line.find("<<") == std::string_view::npos;
}

// A prompt that hardly stands for anything else.
bool has_plain_prompt(std::string_view line) {
  return prompt_size(line) > 0 && !is_arrow_prompt(line) && !trim_start(line).starts_with('%');
}

// Where a session begins with commands that were typed without a prompt, before others have one:
// each is shell beyond doubt, and whole. (A document may hold lines that look like prompts.)
std::optional<std::size_t> first_bare_command(const std::vector<std::string_view>& lines,
                                              const RiskTable* table) {
  const auto prompt = std::ranges::find_if(lines, has_plain_prompt);
  if (table == nullptr || prompt == lines.end()) return std::nullopt;
  std::optional<std::size_t> first;
  for (std::size_t i = 0; lines.begin() + static_cast<std::ptrdiff_t>(i) != prompt; ++i) {
    if (trim(lines[i]).empty() || is_comment(lines[i])) continue;
    if (!is_complete(lines[i]) || !reads_as_shell(lines[i], *table)) return std::nullopt;
    if (!first) first = i;
  }
  return first;
}

std::optional<std::size_t> first_prompt(const std::vector<std::string_view>& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (trim(lines[i]).empty() || is_drawing(lines[i])) continue;
    if (prompt_size(lines[i]) > 0) return i;
    if (!is_comment(lines[i])) return std::nullopt;
  }
  return std::nullopt;
}

// The lines from a prompt on, as far as they may be one command.
struct Candidate {
  std::string text;
  std::vector<LineOrigin> lines;

  void add(std::string_view line, std::size_t number, std::size_t skipped) {
    if (!lines.empty()) text += '\n';
    text += line.substr(skipped);
    lines.push_back({static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(skipped)});
  }
};

// How many lines the first statement of a candidate takes.
struct Extent {
  std::size_t lines = 1;
  bool open = false;  // it takes all, and more lines might complete it
};

Extent first_extent(const std::string& text) {
  const ShellScript script = parse_shell(text, placeholder_ranges(text));
  if (script.statements.empty()) return {};
  const ByteRange range = script.statements[0].range;
  auto lines = std::ranges::count(std::string_view(text).substr(0, range.end), '\n') + 1;
  // A comment that a backslash joins to the command was typed with it.
  const std::string_view rest = trim_start(std::string_view(text).substr(range.end));
  if (rest.starts_with("\\\n") && is_comment(rest.substr(2))) ++lines;
  const bool wrong = script.error && script.error->range.begin < range.end;
  // A backslash at the very end continues the statement only if nothing stands between the two.
  const bool whole = trim(rest).empty() || rest == "\\";
  return {static_cast<std::size_t>(lines), whole && (wrong || text.ends_with('\\'))};
}

// How often all of a session may be read again to find where its commands end. Doubling takes less
// for commands that do end.
constexpr std::size_t kReadings = 8;

class SessionReader {
 public:
  SessionReader(const std::vector<std::string_view>& lines, std::size_t first,
                const RiskTable* table)
      : lines_(lines), arrows_(is_arrow_prompt(lines[first])) {
    find_prompts(first, table);
    for (std::size_t i = 0; i < first; ++i)
      if (is_comment(lines[i])) comments_.emplace_back(trim(lines[i]));
    for (std::size_t i = first; i < lines.size(); ++i) left_ += kReadings * (lines[i].size() + 1);
  }

  std::vector<SessionCommand> read() {
    for (std::size_t next = 0; next < prompts_.size();) next = read_prompt(next);
    for (SessionCommand& command : commands_)
      while (!command.output.empty() && trim(command.output.back()).empty())
        command.output.pop_back();
    return std::move(commands_);
  }

 private:
  // The lines that were typed: at a prompt, before the first one, or where the text goes on
  // without.
  void find_prompts(std::size_t first, const RiskTable* table) {
    bool bare = prompt_size(lines_[first]) == 0 && !is_comment(lines_[first]);
    bool root = prompt_size(lines_[first]) == 0 && !bare;
    bool edited = false;  // an editor was opened
    std::size_t introduced = lines_.size();
    for (std::size_t i = first; i < lines_.size(); ++i) {
      const bool plain = is_prompt(lines_[i]);
      bare = bare && !plain;
      const bool led = introduced < i && lines_[i].find_first_of(" \t") != 0;
      const bool untold = bare || edited || led;
      const bool typed = !plain && table != nullptr && untold && !is_comment(lines_[i]) &&
                         reads_as_shell(lines_[i], *table);
      if (typed && led) introductions_.insert(introduced);
      if (!trim(lines_[i]).empty()) introduced = introduces(i) ? i : lines_.size();
      if (!plain && !typed && (!root || !is_root_prompt(lines_[i], *table))) continue;
      prompts_.push_back(i);
      edited = opens_editor(command_at(lines_[i]));
      root = root || (table != nullptr && makes_root(command_at(lines_[i])));
    }
  }

  // "To name the key that signs, run:" and an empty line: the author speaks.
  bool introduces(std::size_t i) const {
    const std::string_view line = trim_end(lines_[i]);
    constexpr std::ptrdiff_t kFewest = 4;
    return i + 1 < lines_.size() && trim(lines_[i + 1]).empty() && line.ends_with(':') &&
           is_upper(line.front()) && std::ranges::count(line, ' ') >= kFewest;
  }

  // Of a line that has one.
  static std::size_t size_of_prompt(std::string_view line) {
    const std::size_t size = prompt_size(line);
    return size > 0 || !is_comment(line) ? size : line.find('#') + 1;
  }
  static std::string_view command_at(std::string_view line) {
    return trim(line.substr(size_of_prompt(line)));
  }
  bool is_prompt(std::string_view line) const {
    return prompt_size(line) > 0 && (arrows_ || !is_arrow_prompt(line));
  }
  std::size_t end_of(std::size_t prompt) const {
    return prompt < prompts_.size() ? prompts_[prompt] : lines_.size();
  }

  // Returns the index of the next prompt.
  std::size_t read_prompt(std::size_t prompt) {
    const std::size_t begin = prompts_[prompt];
    const std::string_view text = command_at(lines_[begin]);
    if (text.empty() || text.starts_with('#')) {
      if (!text.empty()) comments_.emplace_back(text);
      add_printed(begin + 1, end_of(prompt + 1));
      return prompt + 1;
    }
    const std::size_t used = command_lines(prompt);
    const Candidate taken = candidate(begin, begin + used);
    commands_.push_back({taken.text, taken.lines, std::exchange(comments_, {}), {}});
    std::size_t next = prompt + 1;
    while (next < prompts_.size() && prompts_[next] < begin + used) ++next;
    add_printed(begin + used, end_of(next));
    return next;
  }

  // In a session whose prompt is `> `, a line may continue the command before it. The lines that
  // are tried double, and once all of them were tried in vain, or too many bytes in all, no more
  // are: cost stays linear.
  std::size_t command_lines(std::size_t prompt) {
    const std::size_t begin = prompts_[prompt];
    if (is_complete(candidate(begin, begin + 1).text)) return 1;
    const Extent alone = first_extent(candidate(begin, end_of(prompt + 1)).text);
    if (!alone.open || !arrows_) return alone.lines;
    for (std::size_t more = 2; left_ > 0; more *= 2) {
      const std::string text = candidate(begin, end_of(prompt + more)).text;
      left_ -= std::min(left_, text.size());
      const Extent extent = first_extent(text);
      if (!extent.open) return extent.lines;
      if (prompt + more >= prompts_.size()) left_ = 0;
    }
    return alone.lines;
  }

  Candidate candidate(std::size_t begin, std::size_t end) const {
    Candidate found;
    const std::string_view first = lines_[begin];
    const std::size_t size = size_of_prompt(first);
    const std::size_t command = first.find_first_not_of(" \t", size);
    found.add(first, begin, command == std::string_view::npos ? first.size() : command);
    bool continues = true;
    for (std::size_t i = begin + 1; i < end; ++i) {
      const std::string_view line = lines_[i];
      const bool arrow = line.starts_with("> ") || line == ">";
      continues = continues && arrow;
      const std::size_t skipped = line == ">" ? 1 : 2;
      found.add(line, i, arrow && (continues || arrows_) ? skipped : 0);
    }
    return found;
  }

  // Comments at the end of what stands between two prompts describe the command that follows.
  void add_printed(std::size_t begin, std::size_t end) {
    std::size_t comments = end;
    for (std::size_t i = end; i > begin; --i) {
      const std::string_view line = lines_[i - 1];
      if (is_comment(line)) comments = i - 1;
      if (!is_comment(line) && !trim(line).empty()) break;
    }
    add_output(begin, comments);
    for (std::size_t i = comments; i < end; ++i)
      if (is_comment(lines_[i])) comments_.emplace_back(trim(lines_[i]));
  }

  // Those that were to continue the command, but for a blank behind its backslash.
  std::size_t behind_lost_lines(std::size_t begin, std::size_t end) const {
    if (!trim_end(commands_.back().text).ends_with('\\')) return begin;
    while (begin < end && trim_end(lines_[begin]).ends_with('\\')) ++begin;
    return std::min(begin + 1, end);
  }

  // What is typed at the prompt of another program, and all that follows it there, is none of the
  // command before it, and neither is what one writes in an editor.
  void add_output(std::size_t begin, std::size_t end) {
    if (commands_.empty() || opens_editor(commands_.back().text)) return;
    std::vector<std::string>& output = commands_.back().output;
    for (std::size_t i = behind_lost_lines(begin, end); i < end; ++i) {
      if (introductions_.contains(i)) comments_.emplace_back(trim(lines_[i]));
      if (introductions_.contains(i)) return;
      if (!repl_language(lines_[i]).empty()) {
        while (!output.empty() && is_comment(output.back())) output.pop_back();
        return;
      }
      if (!is_drawing(lines_[i]) && !(output.empty() && trim(lines_[i]).empty()))
        output.emplace_back(lines_[i]);
    }
  }

  const std::vector<std::string_view>& lines_;
  bool arrows_;
  std::size_t left_ = 0;  // bytes that may still be read again
  std::vector<std::size_t> prompts_;
  std::set<std::size_t> introductions_;  // lines of the author that lead to a command
  std::vector<std::string> comments_;
  std::vector<SessionCommand> commands_;
};

}  // namespace

bool makes_root(std::string_view command) {
  constexpr auto kOpeners = std::to_array<std::string_view>(
      {"sudo su", "sudo -i", "sudo -s", "sudo bash", "sudo sh", "sudo -E bash", "su", "chroot",
       "oc debug", "kubectl debug", "ssh root@"});
  constexpr auto kShells = std::to_array<std::string_view>({" sh", " bash", "/sh", "/bash"});
  const auto is_start = [&](std::string_view opener) {
    if (!command.starts_with(opener)) return false;
    return opener.ends_with('@') || command.size() == opener.size() ||
           command[opener.size()] == ' ';
  };
  const bool inside = command.find(" exec ") != std::string_view::npos ||
                      command.find(" run ") != std::string_view::npos;
  return std::ranges::any_of(kOpeners, is_start) ||
         (inside && std::ranges::any_of(
                        kShells, [&](std::string_view shell) { return command.ends_with(shell); }));
}

std::optional<std::vector<SessionCommand>> read_session(std::string_view text,
                                                        const RootPrompts& root) {
  const std::vector<std::string_view> lines = split_lines(text);
  auto first = first_prompt(lines);
  if (!first) first = first_bare_command(lines, root.table);
  if (!first) first = first_root_prompt(lines, root);
  if (!first) return std::nullopt;
  return SessionReader(lines, *first, root.table).read();
}

}  // namespace runbookc
