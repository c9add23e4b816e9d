#include "emit/risk_note.h"

#include "base/text.h"

namespace runbookc {

namespace {

void open(std::string& out, Risk risk, std::string_view word) {
  ((out += R"(<span class="risk" data-risk=")") += risk_name(risk)) += "\"><b>";
  append_escaped_html(out, word);
  out += "</b>";
}

// "Changes" before "changes labels" says it twice: the reason is the whole sentence then.
void append_reason(std::string& out, std::string_view word, std::string_view reason) {
  const std::string verb = lower_ascii(word) + " ";
  if (reason.starts_with(verb)) {
    reason.remove_prefix(verb.size() - 1);
  } else if (!reason.empty()) {
    out += ": ";
  }
  append_escaped_html(out, reason);
}

void append_extra(std::string& out, bool holds, std::string_view word) {
  if (!holds) return;
  out += "; <i>";
  append_escaped_html(out, word);
  out += "</i>";
}

}  // namespace

RiskNote risk_note(const Command& command) {
  return {.risk = command.risk,
          .reason = command.risk_reason,
          .interactive = command.interactive,
          .blocking = command.blocking};
}

void append_risk_note(std::string& out, const RiskNote& note, const Words& words,
                      std::string_view end) {
  const std::string_view word = words.text("risk." + std::string(risk_name(note.risk)));
  open(out, note.risk, word);
  append_reason(out, word, note.reason);
  append_extra(out, note.interactive, words.text("risk.interactive"));
  append_extra(out, note.blocking, words.text("risk.blocking"));
  (out += end) += "</span>";
}

void append_risk_word(std::string& out, Risk risk, std::string_view word, const Words& words) {
  open(out, risk, words.text(word));
  out += "</span>";
}

}  // namespace runbookc
