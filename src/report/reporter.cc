#include "report/reporter.h"

#include <algorithm>

namespace runbookc {

const ReportFormat* find_report_format(std::string_view name) {
  const auto formats = all_report_formats();
  const auto found = std::ranges::find(formats, name, [](const auto* f) { return f->name; });
  return found == formats.end() ? nullptr : *found;
}

}  // namespace runbookc
