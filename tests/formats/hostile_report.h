// A report on documents that attack whatever shows it: their paths, titles, keys, headings and
// links hold workflow commands, escape sequences, markup and text that reads backwards. Only the
// findings of a few rules are kept, so that a new rule changes no golden file.
#pragma once

#include <string>
#include <vector>

#include "report/reporter.h"

namespace runbookc {

inline constexpr const char* kHostilePath =
    "content/\n::error::p ##[error] \x1b[2J \"]]><s> %0A\r\xe2\x80\xae\xf0\x9f\x94\x81,:.md";

class HostileReport {
 public:
  HostileReport();
  std::string render(std::string_view format, const ReportStyle& style = {}) const;
  // Every rule's summary is in the report.
  HostileReport& with_rules();
  const std::vector<Diagnostic>& diagnostics() const { return report_.diagnostics; }
  const Corpus& corpus() const { return corpus_; }

 private:
  Corpus corpus_;
  Report report_;
};

// What must not stand in any output as it is: control characters but for line feeds, runner
// commands, bidirectional overrides, bytes that are not UTF-8.
std::vector<std::string> live_attacks(std::string_view output);

}  // namespace runbookc
