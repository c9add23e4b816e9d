// Lists of commands: what joins, groups and ends them.
#include <array>
#include <ranges>

#include "shell/grammar_state.h"

namespace runbookc::shell {

void Grammar::command_step() {
  if (skipped_blank()) return;
  const char c = peek();
  if (c == '\n') {
    line_end();
    return;
  }
  if (redirection()) return;
  switch (c) {
    case ';':
      semicolon();
      return;
    case '&':
    case '|':
      connector();
      return;
    case '(':
      open_parenthesis();
      return;
    case ')':
      close_parenthesis();
      return;
    default:
      break;
  }
  if (top().place == Place::after && !keyword_ahead(at_)) {
    Offset end = at_;
    while (end < text_.size() && !holds(" \t\r\n;&|()<>", text_[end])) ++end;
    unexpected(at_, end);
    return;
  }
  begin_word(Role::argument);
}

bool Grammar::keyword_ahead(Offset at) const {
  constexpr std::array<std::string_view, 8> kClosing = {"then", "do",   "done", "fi",
                                                        "elif", "else", "esac", "}"};
  return std::ranges::find(kClosing, word_ahead(at)) != kClosing.end();
}

void Grammar::line_end() {
  const bool ends = complete() || top().place == Place::negated;
  if (top().place == Place::function_name || top().place == Place::coprocess) {
    unexpected(at_, at_ + 1);
    return;
  }
  if (ends) {
    end_command();
    begin_list();
  }
  newline();
  if (stack_.size() == 1 && top().place == Place::start) {
    close_statement();
    top().filled = false;
  }
  same_line_ = false;
}

// `piped`: the next command reads what this one writes.
void Grammar::end_command(bool piped) {
  if (piped) pipelines_[stage().pipeline].piped = true;
  if (top().place == Place::simple || top().redirected) {
    SimpleCommand command = std::move(simple_.back());
    simple_.pop_back();
    command.statement = static_cast<std::uint32_t>(script_.statements.size());
    const bool several = top().pipeline && pipelines_[*top().pipeline].piped;
    if (several) command.pipeline = top().pipeline;
    command.outer = top().outer;
    command.around = top().around;
    command.compound = top().redirected;
    if (substitutions_.size() <= kListedSubstitutions)
      list(std::move(command));
    else
      unlisted_ = true;
  }
  if (!piped) top().pipeline.reset();
  top().stage = piped ? top().stage + 1 : 0;
  top().redirected = false;
  top().place = Place::start;
  top().filled = true;
  same_line_ = true;
}

// That of the command which is being read. Its number is given before one can know that it is a
// pipeline, so that what is listed need not be changed.
PipelineStage Grammar::stage() {
  Frame& list = top();
  if (!list.pipeline) {
    list.pipeline = pipelines();
    pipelines_.push_back({list.outer});
  }
  return {*list.pipeline, list.stage};
}

// Drops what turned out to be no pipeline. An outer one has a smaller number.
void Grammar::name_outer_pipelines() {
  const auto piped = [this](std::optional<PipelineStage> stage) {
    return !stage || pipelines_[stage->pipeline].piped ? stage : pipelines_[stage->pipeline].outer;
  };
  for (Pipeline& pipeline : pipelines_) pipeline.outer = piped(pipeline.outer);
  for (SimpleCommand& command : script_.commands) command.outer = piped(command.outer);
}

void Grammar::list(SimpleCommand command) {
  for (std::size_t i = 0; i < command.redirections.size(); ++i) {
    const ShellRedirection& redirection = command.redirections[i];
    if (redirection.op == "<<" || redirection.op == "<<-")
      homes_[redirection.target.range.begin] = {script_.commands.size(), i};
  }
  script_.commands.push_back(std::move(command));
}

void Grammar::semicolon() {
  const Offset begin = at_;
  Offset size = sees(";;") || sees(";&") ? 2 : 1;
  if (sees(";;&")) size = 3;
  if (size == 1) {
    if (!complete() && top().place != Place::negated) {
      unexpected(begin, begin + 1);
      return;
    }
    end_command();
    begin_list();
    at_ += 1;
    return;
  }
  if (top().kind != Kind::case_body || (!complete() && top().place != Place::start)) {
    unexpected(begin, begin + size);
    return;
  }
  if (complete()) end_command();
  top().kind = Kind::case_patterns;
  top().depth = 0;
  begin_list();
  at_ += size;
}

void Grammar::connector() {
  const Offset begin = at_;
  const Offset size = sees("&&") || sees("||") || sees("|&") ? 2 : 1;
  if (!complete()) {
    unexpected(begin, begin + size);
    return;
  }
  end_command(text_[begin] == '|' && !sees("||"));
  at_ += size;
  touch(begin, at_);
  if (size == 1 && text_[begin] == '&') {
    end_in_background();
    return;
  }
  top().place = Place::needed;
}

void Grammar::end_in_background() {
  background_.emplace_back(top().list_begin, script_.commands.size());
  begin_list();
}

// The ranges lie apart or in each other, and end in their order.
void Grammar::mark_background() {
  std::size_t unmarked = script_.commands.size();
  for (const auto& [first, end] : background_ | std::views::reverse) {
    for (std::size_t i = std::min(unmarked, end); i > first; --i)
      script_.commands[i - 1].background = true;
    unmarked = std::min(unmarked, first);
  }
}

void Grammar::open_parenthesis() {
  if (top().place == Place::simple) {
    function_parentheses();
    return;
  }
  if (!begins()) {
    unexpected(at_, at_ + 1);
    return;
  }
  touch(at_, at_ + 1);
  const bool arithmetic = peek(1) == '(' && !no_arithmetic_.contains(at_);
  push(arithmetic ? Kind::arithmetic : Kind::subshell, at_);
  at_ += arithmetic ? 2 : 1;
}

void Grammar::function_parentheses() {
  const SimpleCommand& command = simple_.back();
  const Offset next = after_blanks(at_ + 1);
  const bool named =
      command.words.size() == 1 && command.assignments.empty() && command.redirections.empty();
  if (!named || next >= text_.size() || text_[next] != ')') {
    unexpected(at_, at_ + 1);
    return;
  }
  top().function_name = command.words.front().range;
  simple_.pop_back();
  at_ = next + 1;
  touch(at_, at_);
  top().place = Place::needed;
  top().compound = true;
}

void Grammar::close_parenthesis() {
  const Kind kind = top().kind;
  const bool ends = kind == Kind::substitution || kind == Kind::subshell;
  if (complete()) end_command();
  const bool empty = !top().filled && kind == Kind::subshell;
  if (!ends || empty || top().place != Place::start) {
    unexpected(at_, at_ + 1);
    return;
  }
  ++at_;
  if (kind == Kind::subshell) {
    close_compound();
    return;
  }
  while (!documents_.empty() && documents_.back().at > substitutions_.back()) {
    endless(documents_.back(), "put its text and " + shown_delimiter(documents_.back()) +
                                   " on lines of their own before the ')'");
    documents_.pop_back();
  }
  substitutions_.pop_back();
  close_expansion();
}

void Grammar::close_compound() {
  touch(at_, at_);
  stack_.pop_back();
  top().place = Place::after;
  top().filled = true;
  top().compound = false;
}

void Grammar::start_simple() {
  simple_.emplace_back();
  simple_.back().range = {at_, at_};
  top().place = Place::simple;
}

namespace {

// Keywords, names and operators are short. A word holds the words in it, so that looking through
// long ones would cost the square of their depth.
bool may_be_word_of_grammar(std::string_view written) {
  constexpr std::size_t kLongest = 4096;
  return written.size() <= kLongest;
}

bool is_continued(std::string_view written) {
  return written.find("\\\n") != std::string_view::npos ||
         written.find("\\\r\n") != std::string_view::npos;
}

}  // namespace

void Grammar::end_word() {
  Word word = std::move(words_.back());
  words_.pop_back();
  stack_.pop_back();
  word.word.range.end = at_;
  const Offset begin = word.word.range.begin;
  touch(begin, at_);
  const std::string_view written = text_.substr(begin, at_ - begin);
  const bool split = may_be_word_of_grammar(written) && is_continued(written);
  const std::string whole = split ? joined(begin, at_) : std::string();
  const std::string_view raw = split ? std::string_view(whole) : written;
  switch (word.role) {
    case Role::argument:
      argument(std::move(word), raw);
      return;
    case Role::target:
    case Role::document:
      target(std::move(word));
      return;
    case Role::name:
      head_word(raw, begin);
      return;
    case Role::subject:
      subject(raw, begin);
      return;
    case Role::pattern:
      if (top().depth == 0 && raw == "esac") {
        close_compound();
        return;
      }
      top().depth = 1;
      return;
    case Role::condition:
      condition_word(raw, begin);
      return;
    default:
      return;
  }
}

void Grammar::argument(Word word, std::string_view raw) {
  const ByteRange range = word.word.range;
  if (top().place == Place::function_name) {
    function_word(range);
    return;
  }
  if (top().place != Place::simple) {
    if (keyword(raw, range)) return;
    if (top().place == Place::after || top().compound) {
      unexpected(range.begin, range.end);
      return;
    }
    if (top().place == Place::coprocess && names_coprocess()) {
      note_variable(VariableUse::set, {range.begin, name_end(range.begin)});
      top().place = Place::needed;
      return;
    }
    start_simple();
    simple_.back().range.begin = range.begin;
  }
  place_word(std::move(word));
}

}  // namespace runbookc::shell
