#include "corpus/page_directory.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"

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

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto [end, other] = std::ranges::mismatch(a, b);
  return static_cast<std::size_t>(std::count(a.begin(), end, '/'));
}

}  // namespace

PageDirectory::PageDirectory(const Corpus& corpus) : corpus_(corpus) {
  const auto count = static_cast<Index>(corpus.pages.size());
  for (Index i = 0; i < count; ++i) enter_page(i);
  for (Index i = 0; i < count; ++i) enter_name(i);
  near_names_.emplace(names_);
}

void PageDirectory::enter_page(Index index) {
  const Page& page = corpus_.pages[index];
  const std::string& path = corpus_.document_of(page).path;
  const std::string_view stem = without_extension(path);
  paths_.try_emplace(path, index);
  stems_.try_emplace(std::string(stem), index);
  urls_.try_emplace(page.url, index);
  lower_paths_.try_emplace(to_lower(path), index);
  lower_stems_.try_emplace(to_lower(stem), index);
  lower_urls_.try_emplace(to_lower(page.url), index);
  for (const auto& alias : page.metadata.aliases) {
    if (std::string url = alias_url(alias.value); !url.empty()) {
      old_urls_.try_emplace(std::move(url), index);
    }
  }
}

void PageDirectory::enter_name(Index index) {
  const std::string& path = corpus_.document_of(corpus_.pages[index]).path;
  std::string stem = to_lower(file_name(without_extension(path)));
  if (is_index_stem(stem)) {
    const std::string folder(parent_path(path));
    Index& slot = folders_.try_emplace(folder, index).first->second;
    const std::string& other = corpus_.document_of(corpus_.pages[slot]).path;
    const std::string other_stem = to_lower(file_name(without_extension(other)));
    if (index_rank(stem) < index_rank(other_stem)) slot = index;
    lower_folders_.insert_or_assign(to_lower(folder), slot);
    return;
  }
  const auto [entry, is_new] = name_numbers_.try_emplace(stem, names_.size());
  if (is_new) {
    names_.push_back(std::move(stem));
    pages_named_.emplace_back();
  }
  pages_named_[entry->second].push_back(index);
}

Index PageDirectory::look_up(const Table& table, std::string_view key) {
  const auto found = table.find(std::string(key));
  return found == table.end() ? kNone : found->second;
}

std::string_view PageDirectory::without_extension(std::string_view path) const {
  const auto ends_with = [path](std::string_view extension) {
    return path.size() > extension.size() &&
           equals_ignoring_case(path.substr(path.size() - extension.size()), extension);
  };
  for (const std::string& extension : corpus_.config.extensions) {
    if (ends_with(extension)) return path.substr(0, path.size() - extension.size());
  }
  for (const std::string_view extension : {".html", ".htm"}) {
    if (ends_with(extension)) return path.substr(0, path.size() - extension.size());
  }
  return path;
}

Index PageDirectory::by_path(std::string_view path) const { return look_up(paths_, path); }
Index PageDirectory::by_path_without_extension(std::string_view path) const {
  return look_up(stems_, path);
}
Index PageDirectory::by_folder(std::string_view folder) const { return look_up(folders_, folder); }
Index PageDirectory::by_url(std::string_view url) const { return look_up(urls_, url); }
Index PageDirectory::by_old_url(std::string_view url) const { return look_up(old_urls_, url); }

Index PageDirectory::by_path_ignoring_case(std::string_view path) const {
  return look_up(lower_paths_, to_lower(path));
}
Index PageDirectory::by_path_without_extension_ignoring_case(std::string_view path) const {
  return look_up(lower_stems_, to_lower(path));
}
Index PageDirectory::by_folder_ignoring_case(std::string_view folder) const {
  return look_up(lower_folders_, to_lower(folder));
}
Index PageDirectory::by_url_ignoring_case(std::string_view url) const {
  return look_up(lower_urls_, to_lower(url));
}

std::optional<PageDirectory::Guess> PageDirectory::same_name_elsewhere(
    std::string_view path) const {
  const auto number = name_numbers_.find(to_lower(file_name(without_extension(path))));
  if (number == name_numbers_.end()) return std::nullopt;
  const std::vector<Index>& pages = pages_named_[number->second];
  const std::size_t looked_at = std::min(pages.size(), kMaxNamesakes);
  const auto nearness = [&](Index page) {
    return shared_prefix(path, corpus_.document_of(corpus_.pages[page]).path);
  };
  const auto best =
      std::max_element(pages.begin(), pages.begin() + static_cast<std::ptrdiff_t>(looked_at),
                       [&](Index a, Index b) { return nearness(a) < nearness(b); });
  // `/handbook/duty-roster.html` may well be a page of another site.
  const bool is_source = !equals_ignoring_case(file_extension(path), ".html");
  return Guess{*best, pages.size() == 1 && is_source && is_distinctive(file_name(path))};
}

std::optional<PageDirectory::Guess> PageDirectory::nearest_name(std::string_view path) const {
  const auto near = near_names_->nearest(file_name(without_extension(path)));
  if (!near) return std::nullopt;
  return Guess{pages_named_[near->index].front(), false};
}

}  // namespace runbookc
