// Keywords: what they open, close and ask for.
#include <array>

#include "shell/grammar_state.h"

namespace runbookc::shell {

void Grammar::function_word(ByteRange name) {
  top().place = Place::needed;
  top().compound = true;
  top().function_name = name;
  const Offset open = after_blanks(at_);
  if (open >= text_.size() || text_[open] != '(') return;
  const Offset close = after_blanks(open + 1);
  if (close < text_.size() && text_[close] == ')') at_ = close + 1;
}

namespace {

struct Opener {
  std::string_view word;
  Kind kind;
};

constexpr std::array<Opener, 8> kOpeners = {{{"if", Kind::if_cond},
                                             {"while", Kind::loop_cond},
                                             {"until", Kind::loop_cond},
                                             {"for", Kind::for_head},
                                             {"select", Kind::for_head},
                                             {"case", Kind::case_head},
                                             {"{", Kind::brace},
                                             {"[[", Kind::condition}}};

}  // namespace

bool Grammar::keyword(std::string_view word, ByteRange range) {
  const auto* opener = std::ranges::find(kOpeners, word, &Opener::word);
  const Place place = top().place;
  if (opener != kOpeners.end() && place != Place::after)
    return push(opener->kind, range.begin), true;
  const bool body = top().compound;
  if (word == "coproc" && place == Place::coprocess)
    return unexpected(range.begin, range.end), true;
  if (word == "!" && (place == Place::coprocess || body || top().stage > 0))
    return unexpected(range.begin, range.end), true;
  if (word == "in" && place != Place::after) return unexpected(range.begin, range.end), true;
  if (word == "!") {
    top().place = Place::negated;
  } else if (word == "time" && place != Place::coprocess && !body && top().stage == 0) {
    top().place = Place::negated;
    skip_time_options();
  } else if (word == "coproc" && place != Place::coprocess && !body) {
    top().place = Place::coprocess;
  } else if (word == "function" && place != Place::after) {
    top().place = Place::function_name;
  } else {
    return closing(word, range);
  }
  return true;
}

void Grammar::skip_time_options() {
  for (const std::string_view option : {"-p", "--"}) {
    const Offset next = after_blanks(at_);
    if (word_ahead(next) != option) continue;
    at_ = next;
    while (at_ < text_.size() && !holds(" \t\r\n;", text_[at_])) ++at_;
    touch(next, at_);  // nothing need follow them
  }
}

// Whether the word after `coproc` is its name: a compound command follows on the line.
bool Grammar::names_coprocess() const {
  const Offset next = after_blanks(at_);
  if (text_.substr(next).starts_with('(') || keyword_ahead(next)) return true;
  return std::ranges::find(kOpeners, word_ahead(next), &Opener::word) != kOpeners.end();
}

bool Grammar::closing(std::string_view word, ByteRange range) {
  struct Step {
    std::string_view word;
    Kind from;
    Kind to;
  };
  constexpr auto kEnd = Kind::top;
  constexpr std::array<Step, 9> kSteps = {{{"then", Kind::if_cond, Kind::if_body},
                                           {"elif", Kind::if_body, Kind::if_cond},
                                           {"else", Kind::if_body, Kind::else_body},
                                           {"fi", Kind::if_body, kEnd},
                                           {"fi", Kind::else_body, kEnd},
                                           {"do", Kind::loop_cond, Kind::loop_body},
                                           {"done", Kind::loop_body, kEnd},
                                           {"}", Kind::brace, kEnd},
                                           {"esac", Kind::case_body, kEnd}}};
  if (word == "]]") return unexpected(range.begin, range.end), true;
  if (std::ranges::find(kSteps, word, &Step::word) == kSteps.end()) return false;
  if (top().place == Place::after) end_command();
  const auto* step = std::ranges::find_if(
      kSteps, [&](const Step& s) { return s.word == word && s.from == top().kind; });
  const bool filled = top().filled || top().kind == Kind::case_body;
  if (step == kSteps.end() || top().place != Place::start || !filled)
    return unexpected(range.begin, range.end), true;
  if (step->to == kEnd) return close_compound(), true;
  top().around.loop_head &= step->from != Kind::loop_cond;
  top().kind = step->to;
  top().filled = false;
  begin_list();
  return true;
}

}  // namespace runbookc::shell
