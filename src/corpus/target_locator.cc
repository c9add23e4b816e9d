#include "corpus/target_locator.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "corpus/content_walk.h"

namespace runbookc {

std::optional<std::string_view> within_content(std::string_view path, std::string_view content) {
  if (!is_inside(path, content)) return std::nullopt;
  path.remove_prefix(content.size());
  return path.starts_with('/') ? path.substr(1) : path;
}

std::optional<std::string_view> within_site(std::string_view path, const ProjectConfig& config) {
  if (const auto content_path = within_content(path, config.content)) return content_path;
  const std::string_view folder = config.dialect->static_folder;
  return folder.empty() ? std::nullopt : within_content(path, folder);
}

Index TargetLocator::locate_page(std::string_view path) const {
  if (const Index page = directory_.by_path(path); page != kNone) return page;
  if (const Index page = directory_.by_folder(path); page != kNone) return page;
  if (const Index page = directory_.by_path_without_extension(path); page != kNone) return page;
  const auto url = within_content(path, corpus_.config.content);
  if (!url) return kNone;
  const Index page = directory_.by_url(*url);
  return page == kNone ? directory_.by_route(*url) : page;
}

std::optional<TargetLocator::Found> TargetLocator::locate(const std::string& path) const {
  if (const Index page = directory_.by_path(path); page != kNone) {
    return Found{LinkOutcome::page, page, path};
  }
  const DiskEntry entry = disk_.find(path);
  if (entry.escapes && entry.exact) return Found{LinkOutcome::escapes_root, kNone, path};
  if (entry.kind == FileKind::missing || !entry.exact) {
    const Index page = locate_page(path);
    if (page == kNone) return std::nullopt;
    return Found{LinkOutcome::page, page, corpus_.path_of(corpus_.pages[page])};
  }
  if (entry.kind == FileKind::folder) return locate_folder(path);
  const bool asset = entry.kind == FileKind::file && is_publishable(entry);
  return Found{asset ? LinkOutcome::asset : LinkOutcome::outside_content, kNone, path};
}

// A folder without an index may stand beside the document that is meant: `Foo/` and `Foo.md`.
std::optional<TargetLocator::Found> TargetLocator::locate_folder(const std::string& path) const {
  if (const Index page = locate_page(path); page != kNone) {
    return Found{LinkOutcome::page, page, corpus_.path_of(corpus_.pages[page])};
  }
  if (directory_.by_moved(path) != kNone) return std::nullopt;
  return Found{may_publish(path) ? LinkOutcome::folder : LinkOutcome::outside_content, kNone, path};
}

std::optional<std::string> TargetLocator::respell(const std::string& path) const {
  const auto path_of = [this](Index page) -> const std::string& {
    return corpus_.path_of(corpus_.pages[page]);
  };
  if (const Index page = directory_.by_path_ignoring_case(path); page != kNone) {
    return path_of(page);
  }
  if (const DiskEntry entry = disk_.find(path); entry.kind != FileKind::missing) {
    return entry.path;
  }
  if (const Index page = directory_.by_folder_ignoring_case(path); page != kNone) {
    return std::string(parent_path(path_of(page)));
  }
  if (const Index page = directory_.by_path_without_extension_ignoring_case(path); page != kNone) {
    return std::string(directory_.without_extension(path_of(page)));
  }
  const auto url = within_content(path, corpus_.config.content);
  const Index page = url ? directory_.by_url_ignoring_case(*url) : kNone;
  if (page == kNone) return std::nullopt;
  return join_path(corpus_.config.content, corpus_.pages[page].url);
}

bool TargetLocator::may_publish(std::string_view path) const {
  const auto content_path = within_site(path, corpus_.config);
  if (!content_path) return false;
  if (!output_folder_.empty() && is_inside(path, output_folder_)) return false;
  return !is_hidden(*content_path) && !is_excluded(corpus_.config, path, *content_path);
}

bool TargetLocator::is_publishable(const DiskEntry& entry) const {
  if (!may_publish(entry.path) || !may_publish(entry.real)) return false;
  // A document that was not loaded is out of the site on purpose; settings name people.
  return !is_document_name(corpus_.config, entry.path) && entry.real != corpus_.config.path &&
         entry.real != corpus_.owners.path();
}

}  // namespace runbookc
