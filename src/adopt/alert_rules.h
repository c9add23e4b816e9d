// Prometheus rule files, as far as they lead to runbooks.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "source/source_file.h"

namespace runbookc {

struct AlertRule {
  std::string name;     // "OrdersPrimaryDown"
  std::string runbook;  // what its annotation says: a URL or a path; ""
  std::string path;     // of the rule file, as a person named it
  std::uint32_t line = 0;
};

// The most bytes of a rule file.
inline constexpr std::uint64_t kAlertRulesBytes = std::uint64_t{16} * 1024 * 1024;

// Every alerting rule in the file, wherever it is nested (a plain file, a PrometheusRule, several
// YAML documents). YAML that has more than one meaning is read line by line. An Error, with its
// place, for text that is no YAML and names no alert.
Result<std::vector<AlertRule>> read_alert_rules(const SourceFile& file);

}  // namespace runbookc
