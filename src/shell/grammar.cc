#include "shell/grammar.h"

#include <iterator>

#include "base/stage_clock.h"
#include "shell/grammar_state.h"

namespace runbookc::shell {

ShellScript Grammar::parse() {
  while (true) {
    while (at_ < text_.size() && !stopped()) {
      if (stack_.size() > kDeepest)
        fail(at_, at_ + 1, "nested too deeply");
      else
        step();
    }
    if (stopped() || !finish()) break;
  }
  name_outer_pipelines();
  mark_background();
  return std::move(script_);
}

Grammar::Grammar(std::string_view text, const std::vector<ByteRange>& placeholders,
                 const Nested& part)
    : Grammar(text.substr(0, part.range.end), placeholders) {
  start_ = at_ = part.range.begin;
  part_ = true;
  stack_[0].around = part.around;
  if (part.kind != Kind::top) push(part.kind, at_);
}

// At most 40 bytes, cut between characters.
std::string Grammar::shown(Offset begin, Offset end) const {
  const Offset longest = begin + 40;
  if (end > longest) {
    end = longest;
    while (end > begin + 1 && (static_cast<unsigned char>(text_[end]) & 0xC0U) == 0x80U) --end;
  }
  return "'" + std::string(text_.substr(begin, end - begin)) + "'";
}

void Grammar::push(Kind kind, Offset begin) {
  const Frame& parent = stack_.back();
  Frame frame{.kind = kind, .begin = begin, .around = parent.around};
  frame.around.substitution |= kind == Kind::substitution;
  frame.around.subshell |= kind == Kind::subshell;
  frame.around.loop |= kind == Kind::loop_cond || kind == Kind::for_head;
  frame.around.loop_head |= kind == Kind::loop_cond;
  frame.list_begin = script_.commands.size();
  if (parent.compound && kind != Kind::word) {
    frame.around.function = true;
    frame.around.function_name = parent.function_name;
  }
  frame.outer = parent.outer;
  if (kind == Kind::substitution) frame.outer.reset();
  if (is_compound(kind)) frame.outer = stage();
  stack_.push_back(frame);
}

// A word is seen as a whole only after the commands of the substitutions in it.
void Grammar::touch(Offset begin, Offset end) {
  begin_ = open_ ? std::min(begin_, begin) : begin;
  open_ = true;
  end_ = std::max(end_, end);
}

void Grammar::close_statement() {
  if (open_) {
    script_.statements.push_back(
        {{begin_, end_}, std::exchange(comments_, {}), std::exchange(unlisted_, false)});
  }
  open_ = false;
  end_ = 0;
}

void Grammar::reset() {
  stack_.resize(1);
  stack_[0] = {Kind::top};
  begin_list();
  words_.clear();
  simple_.clear();
  documents_.clear();
  substitutions_.clear();
}

void Grammar::fail(ShellError error, bool to_end) {
  const Offset begin = error.range.begin;
  if (!script_.error) script_.error = std::move(error);
  const auto line = to_end ? std::string_view::npos : text_.find('\n', at_);
  at_ = static_cast<Offset>(std::min(line, text_.size()));
  Offset last = at_;
  while (last > begin && holds(" \t\r\n", text_[last - 1])) --last;
  touch(stack_.size() > 1 ? std::min(stack_[1].begin, begin) : begin, last);
  reset();
  close_statement();
}

void Grammar::step() {
  switch (top().kind) {
    case Kind::for_head:
      for_step();
      return;
    case Kind::case_head:
      case_head_step();
      return;
    case Kind::case_patterns:
      pattern_step();
      return;
    case Kind::condition:
      condition_step();
      return;
    case Kind::array:
      array_step();
      return;
    case Kind::word:
      word_step();
      return;
    case Kind::quote:
      quote_step();
      return;
    case Kind::parameter:
      parameter_step();
      return;
    case Kind::arithmetic:
      arithmetic_step();
      return;
    case Kind::document:
      document_step();
      return;
    case Kind::group:
      group_step();
      return;
    case Kind::subscript:
      subscript_step();
      return;
    default:
      command_step();
      return;
  }
}

bool Grammar::finish() {
  if (top().kind == Kind::word) end_word();
  if (at_ < text_.size()) return true;
  read_documents(0);
  const Frame frame = top();
  if (frame.kind == Kind::quote)
    open_quote(frame.begin);
  else if (frame.place == Place::needed || frame.place == Place::coprocess)
    fail({{end_ - 1, end_},
          "a command is expected after this",
          "write the command that is missing, or remove this"},
         true);
  else if (frame.place == Place::function_name)
    fail(end_ - 1, end_, "the name of the function is expected after this", true);
  else if (stack_.size() > 1 && frame.kind != Kind::document)
    unclosed(frame);
  if (complete() || top().place == Place::negated) end_command();
  close_statement();
  if (!comments_.empty() && !script_.statements.empty()) {
    auto& last = script_.statements.back().comments;
    last.insert(last.end(), comments_.begin(), comments_.end());
  }
  return false;
}

void Grammar::open_quote(Offset begin) {
  const auto is_letter = [this](std::size_t at) {
    return at < text_.size() && (starts_name(text_[at]) || is_digit(text_[at]));
  };
  const bool apostrophe =
      text_[begin] == '\'' && begin > 0 && is_letter(begin - 1) && is_letter(begin + 1);
  const std::string quote = text_.substr(begin, 1) == "\"" ? "\"" : "'";
  fail({{begin, begin + 1},
        "the quote opened here is never closed",
        apostrophe
            ? "write \\' for an apostrophe, or close the quote with another '"
            : "close it with another " + quote + ", or write \\" + quote + " for one that is text"},
       true);
}

void Grammar::unclosed(const Frame& frame) {
  const Offset begin = frame.begin;
  Offset end = begin;
  while (end < text_.size() && text_[end] >= 'a' && text_[end] <= 'z') ++end;
  if (end == begin) end += text_[begin] == '$' || text_.substr(begin).starts_with("((") ? 2 : 1;
  end = std::min(end, static_cast<Offset>(text_.size()));
  fail({{begin, end},
        "the " + shown(begin, end) + " opened here is never closed",
        "close it with " + std::string(ends_of(frame.kind))},
       true);
}

}  // namespace runbookc::shell

namespace runbookc {

namespace {

// A document in a document in a document: deeper ones are not listed, so that time stays linear.
constexpr int kListedParts = 4;

// From the bytes of an unescaped text to those of the text that it stands in.
void put_back(ShellScript& script, const shell::UnescapedText& source) {
  const auto move = [&source](ByteRange& range) { range = source.origin(range); };
  for (SimpleCommand& command : script.commands) {
    move(command.range);
    for (ShellAssignment& assignment : command.assignments) move(assignment.value.range);
    for (ShellWord& word : command.words) move(word.range);
    for (ShellRedirection& redirection : command.redirections) {
      move(redirection.target.range);
      move(redirection.body);
    }
  }
  for (ShellVariable& variable : script.variables) move(variable.range);
}

// Reads the parts of a script that are shell themselves, level by level.
class PartReader {
 public:
  PartReader(std::string_view text, const std::vector<ByteRange>& placeholders,
             std::uint32_t pipelines, ShellScript& script)
      : text_(text), placeholders_(placeholders), pipelines_(pipelines), script_(script) {}

  void read(std::vector<shell::Nested> parts) {
    for (int level = 0; level < kListedParts && !parts.empty(); ++level) {
      std::vector<shell::Nested> deeper;
      for (shell::Nested& part : parts)
        std::ranges::move(read_part(std::move(part)), std::back_inserter(deeper));
      parts = std::move(deeper);
    }
    for (const shell::Nested& part : parts) mark_unlisted(part.statement);
  }

 private:
  void mark_unlisted(std::uint32_t statement) {
    if (statement < script_.statements.size()) script_.statements[statement].unlisted = true;
  }

  // Makes a text of its own of backquotes with escapes.
  void unescape(shell::Nested& part) const {
    const std::string_view text = part.source ? std::string_view(part.source->text) : text_;
    const auto& placeholders = part.source ? part.source->placeholders : placeholders_;
    shell::UnescapedText made =
        shell::unescape_backquoted(text, placeholders, part.range, part.quoted);
    if (part.source)
      for (std::uint32_t& origin : made.origins) origin = part.source->origins[origin];
    part.range = {0, static_cast<std::uint32_t>(made.text.size())};
    part.source = std::make_shared<const shell::UnescapedText>(std::move(made));
  }

  // Adds what is in `part` to the script; returns the parts in it.
  std::vector<shell::Nested> read_part(shell::Nested part) {
    if (part.escaped) unescape(part);
    shell::Grammar grammar(part.source ? std::string_view(part.source->text) : text_,
                           part.source ? part.source->placeholders : placeholders_, part);
    ShellScript found = grammar.parse();
    if (part.source) put_back(found, *part.source);
    add(std::move(found), part.statement);
    pipelines_ += grammar.pipelines();
    std::vector<shell::Nested> nested = grammar.nested();
    for (shell::Nested& deeper : nested) {
      deeper.statement = part.statement;
      deeper.source = part.source;
    }
    return nested;
  }

  void add(ShellScript found, std::uint32_t statement) {
    // What comes after an error may be none to the shell that runs it.
    const bool unlisted = std::ranges::any_of(found.statements, &ShellStatement::unlisted);
    if (unlisted || found.error) mark_unlisted(statement);
    for (SimpleCommand& command : found.commands) {
      command.statement = statement;
      if (command.pipeline) *command.pipeline += pipelines_;
      if (command.outer) command.outer->pipeline += pipelines_;
      script_.commands.push_back(std::move(command));
    }
    for (ShellVariable& variable : found.variables) {
      variable.statement = statement;
      script_.variables.push_back(std::move(variable));
    }
  }

  std::string_view text_;
  const std::vector<ByteRange>& placeholders_;
  std::uint32_t pipelines_;
  ShellScript& script_;
};

void sort(ShellScript& script) {
  std::ranges::stable_sort(script.commands, {},
                           [](const SimpleCommand& command) { return command.range.end; });
  std::ranges::stable_sort(script.variables, {},
                           [](const ShellVariable& variable) { return variable.range.begin; });
}

}  // namespace

ShellScript parse_shell(std::string_view text, const std::vector<ByteRange>& placeholders) {
  const StageScope stage(Stage::shell);
  shell::Grammar grammar(text, placeholders);
  ShellScript script = grammar.parse();
  PartReader(text, placeholders, grammar.pipelines(), script).read(grammar.nested());
  sort(script);
  return script;
}

}  // namespace runbookc
