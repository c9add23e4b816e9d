// sitemaps.org protocol. Addresses must be absolute there, so it needs the site's base_url.
#include "base/path.h"
#include "emit/artifact.h"
#include "emit/xml_text.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxUrls = 50'000;  // the protocol's limit for one file

std::string sitemap_xml(const SiteInput& input) {
  const Corpus& corpus = input.corpus;
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  std::size_t count = 0;
  for (const Page& page : corpus.pages) {
    if (!page.published || count == kMaxUrls) continue;
    ++count;
    out += "<url><loc>";
    out += xml_text(corpus.config.site.base_url + percent_encode_path(page.url));
    out += "</loc>";
    if (page.metadata.last_updated) {
      out += "<lastmod>" + format_date(page.metadata.last_updated->value) + "</lastmod>";
    }
    out += "</url>\n";
  }
  return out += "</urlset>\n";
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  if (input.corpus.config.site.base_url.empty()) return {};
  return {{"sitemap.xml", [&input] { return sitemap_xml(input); }, ""}};
}

}  // namespace

const ArtifactMaker& sitemap_artifact() {
  static const ArtifactMaker maker = {
      .name = "sitemap",
      .description = "the pages' addresses, for crawlers; needs site.base_url",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
