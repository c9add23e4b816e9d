#include "shell/lost_options.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "shell/bare_text.h"

namespace runbookc {
namespace {

constexpr std::string_view kBlanks = " \t\r";

ByteRange range_of(std::size_t begin, std::size_t end) {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

// The first word of a statement, if it is one that only an option can be. `-rw-r--r--` is of a
// listing, `-i, --ignore-case` of a help text, `-bash: x: not found` of a shell.
std::optional<std::string_view> option_of(std::string_view statement) {
  const std::string_view word = statement.substr(0, statement.find_first_of(" \t\r\n"));
  const std::size_t name = word.starts_with("--") ? 2 : 1;
  if (!word.starts_with('-') || word.size() <= name || !is_letter(word[name])) return std::nullopt;
  if (word.ends_with(',') || word.ends_with(':')) return std::nullopt;
  const bool mode = word.size() >= 10 &&
                    word.substr(1, 9).find_first_not_of("rwxsStT-") == std::string_view::npos;
  return mode ? std::nullopt : std::optional(word);
}

bool begins_line(std::string_view text, std::size_t at) {
  const std::size_t line = text.rfind('\n', at);
  return is_blank(text.substr(line == std::string_view::npos ? 0 : line + 1,
                              at - (line == std::string_view::npos ? 0 : line + 1)));
}

class LostOptionScan {
 public:
  LostOptionScan(std::string_view text, const ShellScript& script,
                 const std::vector<BrokenContinuation>& known)
      : text_(text), script_(script), known_(known), documents_(script.statements.size(), false) {
    for (const SimpleCommand& command : script.commands)
      for (const ShellRedirection& redirection : command.redirections)
        if (redirection.op.starts_with("<<") && redirection.op != "<<<" &&
            command.statement < documents_.size())
          documents_[command.statement] = true;
  }

  std::vector<BrokenContinuation> faults() {
    // Whether the line before may go on in an option: a command, or options of one.
    bool goes_on = false;
    for (std::size_t i = 0; i < script_.statements.size(); ++i) {
      const ByteRange range = script_.statements[i].range;
      const auto option = option_of(text_.substr(range.begin, range.size()));
      const bool lost = option && goes_on && begins_line(text_, range.begin) && look_at(i, *option);
      goes_on = (!option || lost) && !documents_[i] && text_[range.end - 1] != '&';
    }
    return std::move(found_);
  }

 private:
  // Whether the options of statement `i` belong to the one before it.
  bool look_at(std::size_t i, std::string_view option) {
    const std::size_t end = script_.statements[i - 1].range.end;
    const std::size_t next = script_.statements[i].range.begin;
    const std::string_view between = text_.substr(end, next - end);
    if (is_told(end, next)) return true;
    const std::size_t line = between.find('\n');
    if (line == std::string_view::npos) return false;
    if (between.substr(line + 1).find('\n') != std::string_view::npos)
      return add_gap(between, end, option);
    const std::string_view tail = between.substr(0, line);
    const bool comment = tail.find('#') != std::string_view::npos;
    if (!comment && !is_blank(tail)) return false;
    if (ends_doubled(end)) {
      add({ContinuationFault::doubled, range_of(end - 2, end + line), "\\", std::string(option)});
    } else {
      add({ContinuationFault::missing, range_of(end, end + (comment ? 0 : line)),
           comment ? std::nullopt : std::optional<std::string>(" \\"), std::string(option)});
    }
    return true;
  }

  // `\`, then nothing but empty lines.
  bool add_gap(std::string_view between, std::size_t at, std::string_view option) {
    const std::size_t slash = between.find_first_not_of(" \t");
    if (slash == std::string_view::npos || between[slash] != '\\') return false;
    const std::size_t last = between.rfind('\n');
    if (between.substr(slash + 1, last - slash).find_first_not_of(" \t\r\n") !=
        std::string_view::npos)
      return false;
    add({ContinuationFault::gap, range_of(at + slash + 1, at + last), "", std::string(option)});
    return true;
  }

  bool ends_doubled(std::size_t end) const {
    return end > 2 && text_.substr(end - 2, 2) == "\\\\" &&
           kBlanks.find(text_[end - 3]) != std::string_view::npos;
  }

  // Whether the line on which the statement before ends, or one up to here, has a fault already.
  bool is_told(std::size_t end, std::size_t next) const {
    const std::size_t line = end == 0 ? std::string_view::npos : text_.rfind('\n', end - 1);
    const auto begin = static_cast<std::uint32_t>(line == std::string_view::npos ? 0 : line + 1);
    const auto fault = std::ranges::lower_bound(
        known_, begin, {}, [](const BrokenContinuation& broken) { return broken.range.begin; });
    return fault != known_.end() && fault->range.begin < next;
  }

  void add(BrokenContinuation fault) {
    if (found_.size() < kMostShellSlips) found_.push_back(std::move(fault));
  }

  std::string_view text_;
  const ShellScript& script_;
  const std::vector<BrokenContinuation>& known_;
  std::vector<bool>
      documents_;  // by statement: it has a here-document, behind which nothing goes on
  std::vector<BrokenContinuation> found_;
};

}  // namespace

std::vector<BrokenContinuation> find_lost_options(std::string_view text, const ShellScript& script,
                                                  const std::vector<BrokenContinuation>& known) {
  if (script.statements.size() < 2 || text.find('\n') == std::string_view::npos) return {};
  return LostOptionScan(text, script, known).faults();
}

}  // namespace runbookc
