#include "emit/page_view.h"

#include <algorithm>

#include "emit/page_body.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxBacklinks = 50;
constexpr std::size_t kMaxContents = 200;

// The two outermost levels of headings under the title.
std::vector<TemplateData> contents_items(const Document& document) {
  const Index title = title_section(document);
  const auto listed = [&](Index i) { return !document.sections[i].nested && i != title; };
  int top = 7;
  for (Index i = 0; i < document.sections.size(); ++i) {
    if (listed(i)) top = std::min(top, int{document.sections[i].level});
  }
  std::vector<TemplateData> items;
  for (Index i = 0; i < document.sections.size() && items.size() < kMaxContents; ++i) {
    const Section& section = document.sections[i];
    if (!listed(i) || section.level > top + 1 || section.anchor.empty()) continue;
    TemplateData item = link_item(section.title, fragment(section.anchor));
    item.flags["nested"] = section.level > top;
    items.push_back(std::move(item));
  }
  if (items.size() < 2) items.clear();
  return items;
}

std::vector<TemplateData> backlink_items(const SiteInput& input, const Page& page) {
  std::vector<TemplateData> items;
  for (const Index index : page.backlinks) {
    const Page& other = input.corpus.pages[index];
    if (!other.published || items.size() == kMaxBacklinks) continue;
    items.push_back(link_item(other.title, relative_url(page.url, other.url)));
  }
  return items;
}

// Of the H1 that the page's own heading stands for. Behind anything else it stays in the body, and
// its anchor with it.
std::string title_anchor(const Document& document) {
  const Index title = title_section(document);
  const bool leads = title != kNone && document.sections[title].first_block == 0;
  return leads ? document.sections[title].anchor : "";
}

// Whether a reader works through it; of an index or a template, nobody ticks off anything.
bool is_doable(const DocumentType* type) {
  return type == nullptr || (!type->links_folder && !type->placeholders_meant);
}

// Errors and warnings only: notes are for the health page.
std::string findings_text(const Words& words, const DiagnosticCounts& counts) {
  std::string text;
  if (counts.errors > 0) text = words.count("count.error", counts.errors);
  if (counts.warnings == 0) return text;
  if (!text.empty()) text += ", ";
  return text + words.count("count.warning", counts.warnings);
}

}  // namespace

std::string source_url(const Corpus& corpus, const Page& page) {
  return corpus.outline_of(page).content_path;
}

void set_document(TemplateData& data, const SiteInput& input, const SiteTree& tree,
                  const DiagnosticCounts& findings, Index index) {
  const Corpus& corpus = input.corpus;
  const Page& page = corpus.pages[index];
  const Document& document = corpus.document_of(page);
  const Words& words = site_words(input);
  set_text(data, "anchor", title_anchor(document));
  set_text(data, "description", shortened(page.summary));
  set_metadata(data, input, page);
  set_list(data, "contents", contents_items(document));
  data.flags["doable"] = is_doable(corpus.type_of(page));
  data.text["body"] = page_body(corpus, tree, page, words);
  set_list(data, "backlinks", backlink_items(input, page));
  data.text["source"] = relative_url(page.url, source_url(corpus, page));
  set_text(data, "edit", edit_page_url(corpus.config.site.edit_url, document.path));
  set_text(data, "findings", findings_text(words, findings));
  data.text["findings_href"] = relative_url(page.url, kHealthUrl) + "#findings";
}

}  // namespace runbookc
