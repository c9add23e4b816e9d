#include "emit/site_urls.h"
#include "emit/site_view.h"

namespace runbookc {

namespace {

std::string redirect_html(const SiteInput& input, const Page& page, const std::string& url) {
  const SiteConfig& site = input.corpus.config.site;
  TemplateData data;
  data.text["language"] = site.language;
  data.text["head_title"] = page.title + " · " + site.title;
  data.text["title"] = page.title;
  data.text["target"] = relative_url(url, page.url);
  data.text["icon"] = relative_url(url, input.assets.url("icon.svg"));
  data.text["style"] = relative_url(url, input.assets.url("style.css"));
  data.text["script"] = relative_url(url, input.assets.url("site.js"));
  return render_page(input, "redirect", data);
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  std::vector<PlannedArtifact> planned;
  for (const Page& page : input.corpus.pages) {
    if (!page.published) continue;
    for (const std::string& url : page.redirects) {
      planned.push_back(
          {url, [&input, &page, &url] { return redirect_html(input, page, url); }, ""});
    }
  }
  return planned;
}

}  // namespace

const ArtifactMaker& redirects_artifact() {
  static const ArtifactMaker maker = {
      .name = "redirects",
      .description = "for each alias of a page a page that leads there",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
