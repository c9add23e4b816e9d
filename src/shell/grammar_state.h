// The state of the shell grammar while it reads: a stack of what is open, and what was found so
// far. Its functions are in lexer.cc (characters to words), arithmetic_grammar.cc,
// command_grammar.cc (lists of commands), keyword_grammar.cc, redirection_grammar.cc,
// assignment_grammar.cc, variable_grammar.cc, head_grammar.cc (heads of loops and cases, tests,
// arrays), expectation.cc (what is missing at an error) and grammar.cc (the rest).
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "shell/backquoted.h"
#include "shell/shell_script.h"

namespace runbookc::shell {

using Offset = std::uint32_t;
constexpr std::size_t kDeepest = 1 << 20;
constexpr std::size_t kListedSubstitutions = 16;

constexpr bool holds(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool starts_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

// The size of the name that `text` begins with, or 0.
constexpr std::size_t name_size(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && (starts_name(text[size]) || (size > 0 && is_digit(text[size]))))
    ++size;
  return size;
}

// What a level of nesting is. Those up to `case_body` are lists of commands.
enum class Kind : std::uint8_t {
  top,
  substitution,
  subshell,
  brace,
  if_cond,
  if_body,
  else_body,
  loop_cond,
  loop_body,
  case_body,
  for_head,
  case_head,
  case_patterns,
  condition,
  array,
  word,
  quote,
  parameter,
  arithmetic,
  group,
  subscript,
  document
};
// What may be a stage of a pipeline and holds commands, as it is opened.
constexpr bool is_compound(Kind kind) { return kind >= Kind::subshell && kind <= Kind::case_head; }
// Where a list of commands stands: `negated` is after `!` or `time`, which may stand alone.
enum class Place : std::uint8_t { start, needed, negated, simple, after, function_name, coprocess };
enum class Role : std::uint8_t {
  argument,
  target,
  document,
  name,
  item,
  subject,
  pattern,
  element,
  condition
};

struct Frame {
  Kind kind;
  Place place = Place::start;
  bool filled = false;           // a list: it has a command
  bool compound = false;         // a list: the body of a function is due
  ByteRange function_name = {};  // of that one
  std::size_t list_begin = 0;    // how many commands were listed before this `&&` list
  Offset begin = 0;
  std::uint8_t semicolons = 0;  // in the head of an arithmetic `for`
  Offset depth = 0;             // open parentheses, or the step in a head or test
  // A test: open parentheses. `$((`: 1 once its second parenthesis is closed alone.
  Offset groups = 0;
  std::optional<std::uint32_t> pipeline = {};  // a list: that of the last command, if it goes on
  std::uint32_t stage = 0;                     // a list: of that pipeline
  bool redirected = false;                     // a list: a compound command with redirections
  // The compound stage around it, of a pipeline that may turn out to be none.
  std::optional<PipelineStage> outer = {};
  CommandSurroundings around = {};
};

struct Word {
  ShellWord word;
  Role role = Role::argument;
  bool regex = false;
  bool bracketed = false;    // a `[` was seen
  Offset subscript_end = 0;  // of `name[…]`, or 0
  bool equals = false;       // a `=` was seen
  // Where the value of an assignment begins, or 0; `word` is that value then, `before` the rest.
  Offset value_begin = 0;
  ShellWord before = {};
};

struct HereDocument {
  std::string delimiter;
  bool strips = false;
  Offset at = 0;   // of the delimiter
  Offset end = 0;  // of that
  bool expands = false;
};

// What a person writes to close what is open, quoted (expectation.cc).
std::string_view ends_of(Kind kind);

// For people: quoted, and never long.
std::string shown_delimiter(const HereDocument& document);

// Of a pipeline, or of a compound command that may become a stage of one.
struct Pipeline {
  std::optional<PipelineStage> outer;
  bool piped = false;
};

// Text in a word that is shell itself, to be read after the text around it.
struct Nested {
  ByteRange range;
  Kind kind = Kind::top;  // or `document`
  std::uint32_t statement = 0;
  CommandSurroundings around = {};
  bool escaped = false;  // backquotes with escapes that are to be undone first
  bool quoted = false;   // backquotes in double quotes
  // What `range` counts bytes of, where that is not the text itself.
  std::shared_ptr<const UnescapedText> source = {};
};

class Grammar {
 public:
  Grammar(std::string_view text, const std::vector<ByteRange>& placeholders)
      : text_(text), placeholders_(placeholders), stack_{{Kind::top}} {}

  // Reads a part alone, up to its first error.
  Grammar(std::string_view text, const std::vector<ByteRange>& placeholders, const Nested& part);

  ShellScript parse();
  const std::vector<Nested>& nested() const { return nested_; }
  std::uint32_t pipelines() const { return static_cast<std::uint32_t>(pipelines_.size()); }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool sees(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  Frame& top() { return stack_.back(); }
  void push(Kind kind, Offset begin);
  std::string shown(Offset begin, Offset end) const;
  std::string expected(std::string_view found) const;
  std::string remedy(std::string_view found) const;
  void unexpected(Offset begin, Offset end);
  // Whether a command may begin.
  bool begins() {
    const Place place = top().place;
    return place < Place::simple || place == Place::coprocess;
  }
  bool complete() { return top().place == Place::simple || top().place == Place::after; }
  // The steps of a test, kept in `depth`: 0 operand due, 1 operand, 2 after its binary operator,
  // 3 complete, 4 after a unary operator.
  bool tested() { return top().depth == 1 || top().depth == 3; }
  bool in_word_text() const {
    const std::size_t size = stack_.size();
    if (stack_[size - 1].kind == Kind::word) return true;
    return stack_[size - 1].kind == Kind::quote && stack_[size - 2].kind == Kind::word;
  }
  void keep(Offset begin, Offset end) {
    if (in_word_text()) words_.back().word.value += text_.substr(begin, end - begin);
  }
  void mark_expansion() {
    if (in_word_text()) words_.back().word.literal = false;
  }
  void mark_quoted() {
    if (in_word_text()) words_.back().word.quoted = true;
  }
  void skip(Offset size) { at_ = std::min(at_ + size, static_cast<Offset>(text_.size())); }

  void touch(Offset begin, Offset end);
  void close_statement();
  void reset();
  // Takes the rest of the line (of the text, for what is never closed) into the statement.
  void fail(ShellError error, bool to_end = false);
  void fail(Offset begin, Offset end, std::string message, bool to_end = false) {
    fail({{begin, end}, std::move(message), {}}, to_end);
  }
  // The quote at `begin` has no end.
  void open_quote(Offset begin);
  void step();
  bool stopped() const { return part_ && script_.error; }
  bool finish();
  void unclosed(const Frame& frame);

  // ---- lists of commands (command_grammar.cc)

  void command_step();
  // Closing words need no `;` after `}` or `)`.
  bool keyword_ahead(Offset at) const;
  void line_end();
  void end_command(bool piped = false);
  PipelineStage stage();
  void name_outer_pipelines();
  void list(SimpleCommand command);
  void semicolon();
  void connector();
  void begin_list() { top().list_begin = script_.commands.size(); }
  // What `&` ends, as a range of the listed commands.
  void end_in_background();
  void mark_background();
  void open_parenthesis();
  // `name()`; the word was taken for a command.
  void function_parentheses();
  void close_parenthesis();
  void close_compound();
  void start_simple();
  void end_word();
  void argument(Word word, std::string_view raw);

  // ---- keywords (keyword_grammar.cc)

  // Whether the word was a keyword where one may stand.
  bool keyword(std::string_view word, ByteRange range);
  void function_word(ByteRange name);
  void skip_time_options();
  bool names_coprocess() const;
  bool closing(std::string_view word, ByteRange range);

  // ---- redirections and here-documents (redirection_grammar.cc)

  Offset after_descriptor() const;
  bool redirection();
  void begin_target(std::string_view op);
  void target(Word word);
  void newline();
  void read_documents(Offset since);
  void read_document(const HereDocument& document);
  void keep_document(const HereDocument& document, ByteRange body);
  // Notes that the here-document has no end, without leaving what is open.
  void endless(const HereDocument& document, std::string help);

  // ---- heads of `for` and `case`, `[[ ]]`, arrays (head_grammar.cc)

  void head_word(std::string_view word, Offset begin);
  void for_step();
  void subject(std::string_view word, Offset begin);
  void case_head_step();
  void pattern_step();
  void condition_word(std::string_view word, Offset begin);
  // `&&`, `||`, `(`, `)`, `<` and `>` between the words of `[[ ]]`.
  void condition_operator();
  bool condition_fits(char c, bool joins);
  void condition_step();
  void array_step();

  // ---- assignments (assignment_grammar.cc)

  bool opens_subscript();
  void subscript_step();
  void begin_value();
  bool takes_arrays() const;
  void assign(const Word& word, std::string_view raw);
  void place_word(Word word);

  // ---- variables (variable_grammar.cc)

  Offset name_end(Offset at) const;
  void note_variable(VariableUse use, ByteRange name);
  void note_parameter();
  void arithmetic_name();

  // ---- arithmetic (arithmetic_grammar.cc)

  void arithmetic_step();
  void bracket_arithmetic_step();
  void close_arithmetic();
  // `((a); b)` is two subshells after all; reads them again, within a budget.
  void forget(Offset begin);
  void close_late_substitution();
  void no_arithmetic();

  // ---- words (lexer.cc)

  Offset continuation_size(Offset at) const;
  Offset after_blanks(Offset at) const;
  std::string joined(Offset begin, Offset end) const;
  std::string word_ahead(Offset at) const;
  // Blanks, continuations and comments between words.
  bool skipped_blank();
  void begin_word(Role role);
  // Whether no word can begin here.
  bool blocks_word();
  void close_expansion();
  Offset placeholder_end(Offset at);
  void word_step();
  bool opens_group(const Word& word, Offset begin) const;
  void open_substitution(Offset size);
  // One character of a word, a quote or an expansion.
  void text_step(bool single);
  void escape();
  void single_quote(Offset begin, bool escapes);
  void backquote();
  void nest(Offset begin, Offset end, bool escaped, bool quoted);
  void dollar(bool single);
  void quote_step();
  void parameter_step();
  void document_step();
  void group_step();

  std::string_view text_;
  const std::vector<ByteRange>& placeholders_;
  ShellScript script_;
  std::vector<Frame> stack_;
  std::vector<Word> words_;              // one for each word frame
  std::vector<SimpleCommand> simple_;    // one for each list that is `simple` or `redirected`
  std::vector<HereDocument> documents_;  // announced on this line
  std::vector<ByteRange> comments_;      // of the next statement
  std::unordered_set<Offset> no_arithmetic_;
  // Where the command and redirection of a here-document are listed, by its delimiter's place.
  std::unordered_map<Offset, std::pair<std::size_t, std::size_t>> homes_;
  std::size_t rescanned_ = 0;
  std::vector<Offset> substitutions_;  // where those that are open begin
  std::vector<Pipeline> pipelines_;
  std::vector<std::pair<std::size_t, std::size_t>> background_;  // ranges of listed commands
  std::vector<Nested> nested_;
  Offset start_ = 0;
  bool part_ = false;
  Offset at_ = 0;
  Offset begin_ = 0;
  Offset end_ = 0;
  bool open_ = false;
  bool regex_ = false;
  bool strips_ = false;
  bool unlisted_ = false;  // of the statement that is open
  bool same_line_ = false;
};

}  // namespace runbookc::shell
