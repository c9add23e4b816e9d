// Report formats: findings to bytes.
//
// A format lives in report/formats/, is named after itself (json.cc), and defines
// `const ReportFormat& json_format()`. CMake finds it and writes the registry.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "corpus/corpus.h"
#include "diag/baseline.h"
#include "diag/diagnostic.h"
#include "report/shown_paths.h"

namespace runbookc {

// What a format may say about a rule. The text lives as long as the program.
struct RuleSummary {
  std::string_view code;     // "RB301"
  std::string_view name;     // "target-missing"
  std::string_view summary;  // the defect in one sentence
  std::string_view why;      // what it does to a reader: a paragraph or two of Markdown
  Severity recommended = Severity::off;
};

struct Report {
  const Corpus& corpus;
  std::vector<Diagnostic> diagnostics;  // finished; already narrowed to what was asked for
  std::size_t files = 0;                // that were checked and reported on
  std::size_t suppressed = 0;
  std::size_t baselined = 0;
  // That `fix` would mend: of what is reported on, shown or over its limit, and of the baseline.
  std::size_t fixable = 0;
  std::size_t fixable_baselined = 0;
  std::vector<BaselineEntry> fixed = {};  // of the baseline: not found any more
  std::vector<BaselineEntry> gone = {};   // the same, of files that are not there any more
  // Accepted at the old paths of their files, and not reported on though they are still there.
  std::size_t moved = 0;
  bool any_new = false;  // whether the baseline lacks a finding of the project, reported on or not
  std::vector<std::string_view> paths = {};  // of those files, sorted; they live in the corpus
  std::vector<RuleSummary> rules = {};       // every rule, by code
};

// The commands that a text report advises, whole; "": it does not.
struct TipCommands {
  std::string check = "runbookc check";
  std::string show_infos = "runbookc check -v";
  std::string fix = "runbookc fix --diff";
  std::string update_baseline = "runbookc check --update-baseline";
  std::string accept_old = "runbookc check --baseline runbookc-baseline.json --update-baseline";
};

struct ReportStyle {
  bool color = false;
  bool verbose = false;  // text: show infos
  bool quiet = false;    // text: errors only, no summary
  Severity fail_on = Severity::error;
  // The project root's folder, relative to the top of the repository ("" for that top): what code
  // hosts' formats put before a path. Json keeps paths relative to the project.
  std::string path_prefix = {};
  // text: how the one document that is reported on was named by the user; "" to show its path.
  std::string given_path = {};
  ShownPaths paths = {};  // text
  TipCommands tips = {};  // text
};

struct ReportFormat {
  std::string_view name;
  std::string_view description;
  std::string (*render)(const Report&, const ReportStyle&);
};

inline std::string_view registry_key(const ReportFormat& format) { return format.name; }

std::span<const ReportFormat* const> all_report_formats();  // sorted by name
const ReportFormat* find_report_format(std::string_view name);

}  // namespace runbookc
