// The page that web servers show for an address that there is nothing at. It answers for addresses
// of any depth, so links that are relative to it lead astray: they begin with the path of
// site.base_url where that is known, and else the page says what to do.
#include <algorithm>

#include "emit/listed_names.h"
#include "emit/site_urls.h"

namespace runbookc {

namespace {

constexpr std::string_view kUrl = "404.html";
constexpr std::size_t kMaxFolders = 150;
constexpr std::size_t kMaxAlerts = 300;
constexpr std::size_t kMaxPages = 400;

// "/ops/" of "https://runbooks.example.com/ops/"; "" if the project does not say where it will be.
std::string root_path(const SiteConfig& site) {
  const std::size_t scheme = site.base_url.find("://");
  if (scheme == std::string::npos) return "";
  const std::size_t slash = site.base_url.find('/', scheme + 3);
  return slash == std::string::npos ? "/" : site.base_url.substr(slash);
}

std::string place(const std::string& root, std::string_view url) {
  return root + relative_url(kUrl, url);
}

std::vector<TemplateData> folder_items(const SiteTree& tree, const std::string& root) {
  std::vector<TemplateData> items;
  for (const SiteFolder& folder : tree.folders()) {
    if (folder.parent == kNone) continue;
    if (items.size() == kMaxFolders) break;
    items.push_back(link_item(folder.title, place(root, folder.url)));
  }
  return items;
}

std::vector<TemplateData> alert_items(const SiteInput& input, const std::string& root) {
  std::vector<TemplateData> items;
  for (const ListedName& alert : listed_names(input, "alerts")) {
    if (items.size() == kMaxAlerts) break;
    items.push_back(link_item(alert.title, place(root, listing_url("alerts", alert.name))));
  }
  return items;
}

std::vector<TemplateData> page_items(const SiteInput& input, const std::string& root) {
  std::vector<TemplateData> items;
  for (const Page& page : input.corpus.pages) {
    if (!page.published || page.url == kHomeUrl) continue;
    if (items.size() == kMaxPages) break;
    items.push_back(link_item(page.title, place(root, page.url)));
  }
  return items;
}

// What page_frame made relative, from the root of the site instead.
void move_links(TemplateData& data, const std::string& root) {
  for (const char* name : {"home", "icon", "theme_script", "style", "script", "search",
                           "search_script", "index_json", "commands_json", "diagnostics_json"}) {
    data.text[name] = root + data.text[name];
  }
  for (const char* name : {"feed", "opensearch"}) {
    if (data.flags["has_" + std::string(name)]) data.text[name] = root + data.text[name];
  }
  for (TemplateData& item : data.lists["menu"]) item.text["href"] = root + item.text["href"];
}

std::string not_found_html(const SiteInput& input) {
  const SiteTree tree(input.corpus);
  const std::string root = root_path(input.corpus.config.site);
  TemplateData data = page_frame(input, kUrl, site_words(input).text("missing.title"));
  move_links(data, root);
  data.flags["rooted"] = !root.empty();
  set_list(data, "near_folders", folder_items(tree, root));
  set_list(data, "near_alerts", alert_items(input, root));
  set_list(data, "near_pages", page_items(input, root));
  return render_page(input, "not_found", data);
}

// Whether the content has a file there, or below a folder of that name.
bool is_taken(const Corpus& corpus) {
  const auto stands_there = [](std::string_view url) {
    return url == kUrl || (url.starts_with(kUrl) && url.substr(kUrl.size()).starts_with('/'));
  };
  return std::ranges::any_of(corpus.assets, stands_there, &Asset::url) ||
         std::ranges::any_of(corpus.pages, [&](const Page& page) {
           return page.published &&
                  (stands_there(page.url) || std::ranges::any_of(page.redirects, stands_there));
         });
}

std::vector<PlannedArtifact> plan(const SiteInput& input) {
  if (is_taken(input.corpus)) return {};  // the content has a page of its own for this
  return {{std::string(kUrl), [&input] { return not_found_html(input); }, ""}};
}

}  // namespace

const ArtifactMaker& not_found_artifact() {
  static const ArtifactMaker maker = {
      .name = "not_found",
      .description = "404.html, for addresses that lead nowhere: what they may have meant",
      .plan = plan,
  };
  return maker;
}

}  // namespace runbookc
