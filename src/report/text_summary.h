// The last lines of a text report: how much was found, and what to do next.
#pragma once

#include <string>

#include "report/reporter.h"

namespace runbookc {

std::string text_summary(const Report& report, const ReportStyle& style);

}  // namespace runbookc
