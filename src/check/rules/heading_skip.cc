// RB205: a heading two or more levels below the one before it.
#include <string>
#include <vector>

#include "base/text.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// The headings that belong together with one that is too deep: they go up with it.
struct Run {
  std::size_t siblings = 0;  // of its level, without itself
  bool has_children = false;
};

Run run_from(const std::vector<Section>& sections, Index first) {
  Run run;
  for (Index index = first + 1; index < sections.size(); ++index) {
    if (sections[index].nested) continue;
    if (sections[index].level < sections[first].level) break;
    if (sections[index].level > sections[first].level) {
      run.has_children = true;
    } else {
      ++run.siblings;
    }
  }
  return run;
}

std::string help_for(const std::vector<Section>& sections, Index index, unsigned level) {
  const std::string& title = sections[index].title;
  if (trim(title).empty()) return "remove it, or give it text";
  const Run run = run_from(sections, index);
  std::string help = "make it level " + std::to_string(level);
  if (run.siblings == 1) help += ", and the next heading of its level too";
  if (run.siblings > 1) {
    help += ", and the " + std::to_string(run.siblings) + " headings of its level after it too";
  }
  if (run.has_children) {
    help += std::string(", with the headings below ") + (run.siblings == 0 ? "it" : "them");
  }
  return help + ": '" + std::string(level, '#') + " " + title + "'";
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  unsigned previous = 1;  // the page's title, which may stand in the front matter
  const std::vector<Section>& sections = context.document.sections;
  for (Index index = 0; index < sections.size(); ++index) {
    const Section& section = sections[index];
    if (section.nested) {
      continue;
    }
    const unsigned level = section.level;
    if (level > previous + 1) {
      findings.push_back({.span = section.span,
                          .message = "heading of level " + std::to_string(level) +
                                     " follows level " + std::to_string(previous),
                          .help = help_for(sections, index, previous + 1),
                          .subject = section.title});
    }
    previous = level;
  }
  return findings;
}

}  // namespace

const Rule& heading_skip_rule() {
  static const Rule rule = {
      .code = "RB205",
      .name = "heading-skip",
      .recommended = Severity::info,
      .summary = "a heading skips a level",
      .why =
          "Screen readers and tables of contents take the level for the structure: a level that is "
          "skipped is a part that seems to be missing. If the size is the reason, the style sheet "
          "is the place to change it.",
      .bad = {"# Gateway\n\n### Check\n\nAll ready.\n"},
      .good = {"# Gateway\n\n## Check\n\nAll ready.\n"},
      .check_page = check,
      .reach = {.structure = true}};
  return rule;
}

}  // namespace runbookc
