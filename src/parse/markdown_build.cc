#include "parse/markdown_build.h"

#include <fmt/format.h>

#include <utility>

#include "parse/hidden_tags.h"

namespace runbookc {
namespace {

// Without a branch, so that the compiler looks at many bytes in one step.
std::uint32_t count_words(std::string_view text) {
  const auto is_space = [](char c) {
    return (c == ' ' ? 1U : 0U) | (static_cast<unsigned char>(c - '\t') < 5 ? 1U : 0U);
  };
  if (text.empty()) return 0;
  std::uint32_t words = 1 - is_space(text.front());
  const std::size_t size = text.size();
  for (std::size_t i = 1; i < size; ++i) words += is_space(text[i - 1]) & ~is_space(text[i]);
  return words;
}

}  // namespace

void MarkdownBuild::add_words(std::string_view text) const { document->words += count_words(text); }

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

void MarkdownBuild::judge_target(Link& link) const {
  if (!lines->has_hidden()) return;
  if (has_hidden_sign(link.target)) {
    link.kind = LinkKind::opaque;
    link.target = lines->text(link.target_span);
  } else if (lines->has_shortcode_path(link.target_span)) {
    link.kind = LinkKind::shortcode;
  }
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
