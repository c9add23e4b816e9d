// RB207: a table of contents that no longer says what the page holds.
#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <ranges>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/contents_drift.h"
#include "check/contents_rewrite.h"
#include "check/page_place.h"
#include "check/rule.h"
#include "check/rule_options.h"
#include "schema/document_type.h"

namespace runbookc {
namespace {

// In comparable_title's form.
std::vector<std::string> titles_option(const PageContext& context, std::string_view name,
                                       std::vector<std::string> defaults) {
  std::vector<std::string> titles = text_list_option(context.options, name);
  if (context.options.find(name) == nullptr) {
    titles = std::move(defaults);
  }
  std::ranges::transform(titles, titles.begin(), comparable_title);
  return titles;
}

// More than these are one finding: the list is of another age.
constexpr std::size_t kMany = 8;

// The heading that announces the list, else its first link to a heading.
Span list_place(const PageContext& context, const ContentsList& contents) {
  if (contents.section != kNone) {
    return context.document.sections[contents.section].span;
  }
  const auto first = std::ranges::find_if(
      contents.entries, [](const ContentsEntry& entry) { return entry.section != kNone; });
  assert(first != contents.entries.end());  // or nothing would be missing
  return context.document.links[first->link].span;
}

Finding missing_entry(const PageContext& context, const ContentsList& contents,
                      const Section& section) {
  return {.span = list_place(context, contents),
          .message = "the table of contents lacks '" + section.title + "'",
          .help = "add [" + heading_label(context, section) + "](#" + section.anchor + ")",
          .subject = section.title};
}

std::vector<Finding> missing_entries(const PageContext& context, const ContentsList& contents,
                                     const std::vector<Index>& missing) {
  std::vector<Finding> findings;
  for (const Index index : missing) {
    findings.push_back(missing_entry(context, contents, context.document.sections[index]));
    if (missing.size() > kMany) {
      findings.back().message = "the table of contents lacks " +
                                count_of(missing.size(), "heading") + ", '" +
                                findings.back().subject + "' the first";
      findings.back().help = "write the list anew, or delete it: the site makes one";
    }
    if (contents.generated) {
      findings.back().help = "run the tool again that wrote the list";
    }
    if (missing.size() > kMany) {
      break;
    }
  }
  return findings;
}

// Entries that lead to a heading which an entry before them leads to, by the number of the entry,
// with the heading of the same name that the list lacks: what they mean.
std::map<std::size_t, Index> misled_entries(const PageContext& context,
                                            const ContentsList& contents,
                                            const std::vector<Index>& missing) {
  const std::vector<Section>& sections = context.document.sections;
  std::map<std::string, std::vector<Index>> missing_by_title;  // the last first
  for (const Index index : std::views::reverse(missing)) {
    missing_by_title[comparable_title(sections[index].title)].push_back(index);
  }
  std::map<std::size_t, Index> misled;
  std::set<Index> seen;
  for (std::size_t i = 0; i < contents.entries.size(); ++i) {
    const Index section = contents.entries[i].section;
    if (section == kNone || seen.insert(section).second) {
      continue;
    }
    const auto meant = missing_by_title.find(comparable_title(sections[section].title));
    if (meant != missing_by_title.end() && !meant->second.empty()) {
      misled[i] = meant->second.back();
      meant->second.pop_back();
    }
  }
  return misled;
}

Finding misled_entry(const PageContext& context, const ContentsList& contents,
                     const ContentsEntry& entry, const Section& meant) {
  const Link& link = context.document.links[entry.link];
  const Section& reached = context.document.sections[entry.section];
  Finding finding{.span = link.span,
                  .message = "the entry '" + link.text + "' leads to the heading in line " +
                             std::to_string(reached.span.start.line) + ", and the one in line " +
                             std::to_string(meant.span.start.line) + " has none",
                  .help = contents.generated ? "run the tool again that wrote the list"
                                             : "link to '#" + meant.anchor + "'",
                  .subject = link.text};
  if (!contents.generated && link.target_span.valid() &&
      context.source.text(link.target_span) == link.target) {
    finding.fix = Fix{.description = "link to '#" + meant.anchor + "'",
                      .edits = {{.range = link.target_span, .text = "#" + meant.anchor}}};
  }
  return finding;
}

// The first entry that stands after one of a later heading.
std::optional<Finding> wrong_order(const PageContext& context, const ContentsList& contents,
                                   const std::map<std::size_t, Index>& misled) {
  const ContentsEntry* last = nullptr;
  for (std::size_t i = 0; i < contents.entries.size(); ++i) {
    const ContentsEntry& entry = contents.entries[i];
    if (entry.section == kNone || misled.contains(i)) {
      continue;
    }
    if (last != nullptr && entry.section < last->section) {
      const Link& link = context.document.links[entry.link];
      const Link& before = context.document.links[last->link];
      return Finding{.span = link.span,
                     .message = "the table of contents has '" + link.text + "' after '" +
                                before.text + "', and the page before it",
                     .help = "bring the list into the order of the headings",
                     .subject = link.text};
    }
    last = &entry;
  }
  return std::nullopt;
}

std::optional<Fix> rename_entry(const PageContext& context, const Link& link,
                                const Section& section) {
  const std::string_view written = context.source.text(link.span);
  const std::size_t target = written.rfind("](#");
  if (link.kind != LinkKind::inline_link || target == std::string_view::npos) {
    return std::nullopt;
  }
  return Fix{.description = "use the heading's words",
             .edits = {{.range = link.span,
                        .text = "[" + heading_label(context, section) +
                                std::string(written.substr(target))}}};
}

// A list without a title whose items are sentences of their own: "you can [drain it](#drain)".
bool is_pointers(const PageContext& context, const ContentsList& contents) {
  const auto reworded = std::ranges::count_if(contents.entries, [&](const ContentsEntry& entry) {
    return entry.section != kNone && !says_the_same(context.document.links[entry.link].text,
                                                    context.document.sections[entry.section].title);
  });
  return contents.section == kNone &&
         static_cast<std::size_t>(reworded) * 2 > contents.entries.size();
}

void check_texts(const PageContext& context, const ContentsList& contents,
                 std::vector<Finding>& findings) {
  for (const ContentsEntry& entry : contents.entries) {
    if (entry.section == kNone) {
      continue;
    }
    const Link& link = context.document.links[entry.link];
    const Section& section = context.document.sections[entry.section];
    if (!says_the_same(link.text, section.title)) {
      findings.push_back(
          {.span = link.span,
           .message = "the entry '" + link.text + "' leads to the heading '" + section.title + "'",
           .help = "use the heading's words",
           .subject = link.text,
           .fix = rename_entry(context, link, section)});
    }
  }
}

void check_list(const PageContext& context, const ContentsList& contents,
                std::vector<Finding>& findings) {
  const ContentsDrift drift = find_contents_drift(
      context, contents,
      titles_option(context, "except",
                    {"Revision History", "Change Log", "Changelog", "Version History",
                     "Document History", "Document Control"}));
  if (!drift.complete_enough || is_pointers(context, contents)) {
    return;
  }
  const std::map<std::size_t, Index> misled = misled_entries(context, contents, drift.reported);
  std::vector<Index> missing = drift.reported;
  std::vector<Finding> drifted;
  for (const auto& [entry, meant] : misled) {
    std::erase(missing, meant);
    drifted.push_back(
        misled_entry(context, contents, contents.entries[entry], context.document.sections[meant]));
  }
  std::ranges::move(missing_entries(context, contents, missing), std::back_inserter(drifted));
  if (std::optional<Finding> order = wrong_order(context, contents, misled)) {
    drifted.push_back(std::move(*order));
  }
  const std::optional<Edit> edit =
      drifted.empty() ? std::nullopt : rewrite_contents(context, contents, drift.wanted);
  for (Finding& finding : drifted) {
    if (edit) {
      finding.fix = Fix{.description = "write the list as the headings are", .edits = {*edit}};
    }
    findings.push_back(std::move(finding));
  }
  check_texts(context, contents, findings);
}

std::vector<Finding> check(const PageContext& context) {
  if (is_rest_swallowed(context.document)) {
    return {};
  }
  const std::vector<std::string> titles = titles_option(
      context, "titles",
      {"Table of Contents", "Contents", "Content", "TOC", "On this page", "In this document"});
  std::vector<Finding> findings;
  if (const std::optional<ContentsList> contents = find_contents_list(context, titles)) {
    check_list(context, *contents, findings);
  }
  return findings;
}

}  // namespace

const Rule& toc_drift_rule() {
  static const Rule rule = {
      .code = "RB207",
      .name = "toc-drift",
      .recommended = Severity::warning,
      .summary = "a hand-written table of contents differs from the headings",
      .why =
          "Readers in a hurry look at the list, and take it that a section which is not there does "
          "not exist. The site makes a table of contents of its own, so that the surest remedy is "
          "to delete the list.\n\n"
          "A table of contents is a list under one of the titles below, or the first list before "
          "the first section, most of whose items lead to headings of the page. Reported are "
          "headings after it that it lacks, entries in another order than the headings, and "
          "entries in other words. Only levels that the list covers count, and below its first "
          "level only sections that it goes into. Numbering, emoji and case do not count, and an "
          "entry may shorten its heading. An entry that leads nowhere is left to anchor-missing.",
      .bad = {"# Gateway\n\n## Contents\n\n- [Restart](#restart)\n- [Drain](#drain)\n\n"
              "## Restart\n\nText.\n\n## Drain\n\nText.\n\n## Scale\n\nText.\n"},
      .good = {"# Gateway\n\n## Contents\n\n- [Restart](#restart)\n- [Drain](#drain)\n"
               "- [Scale](#scale)\n\n## Restart\n\nText.\n\n## Drain\n\nText.\n\n## Scale\n\n"
               "Text.\n"},
      .options = {{"titles", "headings that announce a table of contents",
                   "[Table of Contents, Contents, Content, TOC, On this page, In this document]"},
                  {"except", "headings that need no entry",
                   "[Revision History, Change Log, Changelog, Version History, Document History, "
                   "Document Control]"}},
      .check_page = check,
      .reach = {.structure = true}};
  return rule;
}

}  // namespace runbookc
