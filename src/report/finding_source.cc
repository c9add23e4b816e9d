#include "report/finding_source.h"

#include <algorithm>

#include "parse/secret_mask.h"

namespace runbookc {

namespace {

Index document_at(const Corpus& corpus, std::string_view path) { return find_page(corpus, path); }

}  // namespace

const SourceFile* find_source(const Corpus& corpus, std::string_view path) {
  if (corpus.owners_source && corpus.owners_source->path() == path) return &*corpus.owners_source;
  const Index document = document_at(corpus, path);
  return document == kNone ? nullptr : &corpus.sources[document];
}

std::vector<Span> hidden_spans(const Corpus& corpus, std::string_view path) {
  std::vector<Span> spans;
  const Index document = document_at(corpus, path);
  if (document == kNone) return spans;
  const SourceFile& source = corpus.sources[document];
  for (const Problem& problem : corpus.documents[document].problems)
    if (problem.kind == ProblemKind::secret) spans.push_back(problem.span);
  for (const ByteRange range : secret_ranges(source, corpus.documents[document]))
    spans.push_back(source.span(range));
  std::ranges::sort(spans);
  const auto repeated = std::ranges::unique(spans);
  spans.erase(repeated.begin(), repeated.end());
  return spans;
}

}  // namespace runbookc
