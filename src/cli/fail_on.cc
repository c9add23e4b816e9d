#include "cli/fail_on.h"

#include <fmt/format.h>

#include <algorithm>

namespace runbookc {

Result<std::optional<Severity>> read_fail_on(const Arguments& arguments) {
  if (!arguments.has("--fail-on")) return std::optional<Severity>();
  const std::string text = arguments.last("--fail-on");
  if (text == "error") return std::optional(Severity::error);
  if (text == "warning") return std::optional(Severity::warning);
  if (text == "never") return std::optional(Severity::off);
  return Error{fmt::format("'{}' is no value for --fail-on", text),
               "it is one of error, warning, never"};
}

bool fails(const std::vector<Diagnostic>& diagnostics, Severity least) {
  return least != Severity::off && std::ranges::any_of(diagnostics, [&](const Diagnostic& found) {
           return found.severity >= least;
         });
}

}  // namespace runbookc
