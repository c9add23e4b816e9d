#include "corpus/page_builder.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "corpus/document_stem.h"

namespace runbookc {
namespace {

constexpr std::size_t kMaxSummary = 300;  // bytes, of a summary that we take from the text

Index find_type(const std::vector<DocumentType>& types, std::string_view name) {
  const auto type = std::ranges::lower_bound(
      types, name, {}, [](const DocumentType& entry) { return std::string_view(entry.name); });
  if (type == types.end() || type->name != name) return kNone;
  return static_cast<Index>(type - types.begin());
}

// "db_failover-orders" -> "Db failover orders".
std::string in_words(std::string_view name) {
  std::string words(name);
  std::ranges::replace_if(words, [](char c) { return c == '-' || c == '_'; }, ' ');
  words = collapse_space(words);
  if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
    words.front() = static_cast<char>(words.front() - 'a' + 'A');
  }
  return words;
}

// An index is called after its folder: "README" tells nobody anything.
std::string title_from_path(const ProjectConfig& config, const Document& document) {
  const std::string& path = document.content_path;
  if (file_name(page_url(path, config.extensions)) != "index.html") {
    return in_words(file_name(document_stem(path, config.extensions)));
  }
  const std::string_view folder = parent_path(path);
  return folder.empty() ? config.site.title : in_words(file_name(folder));
}

std::string title_of(const ProjectConfig& config, const Document& document,
                     const Metadata& metadata) {
  if (!metadata.title.value.empty()) return metadata.title.value;
  const Index section = title_section(document);
  if (section != kNone && !trim(document.sections[section].title).empty()) {
    return document.sections[section].title;
  }
  return title_from_path(config, document);
}

// At most kMaxSummary bytes, cut between words.
std::string shortened(const std::string& text) {
  if (text.size() <= kMaxSummary) return text;
  std::size_t end = text.rfind(' ', kMaxSummary);
  if (end == std::string::npos || end < kMaxSummary / 2) {
    end = kMaxSummary;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  return text.substr(0, end) + "…";
}

std::string summary_of(const Document& document, const Metadata& metadata) {
  if (!metadata.summary.value.empty()) return metadata.summary.value;
  const auto paragraph = std::ranges::find_if(document.blocks, [](const Block& block) {
    return block.kind == BlockKind::paragraph && block.parent == kNone && !trim(block.text).empty();
  });
  return paragraph == document.blocks.end() ? "" : shortened(collapse_space(paragraph->text));
}

std::string id_of(const ProjectConfig& config, const Document& document, const Metadata& metadata) {
  const std::string& id = metadata.id.value;
  if (id.empty()) return std::string(document_stem(document.content_path, config.extensions));
  return config.dialect->ids_within_folders ? join_path(parent_path(document.content_path), id)
                                            : id;
}

// Where a CODEOWNERS file is the directory of owners, documents need not repeat it.
std::vector<Located<std::string>> owners_by_path(const Corpus& corpus, const Page& page) {
  std::vector<Located<std::string>> owners;
  if (page.code_owners_line == kNone || corpus.owners.path() != corpus.code_owners.path()) {
    return owners;
  }
  for (const auto& name : corpus.code_owners.lines()[page.code_owners_line].owners) {
    const Index found = corpus.owners.find_handle(name.value);
    owners.push_back({found == kNone ? name.value : corpus.owners.owners()[found].id, Span{}});
  }
  return owners;
}

}  // namespace

Page build_page(const Corpus& corpus, const PathRules& rules, Index index) {
  const Document& document = corpus.documents.outline(index);
  Page page;
  page.document = index;
  const DocumentPlace place{document.path, document.content_path};
  page.completed = rules.completed_at(place, document.front_matter.root);
  page.metadata = read_metadata(front_matter_of(page, document));
  page.code_owners_line = corpus.code_owners.match(document.path);
  if (page.metadata.owners.empty()) page.metadata.owners = owners_by_path(corpus, page);
  page.id = id_of(corpus.config, document, page.metadata);
  page.type = rules.type_at(place, page.metadata);
  page.type_index = find_type(corpus.types, page.type);
  page.title = title_of(corpus.config, document, page.metadata);
  page.summary = summary_of(document, page.metadata);
  page.status = page.metadata.status.value.empty() ? "active" : page.metadata.status.value;
  page.url = page_url(document.content_path, corpus.config.extensions);
  page.published = page.status != "draft" || corpus.config.site.publish_drafts;
  page.review = review_of(page.metadata, corpus.config.review, corpus.today);
  page.owners.reserve(page.metadata.owners.size());
  for (const Located<std::string>& owner : page.metadata.owners) {
    page.owners.push_back(corpus.owners.find_named(owner.value));
  }
  return page;
}

}  // namespace runbookc
