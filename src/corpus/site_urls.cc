#include "corpus/site_urls.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::array<std::string_view, 8> kReserved = {
    ".gitignore",       ".nojekyll",  "build.json", "commands.json",
    "diagnostics.json", "index.json", "llms.txt",   "sitemap.xml"};

constexpr std::string_view kHome = "index.html";  // written with or without a page for it
constexpr std::size_t kMaxName = 255;             // bytes: NAME_MAX of Linux, macOS and Windows
constexpr std::size_t kMaxUrl = 1024;             // bytes: PATH_MAX of macOS

// A claim on a URL.
struct Source {
  std::string_view path;
  std::string_view url;
  Page* page = nullptr;  // null: an asset
  bool lost = false;

  bool is_published() const { return page == nullptr ? !lost : page->published; }
};

using Claims = std::map<std::string, std::vector<Source>, std::less<>>;

// By lower-case URL, since a folder on many a laptop cannot hold `A.html` and `a.html`.
Claims collect_claims(Corpus& corpus) {
  Claims claims;
  for (Page& page : corpus.pages) {
    // Pages are in the order of their paths, and so nearly in that of their URLs.
    const auto claim = claims.try_emplace(claims.end(), to_lower(page.url));
    claim->second.push_back({corpus.path_of(page), page.url, &page});
  }
  for (const Asset& asset : corpus.assets) {
    claims[to_lower(asset.url)].push_back({asset.path, asset.url, nullptr});
  }
  return claims;
}

bool is_too_long(std::string_view url) {
  if (url.size() <= kMaxName) return false;
  return url.size() > kMaxUrl || std::ranges::any_of(split(url, '/'), [](std::string_view name) {
           return name.size() > kMaxName;
         });
}

bool has_control_character(std::string_view url) {
  return std::ranges::any_of(
      url, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool is_reserved(std::string_view lower_url) {
  return lower_url == "_" || lower_url.starts_with("_/") ||
         std::ranges::find(kReserved, lower_url) != kReserved.end();
}

// The folders on the way to `path`, the outermost first.
std::vector<std::string_view> folders_of(std::string_view path) {
  std::vector<std::string_view> folders;
  for (auto slash = path.find('/'); slash != std::string_view::npos;
       slash = path.find('/', slash + 1)) {
    folders.push_back(path.substr(0, slash));
  }
  return folders;
}

// The outermost name, if it is a file that we write, so that no folder can have it; else "".
std::string_view site_file_above(std::string_view lower_url) {
  const auto slash = lower_url.find('/');
  if (slash == std::string_view::npos) return "";
  const std::string_view name = lower_url.substr(0, slash);
  return name == kHome || std::ranges::find(kReserved, name) != kReserved.end() ? name : "";
}

// What is published goes before what is not, pages before assets, then the order of paths: README
// stands before index.
const Source& winner_of(const std::vector<Source*>& sources, std::string_view url) {
  const auto rank = [url](const Source* source) {
    if (source->url != url) return 3;
    if (source->page == nullptr) return 1;
    return source->page->published ? 0 : 2;
  };
  return **std::ranges::min_element(sources, {}, rank);
}

void withdraw(Source& source) {
  source.lost = true;
  if (source.page != nullptr) source.page->published = false;
}

// The published source that has a folder of the URL `key` as its own URL, the outermost. One whose
// URL differs from that folder in case comes last.
const Source* source_above(const Claims& claims, std::string_view key, std::string_view url) {
  const Source* in_other_case = nullptr;
  for (const std::string_view folder : folders_of(key)) {
    const auto claim = claims.find(folder);
    if (claim == claims.end()) continue;
    for (const Source& source : claim->second) {
      if (!source.is_published()) continue;
      if (url.starts_with(source.url) && url.substr(source.url.size()).starts_with('/')) {
        return &source;
      }
      if (in_other_case == nullptr) in_other_case = &source;
    }
  }
  return in_other_case;
}

// Why no file of the content can stand there, whoever else wants to.
std::optional<UrlConflict> obstacle_of(const Claims& claims, std::string_view key,
                                       const Source& source) {
  const auto conflict = [&source](UrlConflictKind kind) {
    UrlConflict found;
    found.kind = kind;
    found.url = source.url;
    found.paths.emplace_back(source.path);
    return found;
  };
  if (is_reserved(key)) return conflict(UrlConflictKind::ours);
  if (is_too_long(source.url)) return conflict(UrlConflictKind::too_long);
  const Source* above = source_above(claims, key, source.url);
  const std::string_view site_file = site_file_above(key);
  if (above == nullptr && site_file.empty()) return std::nullopt;
  UrlConflict below = conflict(UrlConflictKind::below);
  if (above != nullptr) below.winner = above->path;
  below.above = above != nullptr ? above->url : site_file;
  return below;
}

// Whether they can stand side by side on a disk that knows upper from lower case.
bool clashes_in_case_alone(const UrlConflict& conflict) {
  return !conflict.winner.empty() && !conflict.url.starts_with(conflict.above);
}

// Withdraws those that cannot stand there at all, and returns the others.
std::vector<Source*> clear_obstacles(const Claims& claims, std::string_view key,
                                     std::vector<Source>& sources,
                                     std::vector<UrlConflict>& conflicts) {
  std::vector<Source*> rivals;
  for (Source& source : sources) {
    std::optional<UrlConflict> obstacle = obstacle_of(claims, key, source);
    if (!obstacle || clashes_in_case_alone(*obstacle)) {
      rivals.push_back(&source);
    } else {
      withdraw(source);
    }
    if (obstacle) conflicts.push_back(std::move(*obstacle));
  }
  return rivals;
}

// Takes the URL from all but the winner.
UrlConflict settle_rivals(const std::vector<Source*>& rivals) {
  UrlConflict conflict;
  conflict.url = rivals.front()->url;
  conflict.winner = winner_of(rivals, conflict.url).path;
  std::vector<Source*> losers;
  for (Source* rival : rivals) {
    conflict.paths.emplace_back(rival->path);
    if (&winner_of(rivals, rival->url) != rival) losers.push_back(rival);
  }
  for (Source* loser : losers) withdraw(*loser);
  std::ranges::sort(conflict.paths);
  return conflict;
}

// Withdraws every source that loses its URL. The claims' order puts a file before what would stand
// in a folder of its name.
std::vector<UrlConflict> settle_claims(Claims& claims) {
  std::vector<UrlConflict> conflicts;
  for (auto& [key, sources] : claims) {
    const std::vector<Source*> rivals = clear_obstacles(claims, key, sources, conflicts);
    if (rivals.size() > 1) conflicts.push_back(settle_rivals(rivals));
  }
  return conflicts;
}

void settle_sources(Corpus& corpus) {
  Claims claims = collect_claims(corpus);
  corpus.url_conflicts = settle_claims(claims);
  std::set<std::string, std::less<>> lost_assets;
  for (const auto& [key, sources] : claims) {
    for (const Source& source : sources) {
      if (source.page == nullptr && source.lost) lost_assets.emplace(source.path);
    }
  }
  std::erase_if(corpus.assets,
                [&](const Asset& asset) { return lost_assets.contains(asset.path); });
}

using UrlCounts = std::map<std::string, int, std::less<>>;

// Every file of the content's that the site may have, and the redirects that are asked for.
UrlCounts count_claims(const Corpus& corpus) {
  UrlCounts claims;
  for (const Page& page : corpus.pages) {
    ++claims[to_lower(page.url)];
    ++claims[to_lower(corpus.outline_of(page).content_path)];  // published beside the page
    for (const auto& alias : page.metadata.aliases) {
      const std::string url = alias_url(alias.value);
      if (is_possible_url(url)) ++claims[to_lower(url)];
    }
  }
  for (const Asset& asset : corpus.assets) ++claims[to_lower(asset.url)];
  return claims;
}

// Whether nothing else wants to stand there, above it or below it.
bool is_free(const UrlCounts& claims, const std::string& lower_url) {
  const auto own = claims.find(lower_url);
  if (own == claims.end() || own->second != 1) return false;
  const std::string folder = lower_url + "/";
  const auto below = claims.lower_bound(folder);
  if (below != claims.end() && below->first.starts_with(folder)) return false;
  return std::ranges::none_of(folders_of(lower_url),
                              [&](std::string_view outer) { return claims.contains(outer); });
}

// A redirect never stands where a page, an asset or another redirect does.
void settle_redirects(Corpus& corpus) {
  const auto has_alias = [](const Page& page) { return !page.metadata.aliases.empty(); };
  if (std::ranges::none_of(corpus.pages, has_alias)) return;
  const UrlCounts claims = count_claims(corpus);
  for (Page& page : corpus.pages) {
    for (const auto& alias : page.metadata.aliases) {
      std::string url = alias_url(alias.value);
      if (!is_possible_url(url) || is_reserved_url(url) || !is_free(claims, to_lower(url)))
        continue;
      page.redirects.push_back(std::move(url));
    }
  }
}

}  // namespace

bool is_reserved_url(std::string_view url) { return is_reserved(to_lower(url)); }

bool is_possible_url(std::string_view url) {
  return !url.empty() && !is_too_long(url) && !has_control_character(url) &&
         site_file_above(to_lower(url)).empty();
}

void settle_page_urls(Corpus& corpus) {
  Claims claims = collect_claims(corpus);
  settle_claims(claims);
}

void settle_urls(Corpus& corpus) {
  settle_sources(corpus);
  settle_redirects(corpus);
}

}  // namespace runbookc
