#include "corpus/site_urls.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 8> kReserved = {
    ".gitignore",       ".nojekyll",  "build.json", "commands.json",
    "diagnostics.json", "index.json", "llms.txt",   "sitemap.xml"};

// A claim on a URL.
struct Source {
  std::string_view path;
  std::string_view url;
  Page* page = nullptr;  // null: an asset
};

using Claims = std::map<std::string, std::vector<Source>, std::less<>>;

// By lower-case URL, since a folder on many a laptop cannot hold `A.html` and `a.html`.
Claims collect_claims(Corpus& corpus) {
  Claims claims;
  for (Page& page : corpus.pages) {
    claims[to_lower(page.url)].push_back({corpus.document_of(page).path, page.url, &page});
  }
  for (const Asset& asset : corpus.assets) {
    claims[to_lower(asset.url)].push_back({asset.path, asset.url, nullptr});
  }
  return claims;
}

// What is published goes before what is not, pages before assets, then the order of paths: README
// stands before index.
const Source& winner_of(const std::vector<Source>& sources, std::string_view url) {
  const auto rank = [url](const Source& source) {
    if (source.url != url) return 3;
    if (source.page == nullptr) return 1;
    return source.page->published ? 0 : 2;
  };
  return *std::min_element(sources.begin(), sources.end(),
                           [&](const Source& a, const Source& b) { return rank(a) < rank(b); });
}

UrlConflict describe(const std::vector<Source>& sources) {
  UrlConflict conflict;
  conflict.url = sources.front().url;
  for (const Source& source : sources) conflict.paths.emplace_back(source.path);
  std::ranges::sort(conflict.paths);
  return conflict;
}

// Takes the URL from all but the winner; returns the assets that lost theirs.
std::vector<std::string> withdraw_losers(const std::vector<Source>& sources, std::string_view key) {
  std::vector<std::string> lost_assets;
  const bool reserved = is_reserved_url(key);
  if (sources.size() < 2 && !reserved) return lost_assets;
  for (const Source& source : sources) {
    if (!reserved && &winner_of(sources, source.url) == &source) continue;
    if (source.page != nullptr) {
      source.page->published = false;
    } else {
      lost_assets.emplace_back(source.path);
    }
  }
  return lost_assets;
}

void settle_sources(Corpus& corpus) {
  std::set<std::string, std::less<>> lost_assets;
  for (const auto& [key, sources] : collect_claims(corpus)) {
    const bool reserved = is_reserved_url(key);
    if (sources.size() < 2 && !reserved) continue;
    UrlConflict conflict = describe(sources);
    if (!reserved) conflict.winner = winner_of(sources, sources.front().url).path;
    for (std::string& path : withdraw_losers(sources, key)) lost_assets.insert(std::move(path));
    corpus.url_conflicts.push_back(std::move(conflict));
  }
  std::erase_if(corpus.assets,
                [&](const Asset& asset) { return lost_assets.contains(asset.path); });
}

// A redirect never stands where a page, an asset or another redirect does.
void settle_redirects(Corpus& corpus) {
  std::map<std::string, int, std::less<>> claims;
  for (const Page& page : corpus.pages) ++claims[to_lower(page.url)];
  for (const Asset& asset : corpus.assets) ++claims[to_lower(asset.url)];
  for (const Page& page : corpus.pages) {
    for (const auto& alias : page.metadata.aliases) ++claims[to_lower(alias_url(alias.value))];
  }
  for (Page& page : corpus.pages) {
    for (const auto& alias : page.metadata.aliases) {
      std::string url = alias_url(alias.value);
      if (url.empty() || is_reserved_url(url) || claims[to_lower(url)] != 1) continue;
      page.redirects.push_back(std::move(url));
    }
  }
}

}  // namespace

bool is_reserved_url(std::string_view url) {
  const std::string lower = to_lower(url);
  return lower.starts_with("_/") || std::ranges::find(kReserved, lower) != kReserved.end();
}

void settle_page_urls(Corpus& corpus) {
  for (const auto& [key, sources] : collect_claims(corpus)) withdraw_losers(sources, key);
}

void settle_urls(Corpus& corpus) {
  settle_sources(corpus);
  settle_redirects(corpus);
}

}  // namespace runbookc
