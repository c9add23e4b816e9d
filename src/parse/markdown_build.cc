#include "parse/markdown_build.h"

#include <fmt/format.h>

#include <utility>

namespace runbookc {

Index MarkdownBuild::add_link(Link link) {
  if (document->links.size() >= options->limits.links) {
    if (!links_over_limit) {
      add_problem(ProblemKind::limit_exceeded, link.span,
                  fmt::format("the document has more than {} links", options->limits.links),
                  "the links from here on are shown as plain text; split the document",
                  link.target);
    }
    links_over_limit = true;
    return kNone;
  }
  link.section = section;
  link.block = block;
  document->links.push_back(std::move(link));
  return static_cast<Index>(document->links.size() - 1);
}

void MarkdownBuild::add_problem(ProblemKind kind, Span span, std::string message, std::string help,
                                std::string subject) {
  Problem problem;
  problem.kind = kind;
  problem.span = span;
  problem.message = std::move(message);
  problem.help = std::move(help);
  problem.subject = std::move(subject);
  document->problems.push_back(std::move(problem));
}

}  // namespace runbookc
