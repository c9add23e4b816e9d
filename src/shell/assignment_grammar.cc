// Assignments: the name, the subscript, and where the value begins.
#include <array>

#include "shell/grammar_state.h"

namespace runbookc::shell {
namespace {

constexpr bool declares(std::string_view program) {
  constexpr std::array<std::string_view, 5> kPrograms = {"declare", "export", "local", "readonly",
                                                         "typeset"};
  return std::ranges::find(kPrograms, program) != kPrograms.end();
}

}  // namespace

// In `a[1 + x]=2` blanks and quotes belong to the subscript. Only the first bracket of a word is
// looked at, so that a long word costs no more than its length.
bool Grammar::opens_subscript() {
  Word& word = words_.back();
  const Offset begin = word.word.range.begin;
  if (word.role == Role::element) return at_ == begin;
  if (word.role != Role::argument || std::exchange(word.bracketed, true)) return false;
  const Place place = stack_[stack_.size() - 2].place;
  if (place == Place::simple ? !simple_.back().words.empty() : place == Place::function_name)
    return false;
  return at_ > begin && name_size(text_.substr(begin, at_ - begin)) == at_ - begin;
}

void Grammar::subscript_step() {
  const char c = peek();
  if (c != '[' && c != ']') {
    text_step(true);
    return;
  }
  ++at_;
  Offset& open = top().depth;
  if (c == '[') {
    ++open;
  } else if (open > 0) {
    --open;
  } else {
    close_expansion();
    words_.back().subscript_end = at_;
  }
}

// At the first `=` of a word: what follows is a value if a name stands before it.
void Grammar::begin_value() {
  Word& word = words_.back();
  const Offset begin = word.word.range.begin;
  const std::string_view raw = text_.substr(begin, at_ - begin);
  std::size_t size = name_size(raw);
  if (size > 0 && word.subscript_end != 0) size = word.subscript_end - begin;
  word.equals = true;
  keep(at_, at_ + 1);
  ++at_;
  if (size == 0 || word.role != Role::argument) return;
  std::string_view rest = raw.substr(size);
  if (rest.ends_with('+')) rest.remove_suffix(1);
  if (!rest.empty() && !(rest.starts_with('[') && rest.ends_with(']'))) return;
  word.value_begin = at_;
  word.before = std::exchange(word.word, {});
  word.word.range = word.before.range;
}

// Arrays are assigned before the program's word, and by the programs that declare.
bool Grammar::takes_arrays() const {
  if (stack_[stack_.size() - 2].place != Place::simple) return true;
  const auto& words = simple_.back().words;
  if (words.empty() || declares(words[0].value)) return true;
  constexpr std::array<std::string_view, 3> kPrograms = {"alias", "eval", "let"};
  return std::ranges::find(kPrograms, words[0].value) != kPrograms.end();
}

void Grammar::assign(const Word& word, std::string_view raw) {
  const std::string_view target = raw.substr(0, word.value_begin - word.word.range.begin - 1);
  ShellAssignment assignment;
  assignment.append = target.ends_with('+');
  const std::size_t bracket = target.find('[');
  assignment.name = target.substr(0, name_size(target));
  if (bracket != std::string_view::npos)
    assignment.subscript = target.substr(bracket + 1, target.rfind(']') - bracket - 1);
  assignment.value = word.word;
  assignment.value.range.begin = word.value_begin;
  simple_.back().assignments.push_back(std::move(assignment));
}

// A word of the command: its program, an argument, or an assignment before them.
void Grammar::place_word(Word word) {
  SimpleCommand& command = simple_.back();
  command.range.end = at_;
  const bool first = command.words.empty();
  const bool assigns = word.value_begin != 0;
  if (assigns && (first || declares(command.words[0].value)))
    assign(word, text_.substr(word.word.range.begin, at_ - word.word.range.begin));
  if (assigns && first) return;
  if (assigns) {
    word.word.value.insert(0, word.before.value);
    word.word.literal &= word.before.literal;
    word.word.quoted |= word.before.quoted;
    word.word.placeholder |= word.before.placeholder;
  }
  command.words.push_back(std::move(word.word));
}

}  // namespace runbookc::shell
