// The state of the highlighter while it reads: a stack of what is open. Its functions are in
// highlight.cc (levels), highlight_commands.cc (lists of commands) and highlight_words.cc.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shell/highlight.h"

namespace runbookc::highlight {

using Offset = std::uint32_t;

constexpr bool holds(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

constexpr std::string_view kBlanks = " \t\r";
constexpr std::string_view kBreaks = " \t\r\n;&|()<>";

enum class Level : std::uint8_t {
  commands,    // until `closer`
  patterns,    // of `case`, until `)`
  quote,       // "…"
  parameter,   // ${…}
  arithmetic,  // $((…)), ((…))
};

// What the next word is.
enum class Expected : std::uint8_t {
  program,
  argument,
  loop_variable,  // behind `for`
  loop_in,        // behind that
  function_name,
};

struct OpenLevel {
  Level level = Level::commands;
  char closer = '\0';  // of commands: `)`, a backquote, or none
  Expected expected = Expected::program;
  bool target = false;      // a redirection's word is due
  bool in_word = false;     // a quote or an expansion in a word interrupts it
  std::uint32_t begin = 0;  // of the part of a quote or parameter that is not yet coloured
  std::uint32_t depth = 0;  // open parentheses in arithmetic; `case` without `in` in commands
};

struct AnnouncedDocument {
  std::string delimiter;
  bool strips = false;
  bool expands = true;
};

class Highlighter {
 public:
  // Both outlive this.
  Highlighter(std::string_view text, const std::vector<ByteRange>& placeholders)
      : text_(text), placeholders_(placeholders), stack_(1) {}

  std::vector<Highlight> run();

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool sees(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  OpenLevel& top() { return stack_.back(); }
  void skip(std::size_t size) {
    at_ = static_cast<Offset>(std::min(std::size_t{at_} + size, text_.size()));
  }
  void add(Offset begin, Offset end, HighlightKind kind) {
    if (begin < end) found_.push_back({{begin, end}, kind});
  }
  void take(std::size_t size, HighlightKind kind) {
    const Offset begin = at_;
    skip(size);
    add(begin, at_, kind);
  }
  // Of the placeholder that begins here, or 0. Asked with places that only grow.
  std::size_t placeholder_size();
  void step();

  // ---- levels (highlight.cc)

  void open(Level level, char closer = '\0');
  void close();
  // Colours what a quote or parameter has so far: something of another colour follows.
  void cut();
  void open_commands(std::size_t size, char closer);
  // `$…`, a backquote. Whether there was one.
  bool expansion();
  bool variable();
  void quote_step();
  void parameter_step();
  void arithmetic_step();
  void patterns_step();
  // What is no part of a pattern. Whether there was something.
  bool pattern_mark();

  // ---- commands (highlight_commands.cc)

  void comment();
  void commands_step();
  // What is no part of a word. Whether there was something.
  bool command_mark(char c);
  void close_commands();
  void parenthesis();
  void connector();
  void redirection();
  // The delimiter behind `<<`.
  void begin_document(bool strips);
  void newline();
  void read_document(const AnnouncedDocument& document);
  // `$NAME` or `${NAME…}` on its line of a here-document.
  bool plain_variable(std::size_t line_end);

  // ---- words (highlight_words.cc)

  std::size_t end_of_word() const;
  void word();
  // Of `for` and of `case`.
  void in();
  void argument(std::string_view ahead);
  void first_word(std::string_view ahead);
  // `NAME=( … )`: its words are no programs.
  void parenthesis_of_array();
  bool keyword(std::string_view word);
  // The rest of a word: of its plain text what stands before `until` is of that kind, if
  // `coloured`.
  void word_text(bool coloured, HighlightKind kind, std::size_t until);
  // A quote, an expansion or a mere `$` in a word. Whether it opened a level, which the word waits
  // for.
  bool nested();
  void single_quote();

  std::string_view text_;
  const std::vector<ByteRange>& placeholders_;
  std::vector<OpenLevel> stack_;
  std::vector<AnnouncedDocument> documents_;  // announced on this line
  std::vector<Highlight> found_;
  std::size_t next_ = 0;  // placeholder
  Offset at_ = 0;
};

}  // namespace runbookc::highlight
