#include "corpus/page_directory.h"

#include <algorithm>
#include <array>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "corpus/content_walk.h"
#include "corpus/document_stem.h"
#include "corpus/page_routes.h"

namespace runbookc {
namespace {

constexpr std::size_t kMaxNamesakes = 64;  // looked at to find the nearest of them

// Every folder has one of these: that a link aims at one says nothing about which.
bool is_index_stem(std::string_view stem) {
  return stem == "readme" || stem == "index" || stem == "_index";
}

// README before index before _index, as GitHub shows a folder.
int index_rank(std::string_view stem) {
  if (stem == "readme") return 0;
  return stem == "index" ? 1 : 2;
}

// "architecture" is a word that any folder may use; "chef-guidelines" or "NodeClockSkew" is a name.
bool is_distinctive(std::string_view name) {
  const auto inner = name.substr(std::min<std::size_t>(1, name.size()));
  return std::ranges::any_of(
      inner, [](char c) { return c == '-' || c == '_' || c == ' ' || (c >= 'A' && c <= 'Z'); });
}

// What many folders have a page about: that another folder has one is no hint.
bool is_generic(std::string_view stem) {
  static constexpr std::array<std::string_view, 34> kGeneric = {
      "about",      "alerts",      "architecture",    "backup",        "backups",
      "changelog",  "concepts",    "config",          "configuration", "contributing",
      "debugging",  "deploy",      "deployment",      "development",   "faq",
      "glossary",   "guide",       "install",         "installation",  "introduction",
      "logging",    "maintenance", "metrics",         "migration",     "monitoring",
      "operations", "overview",    "restore",         "security",      "setup",
      "template",   "testing",     "troubleshooting", "upgrade"};
  return std::ranges::find(kGeneric, stem) != kGeneric.end();
}

// Whether one of the folders lies in the other.
bool is_near(std::string_view path, std::string_view other) {
  const std::string_view folder = parent_path(path);
  const std::string_view other_folder = parent_path(other);
  return is_inside(folder, other_folder) || is_inside(other_folder, folder);
}

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto [end, other] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(std::count(a.begin(), end, '/'));
}

}  // namespace

PageDirectory::PageDirectory(const Corpus& corpus) : corpus_(corpus) {
  const auto count = static_cast<Index>(corpus.pages.size());
  paths_.reserve(count);
  for (Index i = 0; i < count; ++i) paths_.try_emplace(corpus.path_of(corpus.pages[i]), i);
}

const PageDirectory::Names& PageDirectory::names() const {
  std::call_once(names_made_, [this] {
    auto made = std::make_unique<Names>();
    const auto count = static_cast<Index>(corpus_.pages.size());
    for (Index i = 0; i < count; ++i) enter_page(*made, i);
    for (Index i = 0; i < count; ++i) enter_stem(*made, i);
    made->near.emplace(made->stems_by_number);
    names_ = std::move(made);
  });
  return *names_;
}

void PageDirectory::enter_page(Names& names, Index index) const {
  const Page& page = corpus_.pages[index];
  const std::string& path = corpus_.path_of(page);
  const std::string_view stem = without_extension(path);
  names.lower_paths.try_emplace(to_lower(path), index);
  PageRoutes found = page_routes(corpus_.config, corpus_.outline_of(page), page);
  for (std::string& route : found.routes) names.routes.try_emplace(std::move(route), index);
  if (found.is_moved) {
    const bool is_index = is_index_stem(to_lower(file_name(stem)));
    names.moved.try_emplace(std::string(is_index ? parent_path(stem) : stem), index);
  } else {
    names.stems.try_emplace(std::string(stem), index);
    names.urls.try_emplace(page.url, index);
    names.lower_stems.try_emplace(to_lower(stem), index);
    names.lower_urls.try_emplace(to_lower(page.url), index);
  }
  for (const auto& alias : page.metadata.aliases) {
    if (std::string url = alias_url(alias.value); !url.empty()) {
      names.old_urls.try_emplace(std::move(url), index);
    }
  }
}

void PageDirectory::enter_stem(Names& names, Index index) const {
  const std::string& path = corpus_.path_of(corpus_.pages[index]);
  std::string stem = to_lower(file_name(without_extension(path)));
  if (is_index_stem(stem)) {
    const std::string folder(parent_path(path));
    if (look_up(names.moved, folder) == index) return;
    Index& slot = names.folders.try_emplace(folder, index).first->second;
    const std::string& other = corpus_.path_of(corpus_.pages[slot]);
    const std::string other_stem = to_lower(file_name(without_extension(other)));
    if (index_rank(stem) < index_rank(other_stem)) slot = index;
    names.lower_folders.insert_or_assign(to_lower(folder), slot);
    return;
  }
  const auto [entry, is_new] = names.numbers.try_emplace(stem, names.stems_by_number.size());
  if (is_new) {
    names.stems_by_number.push_back(std::move(stem));
    names.pages_by_number.emplace_back();
  }
  names.pages_by_number[entry->second].push_back(index);
}

Index PageDirectory::look_up(const Table& table, std::string_view key) {
  const auto found = table.find(key);
  return found == table.end() ? kNone : found->second;
}

std::string_view PageDirectory::without_extension(std::string_view path) const {
  if (is_document_name(corpus_.config, path)) {
    return document_stem(path, corpus_.config.extensions);
  }
  const std::string_view extension = file_extension(path);
  const bool is_built =
      equals_ignoring_case(extension, ".html") || equals_ignoring_case(extension, ".htm");
  return is_built ? path.substr(0, path.size() - extension.size()) : path;
}

Index PageDirectory::by_path(std::string_view path) const {
  const auto found = paths_.find(path);
  return found == paths_.end() ? kNone : found->second;
}

Index PageDirectory::by_path_without_extension(std::string_view path) const {
  return look_up(names().stems, path);
}
Index PageDirectory::by_folder(std::string_view folder) const {
  return look_up(names().folders, folder);
}
Index PageDirectory::by_url(std::string_view url) const { return look_up(names().urls, url); }
Index PageDirectory::by_old_url(std::string_view url) const {
  return look_up(names().old_urls, url);
}
Index PageDirectory::by_moved(std::string_view path) const { return look_up(names().moved, path); }

Index PageDirectory::by_route(std::string_view address) const {
  return names().routes.empty()
             ? kNone
             : look_up(names().routes, normal_route(*corpus_.config.dialect, address));
}

Index PageDirectory::by_path_ignoring_case(std::string_view path) const {
  return look_up(names().lower_paths, to_lower(path));
}
Index PageDirectory::by_path_without_extension_ignoring_case(std::string_view path) const {
  return look_up(names().lower_stems, to_lower(path));
}
Index PageDirectory::by_folder_ignoring_case(std::string_view folder) const {
  return look_up(names().lower_folders, to_lower(folder));
}
Index PageDirectory::by_url_ignoring_case(std::string_view url) const {
  return look_up(names().lower_urls, to_lower(url));
}

std::optional<PageDirectory::Guess> PageDirectory::same_name_elsewhere(
    std::string_view path) const {
  const auto number = names().numbers.find(to_lower(file_name(without_extension(path))));
  if (number == names().numbers.end()) return std::nullopt;
  const std::vector<Index>& pages = names().pages_by_number[number->second];
  const std::size_t looked_at = std::min(pages.size(), kMaxNamesakes);
  const auto nearness = [&](Index page) {
    return shared_prefix(path, corpus_.path_of(corpus_.pages[page]));
  };
  const auto best =
      std::max_element(pages.begin(), pages.begin() + static_cast<std::ptrdiff_t>(looked_at),
                       [&](Index a, Index b) { return nearness(a) < nearness(b); });
  const bool is_only = pages.size() == 1;
  const std::string& best_path = corpus_.path_of(corpus_.pages[*best]);
  const bool is_beside = parent_path(parent_path(path)) == parent_path(parent_path(best_path));
  const bool says_enough =
      !is_generic(names().stems_by_number[number->second]) && (is_only || is_beside);
  if (!says_enough && !is_near(path, best_path)) {
    return std::nullopt;
  }
  // `/handbook/duty-roster.html` may well be a page of another site.
  const bool is_source = !equals_ignoring_case(file_extension(path), ".html");
  return Guess{*best, is_only && is_source && is_distinctive(file_name(path))};
}

std::optional<PageDirectory::Guess> PageDirectory::nearest_name(std::string_view path) const {
  const std::string_view stem = file_name(without_extension(path));
  if (names().numbers.contains(to_lower(stem))) return std::nullopt;  // asked for already
  const auto near = names().near->nearest(stem);
  if (!near) return std::nullopt;
  return Guess{names().pages_by_number[near->index].front(), false};
}

}  // namespace runbookc
