// RB302: a link to a section that its page does not have.
#include "base/path.h"
#include "check/link_finding.h"
#include "check/rule.h"

namespace runbookc {
namespace {

std::string_view without_fragment(std::string_view target) {
  return target.substr(0, target.find('#'));
}

std::string_view fragment_of(std::string_view target) {
  const std::size_t mark = target.find('#');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark);
}

// The same anchor of the page that has it; where it was meant, only the writer knows.
std::string place_elsewhere(const PageContext& context, const ResolvedLink& resolved,
                            std::string_view target) {
  const Page& page = context.corpus.pages[resolved.anchor_page];
  const std::string path =
      relative_path(parent_path(context.document.path), context.corpus.path_of(page));
  return percent_encode_path(path) + std::string(fragment_of(target));
}

Finding finding_for(const PageContext& context, const JudgedLink& judged) {
  const ResolvedLink& resolved = judged.resolved;
  const std::string& target = judged.link.target;
  const std::string page = &context.corpus.pages[resolved.page] == &context.page
                               ? std::string("this page")
                               : "'" + resolved.path + "'";
  std::string suggestion;
  if (!resolved.suggestion.empty()) {
    suggestion = std::string(without_fragment(target)) + "#" + resolved.suggestion;
  }
  const bool elsewhere = suggestion.empty() && resolved.anchor_page != kNone;
  const std::string nearby = elsewhere ? place_elsewhere(context, resolved, target) : suggestion;
  return {.span = target_place(judged.link),
          .message = page + " has no anchor '" + std::string(fragment_of(target)) + "'",
          .help = suggestion_or(nearby, "link to one of the page's headings"),
          .subject = target,
          .fix = retarget(context, judged, suggestion),
          .references = references_of(judged)};
}

std::vector<Finding> check(const PageContext& context) {
  std::vector<Finding> findings;
  for (const JudgedLink& judged : links_with(context, LinkOutcome::anchor_missing)) {
    findings.push_back(finding_for(context, judged));
  }
  return findings;
}

}  // namespace

const Rule& anchor_missing_rule() {
  static const Rule rule = {
      .code = "RB302",
      .name = "anchor-missing",
      .recommended = Severity::error,
      .summary = "a link leads to a section that its page does not have",
      .why =
          "A browser that does not find the anchor shows the top of the page and says "
          "nothing: the reader believes to be in the right place and starts with the "
          "wrong section.\n\n"
          "Anchors are made as on GitHub: the heading in lower case, spaces as hyphens, "
          "punctuation left out; a second heading of the same text gets `-1`. `## Roll "
          "back {#undo}` and `<a id=\"undo\"></a>` name one themselves. A difference in "
          "case is forgiven, because the built page links to the heading as it is spelt "
          "there.",
      .bad = {"# Restart the gateway\n"
              "\n"
              "See [how to undo it](#rollback).\n"
              "\n"
              "## Roll back\n"},
      .good = {"# Restart the gateway\n"
               "\n"
               "See [how to undo it](#roll-back).\n"
               "\n"
               "## Roll back\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
