#include "report/text_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <vector>

#include "base/text.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

constexpr std::size_t kTallyFrom = 10;  // findings; fewer are seen at a glance
constexpr std::size_t kTallyRules = 6;
constexpr std::size_t kOldDebtFrom = 100;  // findings; so many were not written since yesterday

struct RuleTally {
  std::string code;
  std::string name;
  Severity severity = Severity::off;
  std::size_t count = 0;
};

// Worst first, then most frequent, then by code.
std::vector<RuleTally> tally(const std::vector<Diagnostic>& diagnostics, Severity least) {
  std::map<std::string_view, RuleTally> by_code;
  for (const Diagnostic& found : diagnostics) {
    if (found.severity < least) continue;
    RuleTally& entry = by_code[found.code];
    entry.code = found.code;
    entry.name = found.name;
    entry.severity = std::max(entry.severity, found.severity);
    ++entry.count;
  }
  std::vector<RuleTally> out;
  out.reserve(by_code.size());
  for (auto& [code, entry] : by_code) out.push_back(std::move(entry));
  std::ranges::sort(out, [](const RuleTally& a, const RuleTally& b) {
    if (a.severity != b.severity) return a.severity > b.severity;
    return a.count != b.count ? a.count > b.count : a.code < b.code;
  });
  return out;
}

std::string tally_lines(const std::vector<RuleTally>& rules) {
  std::string out;
  const std::size_t shown = std::min(rules.size(), kTallyRules);
  for (std::size_t i = 0; i < shown; ++i) {
    out += fmt::format("  {:>5} × {} {}\n", rules[i].count, rules[i].code, rules[i].name);
  }
  if (rules.size() > shown) {
    out += fmt::format("          and {}\n", count_of(rules.size() - shown, "more rule"));
  }
  return out;
}

// "3 errors, 12 warnings", with what is hidden or accepted after it.
std::string count_line(const Report& report, const DiagnosticCounts& counts, bool verbose) {
  std::string line =
      counts.errors + counts.warnings == 0
          ? "no errors or warnings"
          : count_of(counts.errors, "error") + ", " + count_of(counts.warnings, "warning");
  if (verbose && counts.infos > 0) line += ", " + count_of(counts.infos, "info");
  line += " in " + count_of(report.files, "file");
  std::vector<std::string> aside;
  if (report.suppressed > 0) aside.push_back(fmt::format("{} suppressed", report.suppressed));
  if (report.baselined > 0) aside.push_back(fmt::format("{} in the baseline", report.baselined));
  if (!report.fixed.empty()) {
    aside.push_back(fmt::format("{} of the baseline fixed", report.fixed.size()));
  }
  if (!report.gone.empty()) {
    aside.push_back(fmt::format("{} gone with {}", report.gone.size(),
                                report.gone.size() == 1 ? "its file" : "their files"));
  }
  if (!aside.empty()) line += " (" + join(aside, ", ") + ")";
  return line + "\n";
}

std::string entry_lines(std::string_view what, const std::vector<BaselineEntry>& entries,
                        const ShownPaths& paths) {
  std::string out;
  for (const BaselineEntry& entry : entries) {
    out += fmt::format("{}: {}: {}\n", what, safe_path(paths(entry.path)), safe_text(entry.rule));
  }
  return out;
}

// The baseline's entries that are gone: where they were with -v, and how to drop them. Not while
// there are new findings, shown or not, as the same command would accept those.
std::string fixed_lines(const Report& report, const ReportStyle& style) {
  if (report.fixed.empty() && report.gone.empty()) return "";
  std::string out;
  if (style.verbose) {
    out += entry_lines("fixed", report.fixed, style.paths) +
           entry_lines("gone with its file", report.gone, style.paths);
  }
  if (report.any_new || style.tips.update_baseline.empty()) return out;
  return out + fmt::format("`{}` drops what is {} from the baseline\n", style.tips.update_baseline,
                           report.gone.empty() ? "fixed" : "no longer found");
}

std::string next_steps(const std::vector<RuleTally>& rules, const DiagnosticCounts& counts,
                       const ReportStyle& style) {
  std::string out;
  if (!rules.empty()) {
    out += fmt::format("`runbookc explain {}` says what {} means and how to remedy it\n",
                       rules.front().code, rules.front().name);
  }
  if (!style.verbose && counts.infos > 0) {
    out += fmt::format("`{}` shows {}\n", style.tips.show_infos, count_of(counts.infos, "info"));
  }
  if (counts.errors == 0 && counts.warnings > 0 && style.fail_on == Severity::warning) {
    out += "warnings fail this check: `fail_on` is set to warning\n";
  }
  return out;
}

// "may": fix leaves a mending that would make another finding.
std::string fix_hint(const Report& report, const ReportStyle& style) {
  if (report.fixable == 0 || style.tips.fix.empty()) return "";
  return fmt::format("`{}` shows how {} of them may be mended{}\n", style.tips.fix, report.fixable,
                     report.fixable_baselined == 0
                         ? ""
                         : fmt::format(", and {} in the baseline", report.fixable_baselined));
}

// For a team that has just met the tool.
std::string baseline_hint(const Report& report, const DiagnosticCounts& counts,
                          const ReportStyle& style) {
  if (counts.errors + counts.warnings < kOldDebtFrom || report.baselined > 0) return "";
  if (style.tips.accept_old.empty()) return "";
  return fmt::format("`{}` accepts what is old, so that only new findings count\n",
                     style.tips.accept_old);
}

}  // namespace

std::string text_summary(const Report& report, const ReportStyle& style) {
  const DiagnosticCounts counts = count_by_severity(report.diagnostics);
  const auto rules = tally(report.diagnostics, style.verbose ? Severity::info : Severity::warning);
  std::string out = count_line(report, counts, style.verbose);
  if (rules.size() > 1 && report.diagnostics.size() > kTallyFrom) out += tally_lines(rules);
  return out + next_steps(rules, counts, style) + fix_hint(report, style) +
         baseline_hint(report, counts, style) + fixed_lines(report, style);
}

}  // namespace runbookc
