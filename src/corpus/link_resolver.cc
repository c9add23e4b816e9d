#include "corpus/link_resolver.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "corpus/content_walk.h"
#include "corpus/link_scheme.h"
#include "corpus/page_routes.h"

namespace runbookc {
namespace {

ResolvedLink outcome_of(LinkOutcome outcome, std::string path) {
  ResolvedLink link;
  link.outcome = outcome;
  link.path = std::move(path);
  return link;
}

bool is_legible(std::string_view path) {
  return is_valid_utf8(path) && path.find('\0') == std::string_view::npos;
}

// `path` read from `base`, as a browser does: `..` in the site's root `root` stays there.
std::optional<std::string> resolve_on_site(std::string_view root, std::string_view base,
                                           std::string_view path) {
  std::string folder(base);
  while (path.starts_with("../") || path.starts_with("./")) {
    if (path.starts_with("../") && folder != root) folder = parent_path(folder);
    path.remove_prefix(path.find('/') + 1);
  }
  if (path == "..") return folder == root ? folder : std::string(parent_path(folder));
  return resolve_path(folder, path);
}

// GitHub scrolls to a folder's README on `#readme`.
bool means_top(std::string_view fragment) {
  return fragment.empty() || equals_ignoring_case(fragment, "readme");
}

}  // namespace

ResolvedLink LinkResolver::resolve(Index page, const Link& link, LinkDetail detail) const {
  const bool is_judged = link.kind != LinkKind::autolink && link.kind != LinkKind::bare &&
                         link.kind != LinkKind::opaque;
  if (!is_judged) return {};
  const std::string& path = corpus_.path_of(corpus_.pages[page]);
  const LinkPlace place{page, link, split_target(link.target), parent_path(path), detail};
  switch (place.target.kind) {
    case TargetKind::external:
      return is_unread(link) ? outcome_of(LinkOutcome::generated, "") : ResolvedLink{};
    case TargetKind::empty:
      return outcome_of(LinkOutcome::target_missing, "");
    case TargetKind::local_disk:
      return outcome_of(LinkOutcome::escapes_root, link.target);
    case TargetKind::same_page:
      return arrive(place, page);
    case TargetKind::content_path:
      break;
  }
  if (!is_legible(place.target.path)) return outcome_of(LinkOutcome::target_missing, "");
  return resolve_path_link(place);
}

bool LinkResolver::is_unread(const Link& link) const {
  const std::string_view scheme = dialect().unread_scheme;
  return !scheme.empty() && scheme_of(trim(link.target)) == scheme;
}

bool LinkResolver::starts_at_project(const LinkPlace& place) const {
  const std::string_view mark = dialect().project_mark;
  return !mark.empty() && place.target.path.starts_with(mark);
}

// Where the place's path may start, in the order of preference.
std::vector<std::string_view> LinkResolver::bases_of(const LinkPlace& place) const {
  const std::string_view content = corpus_.config.content;
  if (starts_at_project(place)) return {""};
  if (!place.target.absolute) {
    // Hugo looks beside the page, then from the content root.
    const bool is_ref = place.link.kind == LinkKind::shortcode;
    if (is_ref && !place.target.path.starts_with('.')) return {place.folder, content};
    return {place.folder};
  }
  std::vector<std::string_view> bases;
  if (dialect().rooted_links != RootedLinks::project) bases.push_back(content);
  if (!dialect().static_folder.empty()) bases.push_back(dialect().static_folder);
  if (dialect().rooted_links != RootedLinks::site && !content.empty()) bases.emplace_back();
  if (bases.empty()) bases.emplace_back();
  return bases;
}

std::optional<std::string> LinkResolver::path_from(const LinkPlace& place,
                                                   std::string_view base) const {
  std::string_view path = place.target.path;
  if (starts_at_project(place)) return resolve_path("", path.substr(dialect().project_mark.size()));
  while (path.starts_with('/')) path.remove_prefix(1);
  const std::string_view root = corpus_.config.content;
  const bool on_site = dialect().rooted_links == RootedLinks::site && is_inside(base, root);
  return on_site ? resolve_on_site(root, base, path) : resolve_path(base, path);
}

// Whether the target is written as a document's file is called.
bool LinkResolver::names_source(const LinkPlace& place) const {
  return is_document_name(corpus_.config, place.target.path);
}

ResolvedLink LinkResolver::resolve_path_link(const LinkPlace& place) const {
  if (dialect().sources_are_no_targets && names_source(place)) return missing(place);
  const bool from_address = dialect().links_from_address && !names_source(place);
  if (from_address) {
    if (auto found = resolve_from_address(place)) return *found;
  }
  const std::vector<std::string_view> bases = bases_of(place);
  for (const std::string_view base : bases) {
    if (auto found = resolve_from(place, base)) return *found;
  }
  if (!from_address) {
    if (auto found = resolve_beside(place)) return *found;
  }
  for (const std::string_view base : bases) {
    if (auto found = resolve_respelt(place, base)) return *found;
  }
  if (place.link.kind == LinkKind::shortcode) {
    const Index page = suggester_.page_named(place.target.path);
    if (page != kNone) return arrive(place, page);
  }
  return is_generated(place, bases) ? outcome_of(LinkOutcome::generated, "") : missing(place);
}

bool LinkResolver::is_generated(const LinkPlace& place, std::vector<std::string_view> bases) const {
  const std::string address = address_of(place);
  if (dialect().links_from_address && !place.target.absolute) bases.emplace_back(address);
  return std::ranges::any_of(bases, [&](std::string_view base) {
    const std::optional<std::string> path = path_from(place, base);
    const auto on_site = path ? within_content(*path, corpus_.config.content) : std::nullopt;
    return on_site && generated_.holds(*on_site);
  });
}

std::string LinkResolver::address_of(const LinkPlace& place) const {
  const Page& page = corpus_.pages[place.page];
  return join_path(corpus_.config.content,
                   address_folder(corpus_.config, corpus_.outline_of(page), page));
}

std::optional<ResolvedLink> LinkResolver::resolve_from(const LinkPlace& place,
                                                       std::string_view base) const {
  const std::optional<std::string> path = path_from(place, base);
  if (!path) return std::nullopt;
  // Hugo's `ref` names sources, wherever their pages are.
  if (place.link.kind == LinkKind::shortcode) {
    const Index moved = locator_.locate_moved(*path);
    if (moved != kNone) return arrive(place, moved);
  }
  std::optional<TargetLocator::Found> found = locator_.locate(*path);
  if (!found) return std::nullopt;
  // An image of a folder shows nothing.
  if (place.link.image && found->outcome == LinkOutcome::folder) return std::nullopt;
  if (found->page != kNone) return arrive_at(place, found->page, std::move(found->path));
  return outcome_of(found->outcome, std::move(found->path));
}

std::optional<ResolvedLink> LinkResolver::resolve_from_address(const LinkPlace& place) const {
  if (place.target.absolute || place.link.kind == LinkKind::shortcode) return std::nullopt;
  return resolve_from(place, address_of(place));
}

// Where pages have addresses like `alerts/Foo/`, `../Bar` on Foo means `alerts/Bar`.
std::optional<ResolvedLink> LinkResolver::resolve_beside(const LinkPlace& place) const {
  const std::string& path = corpus_.path_of(corpus_.pages[place.page]);
  if (place.target.absolute || !place.target.path.starts_with("../")) return std::nullopt;
  if (!file_extension(trim_end(place.target.path)).empty()) return std::nullopt;
  const std::optional<std::string> aimed_at = resolve_path(path, place.target.path);
  const Index page = aimed_at ? locator_.locate_page(*aimed_at) : kNone;
  if (page == kNone) return std::nullopt;
  return arrive(place, page);
}

std::optional<ResolvedLink> LinkResolver::resolve_respelt(const LinkPlace& place,
                                                          std::string_view base) const {
  const std::optional<std::string> path = path_from(place, base);
  const std::optional<std::string> spelt = path ? locator_.respell(*path) : std::nullopt;
  if (!spelt || *spelt == *path) return std::nullopt;
  if (dialect().folds_addresses && place.link.kind == LinkKind::shortcode) {
    if (const Index page = locator_.locate_page(*spelt); page != kNone) return arrive(place, page);
  }
  ResolvedLink link = outcome_of(LinkOutcome::case_mismatch, *spelt);
  LinkPlace read = place;
  if (!place.target.absolute) read.folder = base;  // as Hugo read it, beside the page or not
  link.suggestion = starts_at_project(place) ? std::string(dialect().project_mark) +
                                                   percent_encode_path(*spelt) + place.target.suffix
                                             : spell_target(read, base, *spelt);
  link.sure = true;
  return link;
}

ResolvedLink LinkResolver::arrive(const LinkPlace& place, Index target) const {
  return arrive_at(place, target, corpus_.path_of(corpus_.pages[target]));
}

// Who knows the path of the page says it: a hundred thousand links to ten thousand pages would wait
// for as many documents to come from memory.
ResolvedLink LinkResolver::arrive_at(const LinkPlace& place, Index target, std::string path) const {
  const Page& page = corpus_.pages[target];
  ResolvedLink link = outcome_of(LinkOutcome::page, std::move(path));
  link.page = target;
  if (!page.published && corpus_.pages[place.page].published) {
    link.outcome = LinkOutcome::outside_content;
    return link;
  }
  if (place.detail == LinkDetail::target) return link;
  const std::string& fragment = place.target.fragment;
  if (fragment.empty() || place.target.as_source) return link;
  if (const auto anchor = anchors_.find(page.document, fragment)) {
    link.anchor = *anchor;
    return link;
  }
  if (place.target.folder && means_top(fragment)) return link;
  link.outcome = LinkOutcome::anchor_missing;
  if (place.detail != LinkDetail::guess) return link;
  if (const auto near = anchors_.nearest(page.document, fragment)) {
    link.suggestion = near->anchor;
    link.sure = near->sure;
  } else {
    link.anchor_page = anchor_nearby(place, page);
  }
  return link;
}

// In the folder of the page that links, else in the one above it, unless that holds everything;
// both with all that is below.
Index LinkResolver::anchor_nearby(const LinkPlace& place, const Page& target) const {
  std::string_view folder = place.folder;
  for (int ups = 0; ups < 2; ++ups) {
    const std::string prefix = folder.empty() ? std::string() : std::string(folder) + "/";
    const Index document = anchors_.only_one_below(prefix, place.target.fragment);
    // Pages are parallel to documents.
    if (document != kNone) {
      const bool fits = document != target.document && corpus_.pages[document].published;
      return fits ? document : kNone;
    }
    folder = parent_path(folder);
    if (parent_path(folder).empty()) break;  // of all the content, nothing is nearby
  }
  return kNone;
}

ResolvedLink LinkResolver::missing(const LinkPlace& place) const {
  const bool absolute = place.target.absolute;
  const std::optional<std::string> path =
      path_from(place, absolute ? std::string_view(corpus_.config.content) : place.folder);
  ResolvedLink link = path ? outcome_of(LinkOutcome::target_missing, *path)
                           : outcome_of(LinkOutcome::escapes_root, place.target.path);
  // What leaves the project is named by its last part alone.
  const std::string aimed_at = path ? *path : std::string(file_name(place.target.path));
  if (aimed_at.empty() || place.detail != LinkDetail::guess) return link;
  LinkSuggestion suggestion = suggester_.suggest(place, aimed_at);
  link.suggestion = std::move(suggestion.target);
  link.sure = suggestion.sure;
  return link;
}

}  // namespace runbookc
