// RB206: a document with several titles.
#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "check/rule.h"

namespace runbookc {
namespace {

// The first heading is a chapter like the others, and no name of a page.
bool is_chapter(const Section& first) {
  static constexpr std::array<std::string_view, 12> kChapters = {
      "summary", "overview",    "introduction", "about",         "background",   "purpose",
      "scope",   "quick start", "quickstart",   "configuration", "architecture", "troubleshooting"};
  return std::ranges::find(kChapters, comparable_title(first.title)) != kChapters.end();
}

std::string help_for(const PageContext& context, const std::vector<const Section*>& titles) {
  const bool only_chapters = is_chapter(*titles.front());
  const auto rest = std::span(titles).subspan(only_chapters ? 0 : 1);
  const bool have_children = std::ranges::any_of(rest, [&](const Section* title) {
    return title->end - (title - context.document.sections.data()) > 1;
  });
  const std::string down =
      std::string("one level down") + (have_children ? ", with the headings below them" : "");
  if (!only_chapters) return "keep the first as the title and put the rest " + down;
  return (context.page.metadata.title.value.empty()
              ? "write the page's title above the first, and put all of them "
              : "put all of them, as the title is in the front matter, ") +
         down;
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<const Section*> titles;
  for (const Section& section : context.document.sections) {
    if (section.level == 1 && !section.nested) {
      titles.push_back(&section);
    }
  }
  if (titles.size() < 2) {
    return {};
  }
  return {{.span = titles[1]->span,
           .message = "the document has " + count_of(titles.size(), "heading") +
                      " of level 1, the first in line " +
                      std::to_string(titles[0]->span.start.line),
           .help = help_for(context, titles),
           .subject = titles[1]->title}};
}

}  // namespace

const Rule& heading_multiple_h1_rule() {
  static const Rule rule = {
      .code = "RB206",
      .name = "heading-multiple-h1",
      .recommended = Severity::info,
      .summary = "a document has more than one heading of level 1",
      .why =
          "The heading of level 1 is the title of the page. With several of them, the page has "
          "several names, and the sections below belong to different documents. It is reported "
          "once, at the second one.",
      .bad = {"# Gateway\n\nText.\n\n# Rollback\n\nText.\n"},
      .good = {"# Gateway\n\nText.\n\n## Rollback\n\nText.\n"},
      .check_page = check,
      .reach = {.structure = true}};
  return rule;
}

}  // namespace runbookc
