// What is found out of a command's risk.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "model/command.h"

namespace runbookc {

// In the order read, unknown, mutate, destroy, which docs/risk.md shows.
bool is_worse(Risk a, Risk b);

struct RiskVerdict {
  Risk risk = Risk::read;
  std::string reason;        // a short phrase for a person: "deletes every key of a database"
  bool interactive = false;  // waits for answers or opens a screen
  bool blocking = false;     // does not end by itself
  bool unseen = false;       // runs what is written nowhere, or deeper than is followed
  std::vector<std::string> programs;  // in their order, those run through others too; each once
  std::vector<std::string> scripts;   // shell text that it would run and that was not read
  std::size_t followed = 0;           // what functions and aliases cost of `follow_at_most`

  friend bool operator==(const RiskVerdict&, const RiskVerdict&) = default;
};

// Of a function that starts itself without end (`DefinedFunction::bomb`).
RiskVerdict bomb_verdict();

// Takes the worse risk with its reason, and all of the rest.
void add_verdict(RiskVerdict& to, const RiskVerdict& part);

}  // namespace runbookc
