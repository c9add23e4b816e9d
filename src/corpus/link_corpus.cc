#include <algorithm>
#include <array>
#include <functional>
#include <iterator>

#include "base/path.h"
#include "base/stage_clock.h"
#include "base/text.h"
#include "base/work_pool.h"
#include "corpus/active_files.h"
#include "corpus/corpus.h"
#include "corpus/generated_pages.h"
#include "corpus/link_resolver.h"
#include "corpus/page_builder.h"
#include "corpus/repository_url.h"
#include "corpus/site_urls.h"

namespace runbookc {
namespace {

ResolvedLink as_published(ResolvedLink resolved, const Link& link) {
  if (resolved.outcome == LinkOutcome::asset && runs_in_browsers(link, resolved.path)) {
    resolved.outcome = LinkOutcome::outside_content;
  }
  return resolved;
}

bool is_broken(LinkOutcome outcome) {
  return outcome == LinkOutcome::target_missing || outcome == LinkOutcome::anchor_missing ||
         outcome == LinkOutcome::escapes_root;
}

// What the links of published pages lead to, for each of these pages in the order of its links.
struct Reached {
  std::vector<std::vector<Index>> pages;  // also by their addresses in the repository
  std::vector<std::vector<std::string>> assets;
};

// The page that the link leads to, also by its address on the web; else kNone.
Index page_behind(const Corpus& corpus, const RepositoryUrl& repository, const Link& link,
                  const ResolvedLink& resolved) {
  if (resolved.outcome == LinkOutcome::page || resolved.outcome == LinkOutcome::anchor_missing) {
    return resolved.page;
  }
  if (resolved.outcome != LinkOutcome::external) return kNone;
  const std::optional<RepositoryFile> file = repository.find(link.target);
  return file ? find_page(corpus, file->path) : kNone;
}

// `broken`: how many of the page's links were so far.
LinkDetail detail_asked(bool wanted, std::size_t broken) {
  if (!wanted) return LinkDetail::target;
  return broken < LinkResolver::kGuessesPerPage ? LinkDetail::guess : LinkDetail::anchor;
}

// Resolves the links of all pages; of those that nobody wants only to see what they lead to.
Reached resolve_links(const Files& files, const LoadOptions& options, Corpus& corpus) {
  const PageDirectory directory(corpus);
  const AnchorIndex anchors(corpus.documents);
  const FolderCache disk(files);
  const TargetLocator locator(corpus, directory, disk, options.output_folder);
  const LinkSuggester suggester(corpus, directory, disk, locator, options.renames);
  const GeneratedPages generated(corpus);
  const LinkResolver resolver(corpus, locator, suggester, anchors, generated);
  const RepositoryUrl repository(corpus.config.site.edit_url);
  Reached reached;
  reached.pages.resize(corpus.pages.size());
  reached.assets.resize(corpus.pages.size());
  for_each_index(corpus.pages.size(), options.threads, [&](std::size_t i) {
    const Document& document = corpus.documents.outline(i);
    const bool wanted = !options.wanted || options.wanted(document.path);
    const bool published = corpus.pages[i].published;
    if (!wanted && !published) return;
    std::vector<ResolvedLink> links;
    std::vector<Index> pages;
    if (wanted) links.reserve(document.links.size());
    std::size_t broken = 0;
    for (const Link& link : document.links) {
      ResolvedLink one = as_published(
          resolver.resolve(static_cast<Index>(i), link, detail_asked(wanted, broken)), link);
      if (is_broken(one.outcome)) ++broken;
      if (published && one.outcome == LinkOutcome::asset) reached.assets[i].push_back(one.path);
      const Index page = published ? page_behind(corpus, repository, link, one) : kNone;
      if (page != kNone) pages.push_back(page);
      if (wanted) links.push_back(std::move(one));
    }
    corpus.pages[i].links = std::move(links);
    reached.pages[i] = std::move(pages);
  });
  return reached;
}

// Each file once.
void collect_assets(Corpus& corpus, std::vector<std::vector<std::string>> by_page) {
  std::vector<std::string> paths;
  for (std::vector<std::string>& some : by_page) {
    std::ranges::move(some, std::back_inserter(paths));
  }
  std::ranges::sort(paths);
  paths.erase(std::unique(paths.begin(), paths.end()), paths.end());
  for (std::string& path : paths) {
    std::string url(*within_site(path, corpus.config));
    corpus.assets.push_back({std::move(path), std::move(url)});
  }
}

Index find_asset(const Corpus& corpus, std::string_view path) {
  const auto asset = std::ranges::lower_bound(
      corpus.assets, path, {}, [](const Asset& entry) { return std::string_view(entry.path); });
  if (asset == corpus.assets.end() || asset->path != path) return kNone;
  return static_cast<Index>(asset - corpus.assets.begin());
}

// Numbers the assets. One that lost its URL is not published after all.
void number_assets(Corpus& corpus) {
  for (Page& page : corpus.pages) {
    for (ResolvedLink& link : page.links) {
      if (link.outcome != LinkOutcome::asset) continue;
      link.asset = find_asset(corpus, link.path);
      if (link.asset == kNone && page.published) link.outcome = LinkOutcome::outside_content;
    }
  }
}

void collect_backlinks(Corpus& corpus, const std::vector<std::vector<Index>>& reached) {
  for (Index from = 0; from < corpus.pages.size(); ++from) {
    for (const Index to : reached[from]) {
      if (to == from || !corpus.pages[to].published) continue;
      std::vector<Index>& backlinks = corpus.pages[to].backlinks;
      if (backlinks.empty() || backlinks.back() != from) backlinks.push_back(from);
    }
  }
}

using PagesByName = std::map<std::string, std::vector<Index>, std::less<>>;

void enter(PagesByName& map, const std::vector<Located<std::string>>& names, Index page) {
  for (const Located<std::string>& name : names) {
    std::vector<Index>& pages = map[name.value];
    if (pages.empty() || pages.back() != page) pages.push_back(page);
  }
}

using NameList = std::vector<Located<std::string>> Metadata::*;

PagesByName pages_by_name(const Corpus& corpus, NameList names) {
  PagesByName by_name;
  for (Index i = 0; i < corpus.pages.size(); ++i) {
    const Page& page = corpus.pages[i];
    if (page.published) enter(by_name, page.metadata.*names, i);
  }
  return by_name;
}

// What is read of all pages one after another, each on a thread of its own: none of them looks at
// what another writes.
void collect(Corpus& corpus, const std::vector<std::vector<Index>>& reached, unsigned threads) {
  const std::array<std::function<void()>, 4> tasks = {
      [&] { collect_backlinks(corpus, reached); },
      [&] { corpus.pages_by_alert = pages_by_name(corpus, &Metadata::alerts); },
      [&] { corpus.pages_by_service = pages_by_name(corpus, &Metadata::services); },
      [&] { corpus.pages_by_tag = pages_by_name(corpus, &Metadata::tags); }};
  for_each_index(tasks.size(), threads, [&](std::size_t i) { tasks.at(i)(); });
}

}  // namespace

Corpus link_corpus(const Files& files, const LoadOptions& options, Corpus corpus) {
  const StageScope stage(Stage::link);
  corpus.pages.resize(corpus.documents.size());
  const PathRules rules(corpus.config);
  for_each_index(corpus.documents.size(), options.threads, [&](std::size_t i) {
    corpus.pages[i] = build_page(corpus, rules, static_cast<Index>(i));
  });
  settle_page_urls(corpus);
  Reached reached = resolve_links(files, options, corpus);
  collect_assets(corpus, std::move(reached.assets));
  settle_urls(corpus);
  number_assets(corpus);
  collect(corpus, reached.pages, options.threads);
  return corpus;
}

Index find_page(const Corpus& corpus, std::string_view path) {
  const Index document = corpus.documents.lower_bound(path);
  const bool is_there =
      document < corpus.documents.size() && corpus.documents.outline(document).path == path;
  return is_there ? document : kNone;
}

}  // namespace runbookc
