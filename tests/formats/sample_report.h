// A small corpus with findings, for the tests of report formats.
#pragma once

#include <string>
#include <vector>

#include "report/reporter.h"

namespace runbookc {

// A corpus that knows the text of each of `files` (path, bytes) and nothing else.
inline Corpus sample_corpus(const std::vector<std::pair<std::string, std::string>>& files) {
  Corpus corpus;
  corpus.today = *parse_date("2026-11-21");
  for (const auto& [path, bytes] : files) {
    corpus.sources.add(SourceFile(path, bytes));
    Document document;
    document.path = path;
    corpus.documents.push_back(document);
  }
  return corpus;
}

inline Diagnostic sample_diagnostic(Severity severity, std::string path, Span span,
                                    std::string message) {
  Diagnostic found;
  found.code = severity == Severity::error ? "RB301" : "RB203";
  found.name = severity == Severity::error ? "target-missing" : "section-empty";
  found.severity = severity;
  found.path = std::move(path);
  found.span = span;
  found.message = std::move(message);
  found.subject = found.message;
  return found;
}

inline std::string render(std::string_view format, const Corpus& corpus,
                          std::vector<Diagnostic> found, const ReportStyle& style = {}) {
  Report report{.corpus = corpus,
                .diagnostics = finish_diagnostics(std::move(found)),
                .files = corpus.documents.size()};
  for (const Document& document : corpus.documents) report.paths.emplace_back(document.path);
  return find_report_format(format)->render(report, style);
}

}  // namespace runbookc
