#include "model/command.h"

namespace runbookc {

std::string_view risk_name(Risk risk) {
  switch (risk) {
    case Risk::read:
      return "read";
    case Risk::mutate:
      return "mutate";
    case Risk::destroy:
      return "destroy";
    case Risk::unknown:
      break;
  }
  return "unknown";
}

std::string_view syntax_name(SyntaxVerdict verdict) {
  switch (verdict) {
    case SyntaxVerdict::ok:
      return "ok";
    case SyntaxVerdict::error:
      return "error";
    case SyntaxVerdict::skipped:
      break;
  }
  return "skipped";
}

}  // namespace runbookc
