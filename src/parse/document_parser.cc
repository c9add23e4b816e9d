#include "parse/document_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/digest.h"
#include "base/text.h"
#include "parse/code_roles.h"
#include "parse/commands.h"
#include "parse/encoding_problems.h"
#include "parse/front_matter.h"
#include "parse/introduction.h"
#include "parse/markdown.h"
#include "parse/steps.h"
#include "parse/text_problems.h"

namespace runbookc {
namespace {

Problem whole_file_problem(ProblemKind kind, std::string message, std::string help) {
  return {.kind = kind,
          .span = {{1, 1}, {1, 1}},
          .message = std::move(message),
          .help = std::move(help),
          .subject = {},
          .replacement = {}};
}

Problem too_large(std::size_t size, std::size_t limit) {
  return whole_file_problem(ProblemKind::file_too_large,
                            fmt::format("the file has {} bytes, over the limit of {}", size, limit),
                            "split it, or raise limits.document_bytes");
}

void append(std::vector<Problem>& problems, std::vector<Problem> more) {
  problems.insert(problems.end(), std::make_move_iterator(more.begin()),
                  std::make_move_iterator(more.end()));
}

bool is_empty(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return trim(bytes).empty();
}

// Everything that needs valid UTF-8.
void parse_text(const SourceFile& file, const ParseOptions& options, Document& document) {
  append(document.problems, find_text_problems(file));
  FrontMatterOutcome front = read_front_matter(file, options.limits);
  append(document.problems, std::move(front.problems));
  document.front_matter = std::move(front.front_matter);
  parse_markdown(file, front.body, options, document);
  find_steps(document);
  const Introductions introductions(document.blocks);
  assign_code_roles(document, introductions);
  find_commands(document, introductions);
}

}  // namespace

Document parse_document(const SourceFile& file, std::string_view content_path,
                        const ParseOptions& options) {
  Document document;
  document.path = file.path();
  document.content_path = content_path;
  document.source_hash = hash_hex(file.bytes());
  document.line_count = file.line_count();
  if (file.bytes().size() > options.limits.document_bytes) {
    document.problems.push_back(too_large(file.bytes().size(), options.limits.document_bytes));
    return document;
  }
  if (is_empty(file.bytes()))
    document.problems.push_back(whole_file_problem(ProblemKind::empty_file, "the file is empty",
                                                   "write it, or remove the file"));
  if (auto problem = find_encoding_problem(file)) {
    document.problems.push_back(std::move(*problem));
    parse_text(with_valid_utf8(file, options.limits.document_bytes), options, document);
  } else {
    parse_text(file, options, document);
  }
  std::ranges::sort(document.problems, {}, [](const Problem& problem) {
    return std::tie(problem.span.start, problem.kind, problem.span.end, problem.message);
  });
  return document;
}

}  // namespace runbookc
