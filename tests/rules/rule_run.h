// Runs one rule over a project in memory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/rule.h"
#include "diag/diagnostic.h"
#include "rules/fixture.h"

namespace runbookc::test {

// What `rule` reports for the project, raised to info if it is off by default and the project's
// runbookc.yaml does not name it. Fails the running test if the project does not load.
std::vector<Diagnostic> run_rule(const Rule& rule, const FileTexts& files, std::string_view today);

// The findings in the form of a `findings` fence.
std::string describe(const std::vector<Diagnostic>& diagnostics, const FileTexts& files);

// `files` with the edits of `diagnostic`'s fix. Precondition: it has one.
FileTexts apply_fix(const Diagnostic& diagnostic, FileTexts files);

}  // namespace runbookc::test
