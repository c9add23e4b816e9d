#include "check/reach.h"

#include <algorithm>

namespace runbookc {
namespace {

constexpr std::string_view kSchemaFolder = "schemas/types/";

void refer(Diagnostic& finding, ReferenceKind kind, std::string path = {}) {
  finding.references.push_back({kind, std::move(path), {}, {}});
}

void refer_to_owners(Diagnostic& finding, const Corpus& corpus) {
  if (corpus.owners.exists()) refer(finding, ReferenceKind::file, corpus.owners.path());
  if (corpus.code_owners.exists() && corpus.code_owners.path() != corpus.owners.path()) {
    refer(finding, ReferenceKind::file, corpus.code_owners.path());
  }
}

}  // namespace

Span section_lines(const Document& document, Position place) {
  const std::vector<Section>& sections = document.sections;
  const auto after = std::ranges::upper_bound(
      sections, place.line, {}, [](const Section& section) { return section.span.start.line; });
  const auto line_of = [&](Index section) {
    return section < sections.size() ? sections[section].span.start.line : document.line_count + 1;
  };
  if (after == sections.begin()) return {{1, 1}, {line_of(0), 1}};
  const Section& section = *(after - 1);
  return {{section.span.start.line, 1}, {line_of(section.end), 1}};
}

void add_reach(Diagnostic& finding, const Reach& reach, const Corpus& corpus) {
  const Index page = find_page(corpus, finding.path);
  if (reach.structure) refer(finding, ReferenceKind::structure);
  if (reach.document) refer(finding, ReferenceKind::document);
  if (reach.owners) refer_to_owners(finding, corpus);
  if (page == kNone) return;
  if (reach.section) {
    const Span lines = section_lines(corpus.documents[page], finding.span.start);
    finding.references.push_back({ReferenceKind::lines, {}, {}, lines});
  }
  if (reach.schema) {
    refer(finding, ReferenceKind::schema,
          std::string(kSchemaFolder) + corpus.pages[page].type + ".json");
  }
}

}  // namespace runbookc
