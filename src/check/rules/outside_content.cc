// RB311: a link that readers of the site cannot follow.
#include "base/path.h"
#include "base/text.h"
#include "check/link_finding.h"
#include "check/rule.h"
#include "corpus/active_files.h"
#include "corpus/link_target.h"

namespace runbookc {
namespace {

bool is_svg(const Link& link) {
  return lower_ascii(file_extension(split_target(link.target).path)) == ".svg";
}

std::string reason(const PageContext& context, const JudgedLink& judged) {
  const ResolvedLink& resolved = judged.resolved;
  if (resolved.page == kNone) {
    if (is_svg(judged.link) && runs_in_browsers(judged.link, resolved.path)) {
      return "' is an SVG file: the site publishes those only as images, since they can hold "
             "scripts";
    }
    return runs_in_browsers(judged.link, resolved.path)
               ? "' is not published, as a browser would run what it holds"
               : "' is not part of the published content";
  }
  return context.corpus.pages[resolved.page].status == "draft"
             ? "' is a draft, which is not published"
             : "' is not published: another page has its URL";
}

std::string help_for(const Link& link, bool has_edit_url) {
  if (is_svg(link)) {
    const std::string image = "show it as an image, '![text](" + link.target + ")'";
    return has_edit_url
               ? "the site links to it in the repository; to have it on the page, " + image
               : image + "; or set 'site.edit_url', so that the site links to it in the repository";
  }
  return has_edit_url ? "the site links to it in the repository; nothing need be done"
                      : "set 'site.edit_url', so that the site can link to it there";
}

// Of a document, its front matter says that it is a draft.
std::vector<Reference> references(const PageContext& context, const JudgedLink& judged) {
  std::vector<Reference> all = references_of(judged);
  if (judged.resolved.page != kNone) {
    const Page& target = context.corpus.pages[judged.resolved.page];
    all.push_back({ReferenceKind::front_matter, context.corpus.path_of(target), {}, {}});
  }
  return all;
}

std::vector<Finding> check(const PageContext& context) {
  const bool has_edit_url = !context.corpus.config.site.edit_url.empty();
  std::vector<Finding> findings;
  for (const JudgedLink& judged : links_with(context, LinkOutcome::outside_content)) {
    findings.push_back({.span = target_place(judged.link),
                        .message = "'" + judged.link.target + reason(context, judged),
                        .help = help_for(judged.link, has_edit_url),
                        .subject = judged.link.target,
                        .fix = std::nullopt,
                        .references = references(context, judged)});
  }
  return findings;
}

}  // namespace

const Rule& outside_content_rule() {
  static const Rule rule = {
      .code = "RB311",
      .name = "outside-content",
      .recommended = Severity::info,
      .summary = "a link leads to a file of the project that is not published",
      .why =
          "The file is there in the repository, so the link works for writers. The site "
          "holds only the content: its readers get a link to the repository if "
          "`site.edit_url` says where that is, and plain text otherwise.\n\n"
          "The same goes for files of the content that a browser would run if it opened them "
          "(HTML, XML). Of those, SVG files are published where a page shows them as images, which "
          "runs nothing; a link to one is no fault of the drawing, only of this caution.\n\n"
          "Settle for that, or move what readers need into the content folder.",
      .bad = {"=== runbookc.yaml\n"
              "content: runbooks\n"
              "=== runbooks/restart.md\n"
              "# Restart the gateway\n"
              "\n"
              "It runs [this script](../bin/restart.sh).\n"
              "=== bin/restart.sh\n"
              "systemctl restart gateway\n"},
      .good = {"=== runbookc.yaml\n"
               "content: runbooks\n"
               "=== runbooks/restart.md\n"
               "# Restart the gateway\n"
               "\n"
               "It runs [this script](restart.sh).\n"
               "=== runbooks/restart.sh\n"
               "systemctl restart gateway\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
