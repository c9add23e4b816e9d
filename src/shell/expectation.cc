// What is missing where the text is no shell.
#include <array>

#include "shell/grammar_state.h"

namespace runbookc::shell {
namespace {

// What closes or goes on with an open list of commands.
struct Closing {
  Kind kind;
  std::string_view words;
};

constexpr std::array<Closing, 10> kClosings = {{{Kind::substitution, "')'"},
                                                {Kind::subshell, "')'"},
                                                {Kind::brace, "'}'"},
                                                {Kind::if_cond, "'then'"},
                                                {Kind::if_body, "'fi', 'else' or 'elif'"},
                                                {Kind::else_body, "'fi'"},
                                                {Kind::loop_cond, "'do'"},
                                                {Kind::loop_body, "'done'"},
                                                {Kind::case_body, "';;' or 'esac'"},
                                                {Kind::condition, "']]'"}}};

// A word that closes or goes on, and what has to be open for that.
struct Opening {
  std::string_view closer;
  std::string_view openers;
};

constexpr auto kOpenings = std::to_array<Opening>({{"then", "'if'"},
                                                   {"elif", "'if'"},
                                                   {"else", "'if'"},
                                                   {"fi", "'if'"},
                                                   {"do", "'for', 'while' or 'until'"},
                                                   {"done", "'for', 'while' or 'until'"},
                                                   {"esac", "'case'"},
                                                   {"}", "'{'"},
                                                   {")", "'('"},
                                                   {";;", "'case'"},
                                                   {";&", "'case'"},
                                                   {";;&", "'case'"},
                                                   {"]]", "'[['"}});

bool is_closer(std::string_view found) {
  return std::ranges::find(kOpenings, found, &Opening::closer) != kOpenings.end();
}

bool joins(std::string_view found) {
  return found == "|" || found == "|&" || found == "||" || found == "&" || found == "&&" ||
         found == ";";
}

}  // namespace

std::string Grammar::expected(std::string_view found) const {
  const Frame& frame = stack_.back();
  const auto* closing = std::ranges::find(kClosings, frame.kind, &Closing::kind);
  const bool list = frame.kind <= Kind::case_body;
  const std::string quoted = "'" + std::string(found) + "'";
  if (frame.place == Place::function_name) return "the name of the function is expected";
  if (frame.place == Place::coprocess) return "a command is expected";
  if (frame.compound) return "the body of the function, as in '{ …; }', is expected";
  if (list && (frame.place == Place::needed || frame.place == Place::negated || joins(found)))
    return "a command is expected before it";
  if (!list)
    return closing == kClosings.end() ? ""
                                      : "a test or " + std::string(closing->words) + " is expected";
  if (is_closer(found)) {
    if (closing == kClosings.end()) return "nothing is open that it could close";
    const bool fits = closing->words.find(quoted) != std::string_view::npos;
    return fits ? "a command is expected before it" : std::string(closing->words) + " is expected";
  }
  if (found == "(") return "in a word it must be quoted";
  return frame.place == Place::after ? "';' or a new line is expected before it" : "";
}

// "" where `expected` says all that there is to say.
std::string Grammar::remedy(std::string_view found) const {
  const std::string missing = expected(found);
  if (missing == "nothing is open that it could close") {
    const auto* opening = std::ranges::find(kOpenings, found, &Opening::closer);
    return "add the " + std::string(opening->openers) + " that it belongs to, or remove it";
  }
  if (missing == "a command is expected before it")
    return "write the command that is missing, or remove it";
  if (found == "(") return "quote it, as in '(' or \\(";
  return {};
}

std::string_view ends_of(Kind kind) {
  struct End {
    Kind kind;
    std::string_view words;
  };
  constexpr auto kEnds = std::to_array<End>({{Kind::brace, "'}'"},
                                             {Kind::if_cond, "'then' and 'fi'"},
                                             {Kind::if_body, "'fi'"},
                                             {Kind::else_body, "'fi'"},
                                             {Kind::loop_cond, "'do' and 'done'"},
                                             {Kind::loop_body, "'done'"},
                                             {Kind::for_head, "'do' and 'done'"},
                                             {Kind::case_head, "'in' and 'esac'"},
                                             {Kind::case_patterns, "'esac'"},
                                             {Kind::case_body, "'esac'"},
                                             {Kind::condition, "']]'"},
                                             {Kind::parameter, "'}'"},
                                             {Kind::arithmetic, "'))'"},
                                             {Kind::subscript, "']'"}});
  const auto* end = std::ranges::find(kEnds, kind, &End::kind);
  return end == kEnds.end() ? "')'" : end->words;
}

void Grammar::unexpected(Offset begin, Offset end) {
  std::string message;
  std::string help;
  if (!script_.error) {
    const std::string_view found = text_.substr(begin, end - begin);
    const std::string missing = expected(found);
    message = "unexpected " + (found == "\n" ? "end of the line" : shown(begin, end)) +
              (missing.empty() ? "" : ": " + missing);
    help = remedy(found);
  }
  fail({{begin, end}, std::move(message), std::move(help)});
}

}  // namespace runbookc::shell
