// RB201: a section that the type's contract requires is not there.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/digest.h"
#include "check/missing_section.h"
#include "check/page_place.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::string in_quotes(std::string_view title) { return "'" + std::string(title) + "'"; }

// The level that the contract asks for, else that of the page's other sections; 0 if that is too
// deep.
std::size_t level_of(const PageContext& context, const ContractMatch& match) {
  constexpr std::size_t kDeepest = 6;
  if (match.contract->level > 0) return static_cast<std::size_t>(match.contract->level);
  const std::vector<Section>& sections = context.document.sections;
  const Index above = match.within == kNone ? title_section(context.document) : match.within;
  if (above != kNone || sections.empty()) {
    const std::size_t level = above == kNone ? 2 : std::size_t{sections[above].level} + 1;
    return level <= kDeepest ? level : 0;
  }
  return std::ranges::min(sections, {}, &Section::level).level;
}

// What to do with a paragraph that its author took for the heading.
std::string help_with_paragraph(const PageContext& context, const MissingSection& missing) {
  const Block& paragraph = context.document.blocks[missing.paragraph];
  std::string_view title = paragraph.text;
  title.remove_prefix(std::min(title.find_first_not_of("# "), title.size()));
  const std::size_t level = level_of(context, *missing.match);
  std::string says = fmt::format("line {} says it, but is no heading", paragraph.span.start.line);
  if (level == 0) return says;
  return fmt::format("{}: write '{} {}'", says, std::string(level, '#'),
                     title.substr(0, title.find_last_not_of(": #") + 1));
}

std::string help_for(const PageContext& context, const MissingSection& missing) {
  const SectionContract& contract = *missing.match->contract;
  if (missing.paragraph != kNone) return help_with_paragraph(context, missing);
  if (missing.heading == kNone) {
    return contract.description.empty()
               ? "add a heading '" + contract.title + "' and write what belongs there"
               : "add a heading '" + contract.title + "': " + contract.description;
  }
  const Section& section = context.document.sections[missing.heading];
  const std::string found = "found " + in_quotes(section.title) + " in line " +
                            std::to_string(section.span.start.line) + ": ";
  if (missing.shared_with != nullptr) {
    const auto [first, second] = std::minmax(missing.match, missing.shared_with);
    return found + "split it into " + in_quotes(first->contract->title) + " and " +
           in_quotes(second->contract->title);
  }
  return found + "rename it to '" + contract.title + "', or add its title to the aliases in the " +
         "schema of the type";
}

std::string subject_of(const PageContext& context, const ContractMatch& match) {
  return match.within == kNone
             ? match.contract->title
             : context.document.sections[match.within].title + "/" + match.contract->title;
}

Finding absent_section(const PageContext& context, const MissingSection& missing) {
  const Index within = missing.match->within;
  const std::vector<Section>& sections = context.document.sections;
  const std::string where = within != kNone ? " in " + in_quotes(sections[within].title) : "";
  return {.span = within != kNone ? sections[within].span : title_place(context),
          .message = "there is no section " + in_quotes(missing.match->contract->title) + where +
                     ", which type '" + context.type->name + "' requires",
          .help = help_for(context, missing),
          .subject = subject_of(context, *missing.match)};
}

Finding misplaced_section(const PageContext& context, const MissingSection& missing) {
  const SectionContract& contract = *missing.match->contract;
  const Section& section = context.document.sections[missing.heading];
  Finding finding = {
      .span = section.span, .message = "", .subject = subject_of(context, *missing.match)};
  const std::string name = "section " + in_quotes(section.title);
  if (missing.absence == Absence::in_container) {
    finding.message = name + " stands in a list or a quote, where it is no section of the page";
    finding.help = "start its heading at the margin";
  } else if (missing.absence == Absence::at_level) {
    const auto level = static_cast<std::size_t>(contract.level);
    finding.message = name + " has level " + std::to_string(section.level) + ", where type '" +
                      context.type->name + "' has it at level " + std::to_string(level);
    finding.help = "write it as '" + std::string(level, '#') + " " + section.title + "'";
  } else {
    const std::string parent = in_quotes(context.document.sections[missing.match->within].title);
    finding.message =
        name + " is not in " + parent + ", where type '" + context.type->name + "' has it";
    finding.help = "move it into " + parent + ", as a heading one level below";
  }
  return finding;
}

// Whether the page has no section of its type at all, and nothing that might be meant for one: it
// is rather of another type than short of each of them.
bool has_none(const PageContext& context, const std::vector<MissingSection>& missing) {
  const auto is_there = [](const ContractMatch& match) { return match.section != kNone; };
  const auto is_unguessed = [](const MissingSection& one) {
    return one.heading == kNone && one.paragraph == kNone;
  };
  return missing.size() > 1 && std::ranges::none_of(context.contracts, is_there) &&
         std::ranges::all_of(missing, is_unguessed);
}

// Of the finding of a page that has none of its sections: a digest, since each finding of one
// section repeats it. Sections within others are no part of it: without their parent none is
// missing.
std::string subject_of_none(const PageContext& context) {
  std::string titles;
  for (const ContractMatch& match : context.contracts) {
    if (!match.contract->required || match.within != kNone) continue;
    titles += "/" + match.contract->title;
  }
  return fmt::format("{}: none of {:016x}", context.type->name, hash64(titles));
}

// A first section must not turn what a baseline accepts into new findings, nor must the last that
// goes: the one finding of a page without sections and those of each say the same.
Finding no_section(const PageContext& context, const std::vector<MissingSection>& missing) {
  constexpr std::size_t kMostNames = 12;
  std::string names;
  std::vector<std::string> subjects;
  for (std::size_t i = 0; i < missing.size(); ++i) {
    const std::string& title = missing[i].match->contract->title;
    if (i < kMostNames) names += (i == 0 ? "" : ", ") + in_quotes(title);
    subjects.push_back(subject_of(context, *missing[i].match));
  }
  if (missing.size() > kMostNames) {
    names += " and " + std::to_string(missing.size() - kMostNames) + " more";
  }
  return {.span = title_place(context),
          .message = "there is none of the " + std::to_string(missing.size()) +
                     " sections that type '" + context.type->name + "' requires: " + names,
          .help =
              "add these headings, or give the document another type: 'type:' here, or 'types' "
              "in runbookc.yaml",
          .subject = subject_of_none(context),
          .equal_subjects = std::move(subjects)};
}

std::vector<Finding> check(const PageContext& context) {
  // What an unclosed fence swallowed is there, only not as sections.
  if (is_unread(context.document) || is_rest_swallowed(context.document)) {
    return {};
  }
  const bool lacks_any = std::ranges::any_of(context.contracts, [](const ContractMatch& match) {
    return match.section == kNone && match.contract->required;
  });
  std::vector<Finding> findings;
  if (!lacks_any) {
    return findings;
  }
  const std::vector<MissingSection> missing = missing_sections(context);
  if (has_none(context, missing)) {
    return {no_section(context, missing)};
  }
  const std::string none = subject_of_none(context);
  for (const MissingSection& one : missing) {
    findings.push_back(one.absence == Absence::unnamed ? absent_section(context, one)
                                                       : misplaced_section(context, one));
    if (one.match->within == kNone) findings.back().equal_subjects = {none};
  }
  return findings;
}

}  // namespace

const Rule& section_missing_rule() {
  static const Rule rule = {
      .code = "RB201",
      .name = "section-missing",
      .recommended = Severity::error,
      .summary = "a section that the document's type requires is missing",
      .why =
          "At three in the morning a reader looks for the heading that answers the question of the "
          "moment: what does this alert mean, how do I undo the change. A type's contract promises "
          "that these headings are there, under the same name in every runbook.\n\n"
          "Numbering, emoji, case and punctuation do not matter, and a contract can list aliases. "
          "If the finding names a heading that is meant, rename it; if it names a line in bold or "
          "one "
          "like `##Purpose`, make it a heading. A page that has none of the "
          "sections is reported once, since it may be of another type: a helper or a 'moved to' "
          "note beside the alerts. If a section makes no sense for a "
          "document, say so under the heading in one sentence: 'nothing to roll back, the job only "
          "reads' is an answer, too.",
      .bad = {"---\ntype: alert\ntitle: Disk full\n---\n\n# Disk full\n\n## Meaning\n\nA disk is "
              "full.\n\n## Impact\n\nWrites fail.\n\n## Diagnosis\n\nLook at the graph.\n"},
      .good = {"---\ntype: alert\ntitle: Disk full\n---\n\n# Disk full\n\n## Meaning\n\nA disk is "
               "full.\n\n## Impact\n\nWrites fail.\n\n## Diagnosis\n\nLook at the graph.\n\n"
               "## Mitigation\n\nDelete old snapshots.\n"},
      .check_page = check,
      .reach = {.structure = true, .schema = true}};
  return rule;
}

}  // namespace runbookc
