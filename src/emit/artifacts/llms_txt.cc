// llmstxt.org: the site for readers that are programs, as Markdown that links the Markdown.
#include "base/path.h"
#include "base/text.h"
#include "emit/page_view.h"
#include "emit/site_tree.h"

namespace runbookc {

namespace {

// On one line, and without what Markdown would read as the end of a link's text.
std::string link_text(std::string_view text) {
  std::string out;
  for (const char c : collapse_space(text)) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

void append_page(std::string& out, const Corpus& corpus, const Page& page) {
  out += "- [" + link_text(page.title) + "](" + corpus.config.site.base_url +
         percent_encode_path(source_url(corpus, page)) + ")";
  if (!page.summary.empty()) out += ": " + shortened(collapse_space(page.summary));
  out += '\n';
}

std::string llms_txt(const SiteInput& input) {
  const Corpus& corpus = input.corpus;
  const SiteTree tree(corpus);
  std::string out = "# " + collapse_space(corpus.config.site.title) + "\n\n";
  out += "> " + site_words(input).count("count.page", tree.size()) + ". " +
         std::string(site_words(input).text("llms.data")) + "\n";
  for (const SiteFolder& folder : tree.folders()) {
    if (folder.pages.empty() && folder.index_page == kNone) continue;
    out += "\n## " + collapse_space(folder.title) + "\n\n";
    if (folder.index_page != kNone) append_page(out, corpus, corpus.pages[folder.index_page]);
    for (const Index page : folder.pages) append_page(out, corpus, corpus.pages[page]);
  }
  return out;
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  return {{"llms.txt", [&input] { return llms_txt(input); }, ""}};
}

}  // namespace

const ArtifactMaker& llms_txt_artifact() {
  static const ArtifactMaker maker = {
      .name = "llms_txt",
      .description = "the pages' Markdown, listed for programs that read prose",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
