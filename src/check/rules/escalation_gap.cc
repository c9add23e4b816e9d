// RB212: minutes of an incident for which nobody is called, or two people each think the other is.
#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "check/rule.h"
#include "check/rule_options.h"
#include "check/window_sequence.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

bool is_escalation(std::string_view comparable) {
  return comparable.find("escalation") != std::string_view::npos ||
         comparable.find("escalate") != std::string_view::npos;
}

// Sections about escalation, the outermost ones: by their own title, by the contract's that they
// fulfil, or by the project's choice.
std::vector<Index> escalation_sections(const PageContext& context) {
  const std::vector<Section>& sections = context.document.sections;
  std::vector<std::string> titles = text_list_option(context.options, "titles");
  std::ranges::transform(titles, titles.begin(), comparable_title);
  std::vector<bool> wanted(sections.size(), false);
  for (const ContractMatch& match : context.contracts) {
    if (match.section != kNone && is_escalation(comparable_title(match.contract->title))) {
      wanted[match.section] = true;
    }
  }
  const Index page_title = title_section(context.document);
  std::vector<Index> found;
  for (Index index = 0; index < sections.size();) {
    const std::string title = comparable_title(sections[index].title);
    const bool named = index != page_title && is_escalation(title);
    if (!sections[index].nested &&
        (wanted[index] || named || std::ranges::find(titles, title) != titles.end())) {
      found.push_back(index);
      index = std::max(index + 1, sections[index].end);
    } else {
      ++index;
    }
  }
  return found;
}

// Whether `step` begins another sequence than `before` is in: for another severity, or from 0 again
// for somebody else.
bool begins_anew(const WindowStep& before, const WindowStep& step) {
  if (!step.severity.empty() && !before.severity.empty() && step.severity != before.severity) {
    return true;
  }
  return step.labelled && step.window && step.window->kind == WindowKind::closed &&
         step.window->start == 0;
}

Finding finding(const WindowStep& step, std::string message, std::string help) {
  return {.span = step.span,
          .message = std::move(message),
          .help = std::move(help),
          .subject = step.text};
}

// "15-30 min" ends where "16-30 min" begins, if both ends are meant to be included.
bool is_next(const TimeWindow& before, const TimeWindow& window) {
  return window.start_seconds() == before.end_seconds() + before.end_unit;
}

std::optional<Finding> judge(const WindowStep& before, const WindowStep& step) {
  const TimeWindow& last = *before.window;
  const TimeWindow& next = *step.window;
  if (next.kind == WindowKind::deadline || last.kind != WindowKind::closed) {
    return std::nullopt;  // from where the one before ends; until the next begins
  }
  const bool same = next.kind == WindowKind::closed &&
                    next.start_seconds() == last.start_seconds() &&
                    next.end_seconds() == last.end_seconds();
  const bool earlier =
      next.kind == WindowKind::closed && next.end_seconds() <= last.start_seconds();
  if (same || earlier) {
    return std::nullopt;  // for several people; another order
  }
  if (next.start_seconds() < last.end_seconds()) {
    return finding(step, "'" + step.text + "' overlaps '" + before.text + "'",
                   "let it start where the other ends");
  }
  if (next.start_seconds() > last.end_seconds() && !is_next(last, next)) {
    return finding(step, "nobody is called between '" + before.text + "' and '" + step.text + "'",
                   "let it start where the other ends, or say who is called in between");
  }
  return std::nullopt;
}

// One run of windows for one kind of incident.
void check_run(std::span<const WindowStep> steps, std::vector<Finding>& findings) {
  const auto windows =
      std::ranges::count_if(steps, [](const WindowStep& step) { return step.window.has_value(); });
  if (windows < 2) {
    return;
  }
  const WindowStep& first = steps.front();
  if (first.window && first.window->kind == WindowKind::closed && first.window->start > 0) {
    findings.push_back(finding(first, "nobody is called before '" + first.text + "'",
                               "let the first window start at 0, or say who is called until then"));
  }
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i - 1].window && steps[i].window) {
      if (std::optional<Finding> found = judge(steps[i - 1], steps[i])) {
        findings.push_back(std::move(*found));
      }
    }
  }
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const Index section : escalation_sections(context)) {
    for (const WindowSequence& sequence : read_window_sequences(context, section)) {
      const std::span<const WindowStep> steps(sequence);
      std::size_t begin = 0;
      for (std::size_t i = 1; i <= steps.size(); ++i) {
        if (i == steps.size() || begins_anew(steps[i - 1], steps[i])) {
          check_run(steps.subspan(begin, i - begin), findings);
          begin = i;
        }
      }
    }
  }
  return findings;
}

}  // namespace

const Rule& escalation_gap_rule() {
  static const Rule rule = {
      .code = "RB212",
      .name = "escalation-gap",
      .recommended = Severity::warning,
      .summary = "the windows of an escalation path overlap, or leave a gap",
      .why =
          "In the twentieth minute of an incident somebody reads the table to learn whom to call. "
          "If 0-15 is followed by 30-60, nobody is called; if it is followed by 10-30, two people "
          "are, or each waits for the other.\n\n"
          "Read are the tables, lists, drawings in code blocks and subsections of sections whose "
          "title names escalation, each on its own: `0-15 min`, `60+ min`, `after 1 h`, `within 15 "
          "minutes`. A window may start where the one before ends, or one unit later (`0-14`, "
          "`15-29`); the same window twice calls two people, and is fine. Rows for another "
          "severity, "
          "and roles that start at 0 again, are sequences of their own. A row without a window "
          "hides whatever gap it may fill.",
      .bad = {"# On call\n\n## Escalation Path\n\n| After | Who |\n| --- | --- |\n"
              "| 0-15 min | On-call engineer |\n| 30-60 min | Head of the team |\n"},
      .good = {"# On call\n\n## Escalation Path\n\n| After | Who |\n| --- | --- |\n"
               "| 0-15 min | On-call engineer |\n| 15-60 min | Head of the team |\n"},
      .options = {{"titles", "titles of further sections to read", "[]"}},
      .check_page = check,
      .reach = {.section = true}};
  return rule;
}

}  // namespace runbookc
