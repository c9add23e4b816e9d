// What a page says about what a command would do: in words, with the reason.
#pragma once

#include <string>
#include <string_view>

#include "emit/words.h"
#include "model/command.h"

namespace runbookc {

struct RiskNote {
  Risk risk = Risk::read;
  std::string_view reason;  // of the command, which outlives this
  bool interactive = false;
  bool blocking = false;

  // Whether there is nothing to be careful about.
  bool quiet() const { return risk == Risk::read && !interactive && !blocking; }
  friend bool operator==(const RiskNote&, const RiskNote&) = default;
};

RiskNote risk_note(const Command& command);

// `<span class="risk" data-risk="mutate"><b>Changes</b> labels or annotations</span>`, with `end`
// inside at its end.
void append_risk_note(std::string& out, const RiskNote& note, const Words& words,
                      std::string_view end = "");
// The risk alone, in the words of `word`.
void append_risk_word(std::string& out, Risk risk, std::string_view word, const Words& words);

}  // namespace runbookc
