// OpenSearch 1.1, so that a browser can search the runbooks from its address bar. Addresses must be
// absolute there, so it needs the site's base_url.
#include "base/path.h"
#include "base/unicode.h"
#include "emit/artifact.h"
#include "emit/site_urls.h"
#include "emit/site_view.h"
#include "emit/xml_text.h"

namespace runbookc {

namespace {

// The specification's limits, in characters.
constexpr std::size_t kShortName = 16;
constexpr std::size_t kLongName = 48;

// As many whole words as fit; if not even one does, its beginning.
std::string shortened_to(std::string_view text, std::size_t most) {
  std::string_view rest = text;
  for (std::size_t count = 0; count < most && !rest.empty(); ++count) {
    rest.remove_prefix(decode_utf8(rest).size);
  }
  const std::size_t size = text.size() - rest.size();
  const std::size_t space = text.rfind(' ', size);
  const bool whole = !rest.empty() && space != std::string_view::npos && space > 0;
  return std::string(text.substr(0, whole ? space : size));
}

void add_element(std::string& xml, std::string_view name, std::string_view text) {
  xml += '<';
  xml += name;
  xml += '>';
  xml += xml_text(text);
  xml += "</";
  xml += name;
  xml += ">\n";
}

std::string opensearch_xml(const SiteInput& input) {
  const SiteConfig& site = input.corpus.config.site;
  const std::string page = site.base_url + std::string(kSearchUrl);
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n";
  add_element(xml, "ShortName", shortened_to(site.title, kShortName));
  add_element(xml, "LongName", shortened_to(site.title, kLongName));
  add_element(xml, "Description", site_words(input).fill("search.about", {{"site", site.title}}));
  add_element(xml, "Language", site.language);
  add_element(xml, "InputEncoding", "UTF-8");
  xml += "<Image type=\"image/svg+xml\">";
  xml += xml_text(site.base_url + input.assets.url("icon.svg"));
  xml += "</Image>\n<Url type=\"text/html\" template=\"";
  xml += xml_text(page);
  xml += "?q={searchTerms}\"/>\n";
  return xml += "</OpenSearchDescription>\n";
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  if (input.corpus.config.site.base_url.empty()) return {};
  return {{std::string(kOpenSearchUrl), [&input] { return opensearch_xml(input); }, ""}};
}

}  // namespace

const ArtifactMaker& opensearch_artifact() {
  static const ArtifactMaker maker = {
      .name = "opensearch",
      .description = "how a browser searches the site; needs site.base_url",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
