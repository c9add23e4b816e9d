#include "parse/shell_statements.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"
#include "parse/language.h"
#include "parse/session.h"
#include "parse/shell_problems.h"
#include "parse/text_places.h"
#include "shell/grammar.h"
#include "shell/judged_commands.h"
#include "shell/needed_variables.h"
#include "shell/placeholder_ranges.h"

namespace runbookc {
namespace {

// Words of a comment, without its marks; "" for a line that only draws.
std::string_view comment_words(std::string_view comment) {
  const std::size_t begin = comment.find_first_not_of("# \t");
  if (begin == std::string_view::npos || comment.starts_with("#!")) return {};
  const std::string_view words = trim(comment.substr(begin));
  const bool drawn = words.find_first_not_of("-=*#_~+.<> \t") == std::string_view::npos;
  return drawn ? std::string_view() : words;
}

// `NAME=value`: an assignment that was commented out.
bool is_assignment(std::string_view words) {
  const std::size_t end = words.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_");
  return end != 0 && end != std::string_view::npos && words[end] == '=';
}

void add_comment(std::string& description, std::string_view comment) {
  const std::string_view words = comment_words(comment);
  if (words.empty() || is_assignment(words)) return;
  if (!description.empty()) {
    const bool sentence = words[0] >= 'A' && words[0] <= 'Z';
    const bool ended =
        std::string_view(".:;,!?").find(description.back()) != std::string_view::npos;
    description += sentence && !ended ? ". " : " ";
  }
  description += words;
}

// The blanks before a place that nothing else stands before in its line.
std::string_view indentation(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (text[begin - 1] == ' ' || text[begin - 1] == '\t')) --begin;
  const bool first = begin == 0 || text[begin - 1] == '\n';
  return first ? text.substr(begin, at - begin) : std::string_view();
}

// Of what stands between two statements.
bool holds_blank_line(std::string_view text) {
  std::size_t line = text.find('\n');
  while (line != std::string_view::npos) {
    const std::size_t next = text.find_first_not_of(" \t\r", line + 1);
    if (next == std::string_view::npos || text[next] != '\n') {
      line = text.find('\n', line + 1);
      continue;
    }
    return true;
  }
  return false;
}

bool is_ellipsis(std::string_view text) {
  text = trim(text);
  if (text.starts_with('[') && text.ends_with(']') && text.size() > 2)
    text = text.substr(1, text.size() - 2);
  return text == "…" || (text.size() >= 2 && text.find_first_not_of('.') == std::string_view::npos);
}

// The comments that describe a statement: those directly above it, and, if asked for, the one
// behind it.
std::string describe(std::string_view text, const ShellStatement& statement, bool with_behind) {
  std::string description;
  std::uint32_t end = 0;
  const auto between = [&](std::size_t begin, std::size_t stop) {
    return begin < stop ? text.substr(begin, stop - begin) : std::string_view();
  };
  for (const ByteRange comment : statement.comments) {
    const std::string_view words = text.substr(comment.begin, comment.size());
    if (comment.begin < statement.range.begin) {
      if (std::ranges::count(between(end, comment.begin), '\n') > 1) description.clear();
      add_comment(description, words);
      end = comment.end;
    } else if (with_behind && comment.begin >= statement.range.end) {
      const std::string_view gap = between(statement.range.end, comment.begin);
      if (gap.find('\n') == std::string_view::npos) add_comment(description, words);
    }
  }
  return description;
}

// Without the backslash that would make the shell wait for another line: none follows.
std::string_view without_open_end(std::string_view text) {
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text.ends_with(" \\") ? trim_end(text.substr(0, text.size() - 1)) : text;
}

class BlockReader {
 public:
  BlockReader(const CodeBlock& code, const RiskTable* table, std::size_t most)
      : code_(code), table_(table), most_(most), lines_(split_lines(code.text)) {}

  ShellBlock read() {
    block_.closed = code_.closed;
    block_.script = trim_start(code_.text).starts_with("#!");
    auto session = read_session(code_.text, {table_, may_be_session(code_.language)});
    block_.session = session.has_value();
    if (session && session->size() > most_) {
      block_.too_many = true;
    } else if (!session) {
      read_text(code_.text, {});
    } else {
      for (SessionCommand& command : *session) read_entry(command);
    }
    return std::move(block_);
  }

 private:
  void read_entry(SessionCommand& entry) {
    const std::size_t before = block_.statements.size();
    read_text(entry.text, std::move(entry.lines));
    if (block_.statements.size() == before) return;
    std::string description;
    for (const std::string& comment : entry.comments) add_comment(description, comment);
    BlockStatement& first = block_.statements[before];
    add_comment(description, first.description);
    first.description = std::move(description);
    block_.statements.back().output = join(entry.output, "\n");
  }

  void read_text(std::string_view text, std::vector<LineOrigin> origins) {
    TextPlaces places(code_, lines_, text, std::move(origins));
    ShellScript script = parse_shell(text, placeholder_ranges(text));
    block_.too_many = script.statements.size() > most_;
    if (block_.too_many) return;
    add_problems(find_shell_problems(text, script, table_), places);
    const std::size_t first = block_.statements.size();
    std::vector<std::size_t> index_of;
    std::uint32_t end = 0;
    for (const ShellStatement& statement : script.statements) {
      const bool after_blank = holds_blank_line(text.substr(end, statement.range.begin - end));
      end = statement.range.end;
      index_of.push_back(block_.statements.size());
      // What is never closed may end in an escaped line end, which is not pasted.
      const std::string_view pasted =
          without_open_end(text.substr(statement.range.begin, statement.range.size()));
      const ByteRange range{statement.range.begin,
                            statement.range.begin + static_cast<std::uint32_t>(pasted.size())};
      if (pasted.empty() || is_ellipsis(pasted)) {
        index_of.back() = std::string::npos;
        continue;
      }
      block_.statements.push_back({.text = std::string(pasted),
                                   .indentation = std::string(indentation(text, range.begin)),
                                   .after_blank = after_blank,
                                   .description = describe(text, statement, true),
                                   .heading = describe(text, statement, false),
                                   .span = places.span(range),
                                   .begin = statement.range.begin,
                                   .commands = {},
                                   .uses = {},
                                   .needed = {},
                                   .sets = {},
                                   .error = {},
                                   .output = {}});
    }
    const bool wrong = script.error.has_value();
    add_variables(script, index_of);
    for (SimpleCommand& command : judged_commands(std::move(script))) {
      BlockStatement* statement = statement_at(index_of, command.statement);
      if (statement != nullptr) statement->commands.push_back(std::move(command));
    }
    if (wrong) find_errors(first, places);
  }

  BlockStatement* statement_at(const std::vector<std::size_t>& index_of, std::uint32_t number) {
    const bool kept = number < index_of.size() && index_of[number] != std::string::npos;
    return kept ? &block_.statements[index_of[number]] : nullptr;
  }

  void add_variables(const ShellScript& script, const std::vector<std::size_t>& index_of) {
    for (const ShellVariable& variable : script.variables) {
      BlockStatement* statement = statement_at(index_of, variable.statement);
      if (statement == nullptr) continue;
      (variable.use == VariableUse::set ? statement->sets : statement->uses)
          .push_back(variable.name);
    }
    for (const ShellVariable& variable : needed_variables(script))
      if (BlockStatement* statement = statement_at(index_of, variable.statement))
        statement->needed.push_back(variable.name);
    for (const SimpleCommand& command : script.commands)
      if (BlockStatement* statement = statement_at(index_of, command.statement))
        for (std::string& name : variables_set_by(command))
          statement->sets.push_back(std::move(name));
  }

  void add_problems(std::vector<ShellProblem> problems, TextPlaces& places) {
    for (ShellProblem& found : problems) {
      found.problem.span = places.span(found.range);
      block_.problems.push_back(std::move(found.problem));
    }
  }

  // The grammar tells the first error of a text: each statement is asked alone.
  void find_errors(std::size_t first, TextPlaces& places) {
    for (std::size_t i = first; i < block_.statements.size(); ++i) {
      BlockStatement& statement = block_.statements[i];
      const ShellScript alone = parse_shell(statement.text, placeholder_ranges(statement.text));
      if (!alone.error) continue;
      const ByteRange range = alone.error->range;
      statement.error = {alone.error->message,
                         places.span({range.begin + statement.begin, range.end + statement.begin})};
    }
  }

  const CodeBlock& code_;
  const RiskTable* table_;
  std::size_t most_;
  std::vector<std::string_view> lines_;
  ShellBlock block_;
};

}  // namespace

ShellBlock read_shell_block(const CodeBlock& code, const RiskTable* table, std::size_t most) {
  return BlockReader(code, table, most).read();
}

}  // namespace runbookc
