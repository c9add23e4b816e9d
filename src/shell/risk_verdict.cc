#include "shell/risk_verdict.h"

#include <set>
#include <string_view>

namespace runbookc {
namespace {

int rank(Risk risk) {
  switch (risk) {
    case Risk::read:
      return 0;
    case Risk::unknown:
      return 1;
    case Risk::mutate:
      return 2;
    case Risk::destroy:
      break;
  }
  return 3;
}

}  // namespace

bool is_worse(Risk a, Risk b) { return rank(a) > rank(b); }

RiskVerdict bomb_verdict() {
  RiskVerdict verdict;
  verdict.risk = Risk::destroy;
  verdict.reason = "starts itself without end";
  return verdict;
}

void add_verdict(RiskVerdict& to, const RiskVerdict& part) {
  if (is_worse(part.risk, to.risk) || (part.risk == to.risk && to.reason.empty())) {
    to.risk = part.risk;
    to.reason = part.reason;
  }
  to.interactive |= part.interactive;
  to.blocking |= part.blocking;
  to.unseen |= part.unseen;
  std::set<std::string_view> seen;
  if (!part.programs.empty()) seen.insert(to.programs.begin(), to.programs.end());
  std::vector<std::string> added;
  for (const std::string& program : part.programs)
    if (seen.insert(program).second) added.push_back(program);
  to.programs.insert(to.programs.end(), added.begin(), added.end());
  to.scripts.insert(to.scripts.end(), part.scripts.begin(), part.scripts.end());
}

}  // namespace runbookc
