#include "shell/bare_text.h"

#include <algorithm>
#include <ranges>

namespace runbookc {
namespace {

using States = std::vector<TextState>;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// Walks over a stretch of text and notes what is quoted in it; blanks between words are outside.
void mark(States& states, std::string_view text, ByteRange range) {
  char quote = '\0';
  for (std::size_t at = range.begin; at < range.end; ++at) {
    const char c = text[at];
    if (c == '\\' && quote != '\'') {
      states[at] = quote == '\0' ? TextState::bare : TextState::quoted;
      if (at + 1 < range.end) states[++at] = TextState::quoted;
      continue;
    }
    const bool closes = quote != '\0' && c == quote;
    const bool opens = quote == '\0' && (c == '\'' || c == '"');
    if (opens) quote = c;
    if (closes) quote = '\0';
    if (quote != '\0' || closes) {
      states[at] = TextState::quoted;
    } else {
      states[at] = is_blank(c) ? TextState::outside : TextState::bare;
    }
  }
}

void mark_words(States& states, std::string_view text, const SimpleCommand& command) {
  for (const ShellAssignment& assignment : command.assignments)
    mark(states, text, assignment.value.range);
  for (const ShellWord& word : command.words) mark(states, text, word.range);
  for (const ShellRedirection& redirection : command.redirections)
    mark(states, text, redirection.target.range);
}

void clear(States& states, ByteRange range) {
  for (std::size_t at = range.begin; at < range.end; ++at) states[at] = TextState::outside;
}

}  // namespace

std::vector<TextState> text_states(std::string_view text, const ShellScript& script) {
  States states(text.size(), TextState::outside);
  if (script.error && !script.statements.empty()) {
    const auto failed = std::ranges::find_if(script.statements, [&](const ShellStatement& one) {
      return one.range.begin <= script.error->range.begin &&
             script.error->range.begin < one.range.end;
    });
    if (failed != script.statements.end()) {
      mark(states, text, failed->range);
      for (const ByteRange comment : failed->comments) clear(states, comment);
    }
  }
  // By their ends: what is inside comes before what is around it, and has the last word.
  for (const SimpleCommand& command : std::views::reverse(script.commands))
    mark_words(states, text, command);
  return states;
}

}  // namespace runbookc
