#include "parse/document_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>

#include "base/digest.h"
#include "base/stage_clock.h"
#include "base/text.h"
#include "model/spare_room.h"
#include "parse/code_roles.h"
#include "parse/commands.h"
#include "parse/encoding_problems.h"
#include "parse/fence_command.h"
#include "parse/fence_info.h"
#include "parse/foreign_keys.h"
#include "parse/front_matter.h"
#include "parse/introduction.h"
#include "parse/markdown.h"
#include "parse/merge_conflicts.h"
#include "parse/secret_mask.h"
#include "parse/shell_problems.h"
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

// What several ways of looking find at one place is one secret, from where the first begins to
// where the last ends. `problems` are sorted.
void keep_one_secret_a_place(std::vector<Problem>& problems) {
  std::vector<Problem> kept;
  std::size_t secret = problems.size();  // the last one kept
  for (Problem& problem : problems) {
    const bool is_secret = problem.kind == ProblemKind::secret;
    if (is_secret && secret < kept.size() && problem.span.start < kept[secret].span.end) {
      kept[secret].span.end = std::max(kept[secret].span.end, problem.span.end);
      continue;
    }
    if (is_secret) secret = kept.size();
    kept.push_back(std::move(problem));
  }
  problems = std::move(kept);
}

bool is_empty(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return trim(bytes).empty();
}

void add_secrets(const SourceFile& file, std::vector<ShellProblem> secrets, std::uint32_t offset,
                 Document& document) {
  for (ShellProblem& found : secrets) {
    found.problem.span = file.span({found.range.begin + offset, found.range.end + offset});
    document.problems.push_back(std::move(found.problem));
  }
}

// In prose, tables, front matter and comments; those of code blocks are found twice.
void add_known_secrets(const SourceFile& file, Document& document) {
  add_secrets(file, find_known_secret_problems(file.bytes()), 0, document);
}

// On the line of a fence: renderers show it, or hand it to scripts.
void add_fence_secrets(const SourceFile& file, Document& document) {
  for (const CodeBlock& code : document.code_blocks) {
    if (!code.fenced || code.info.empty()) continue;
    const ByteRange range = info_range(file, code);
    add_secrets(file, find_secret_problems(file.bytes().substr(range.begin, range.size())),
                range.begin, document);
  }
}

void take_commands(const SourceFile& file, const ParseOptions& options, Document& document) {
  const StageScope stage(Stage::commands);
  if (options.judge) take_fence_commands(file, options.judge->table, document);
  const Introductions introductions(document.blocks);
  assign_code_roles(document, introductions, options.judge.get());
  find_commands(document, introductions, options.judge.get(), options.limits.commands);
}

// Everything that needs valid UTF-8.
void parse_text(const SourceFile& file, const ParseOptions& options, Document& document) {
  append(document.problems, find_text_problems(file));
  FrontMatterOutcome front = read_front_matter(file, options.limits);
  append(document.problems, std::move(front.problems));
  document.front_matter = std::move(front.front_matter);
  Value& root = document.front_matter.root;
  root = without_tags(with_own_keys(std::move(root), options.keys), options.dialect->tags);
  parse_markdown(file, front.body, options, document);
  append(document.problems, find_merge_conflicts(file, document.code_blocks));
  take_commands(file, options, document);
  add_known_secrets(file, document);
  add_fence_secrets(file, document);
}

Document parse_bytes(const SourceFile& file, std::string_view content_path,
                     const ParseOptions& options) {
  Document document;
  document.path = file.path();
  document.content_path = content_path;
  document.source_hash = sha256_hex(file.bytes());
  document.line_count = file.line_count();
  if (is_empty(file.bytes()))
    document.problems.push_back(whole_file_problem(ProblemKind::empty_file, "the file is empty",
                                                   "write it, or remove the file"));
  if (auto problem = find_encoding_problem(file)) {
    document.problems.push_back(std::move(*problem));
    parse_text(with_valid_utf8(file, options.limits.document_bytes), options, document);
  } else {
    parse_text(file, options, document);
  }
  return document;
}

void sort_problems(std::vector<Problem>& problems) {
  std::ranges::sort(problems, {}, [](const Problem& problem) {
    return std::tie(problem.span.start, problem.kind, problem.span.end, problem.message);
  });
  keep_one_secret_a_place(problems);
}

// What only the file's own bytes tell.
bool is_of_source(const Problem& problem) {
  return problem.kind == ProblemKind::secret || problem.kind == ProblemKind::not_utf8;
}

// `document` as it is without the secrets that were found in it.
Document without_secrets(Document document, const SourceFile& hidden, const ParseOptions& options) {
  Document masked = parse_bytes(hidden, document.content_path, options);
  std::erase_if(masked.problems, is_of_source);
  std::ranges::copy_if(document.problems, std::back_inserter(masked.problems), is_of_source);
  sort_problems(masked.problems);
  masked.hides_secrets = true;
  return masked;
}

}  // namespace

Document parse_document(const SourceFile& file, std::string_view content_path,
                        const ParseOptions& options) {
  const StageScope stage(Stage::text);
  const std::size_t size = file.bytes().size();
  if (size > options.limits.document_bytes) {
    Document document;
    document.path = file.path();
    document.content_path = content_path;
    document.source_hash = sha256_hex(file.bytes());
    document.line_count = file.line_count();
    document.problems.push_back(too_large(size, options.limits.document_bytes));
    return document;
  }
  Document document = parse_bytes(file, content_path, options);
  sort_problems(document.problems);
  const auto hidden = with_hidden_secrets(file, document);
  if (hidden) document = without_secrets(std::move(document), *hidden, options);
  give_back_spare_room(document);
  return document;
}

}  // namespace runbookc
