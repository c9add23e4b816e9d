#include "corpus/link_suggester.h"

#include "base/path.h"
#include "base/text.h"

namespace runbookc {

std::string spell_target(const LinkPlace& place, std::string_view base, std::string_view path) {
  std::string text;
  if (place.target.absolute) {
    text = "/" + relative_path(base, path);
  } else {
    text = relative_path(place.folder, path);
    if (place.link.target.starts_with("./") && !text.starts_with('.')) text.insert(0, "./");
  }
  if (place.target.folder && !text.ends_with('/')) text += '/';
  return percent_encode_path(text) + place.target.suffix;
}

LinkSuggestion LinkSuggester::suggest(const LinkPlace& place, const std::string& path) const {
  using Guesser = Guess (LinkSuggester::*)(const LinkPlace&, const std::string&) const;
  for (const Guesser guesser :
       {&LinkSuggester::moved, &LinkSuggester::mended, &LinkSuggester::renamed,
        &LinkSuggester::neighbour, &LinkSuggester::similar}) {
    const Guess guess = (this->*guesser)(place, path);
    if (guess.path.empty()) continue;
    LinkPlace plain = place;
    plain.target.folder = false;
    return {spell_target(plain, corpus_.config.content, guess.path), guess.sure};
  }
  return {};
}

// The project-relative path of what `path`, read from `base`, leads to; "" if nothing.
std::string LinkSuggester::existing(std::string_view base, std::string_view path) const {
  const std::optional<std::string> resolved = resolve_path(base, path);
  if (!resolved || resolved->empty()) return "";
  const std::optional<TargetLocator::Found> found = locator_.locate(*resolved);
  if (!found) return "";
  const bool readable = found->outcome == LinkOutcome::page || found->outcome == LinkOutcome::asset;
  return readable ? found->path : "";
}

// Where the target went, or where it is, read from where the document was when the link was
// written.
LinkSuggester::Guess LinkSuggester::moved(const LinkPlace& place, const std::string& path) const {
  std::string aimed_at = path;
  const std::string& own = corpus_.document_of(corpus_.pages[place.page]).path;
  const std::string_view old = place.target.absolute ? "" : renames_.old_path(own);
  if (!old.empty()) aimed_at = resolve_path(parent_path(old), place.target.path).value_or(path);
  const RenameMap::NewPlace* const went = renames_.find(aimed_at);
  if (went == nullptr && old.empty()) return {};
  const auto found = locator_.locate(went == nullptr ? aimed_at : went->path);
  if (!found || found->outcome == LinkOutcome::escapes_root) return {};
  return {found->path, went == nullptr || went->sure};
}

// Slips that leave no doubt: `\` for `/`, a path from the root without its slash, one that starts
// at the wrong folder.
LinkSuggester::Guess LinkSuggester::mended(const LinkPlace& place, const std::string&) const {
  const std::string path = replace_all(place.target.path, "\\", "/");
  if (path != place.target.path) {
    if (const std::string found = existing(place.folder, path); !found.empty())
      return {found, true};
  }
  for (const std::string_view root :
       {std::string_view(corpus_.config.content), std::string_view()}) {
    if (const std::string found = existing(root, path); !found.empty()) return {found, true};
  }
  if (const std::string found = other_depth(place, path); !found.empty()) {
    // What leaves the project may mean a neighbour of it.
    return {found, resolve_path(place.folder, path).has_value()};
  }
  const std::size_t name = path.find_first_not_of('/');
  if (!place.target.absolute || name == std::string::npos) return {};
  return {existing(place.folder, std::string_view(path).substr(name)), true};
}

// The same path with fewer `../` in front.
std::string LinkSuggester::other_depth(const LinkPlace& place, std::string_view path) const {
  constexpr std::string_view kUp = "../";
  constexpr std::size_t kMostTries = 16;
  for (std::size_t i = 0; i < kMostTries && path.starts_with(kUp); ++i) {
    path.remove_prefix(kUp.size());
    if (std::string found = existing(place.folder, path); !found.empty()) return found;
  }
  return "";
}

// A document that says that it used to be here.
LinkSuggester::Guess LinkSuggester::renamed(const LinkPlace&, const std::string& path) const {
  const auto content_path = within_content(path, corpus_.config.content);
  if (!content_path) return {};
  const Index page = directory_.by_old_url(alias_url(*content_path));
  if (page == kNone) return {};
  return {corpus_.document_of(corpus_.pages[page]).path, true};
}

// A file with nearly this name in the folder that the link aims at.
LinkSuggester::Guess LinkSuggester::neighbour(const LinkPlace&, const std::string& path) const {
  const DiskEntry folder = disk_.find(parent_path(path));
  if (folder.kind != FileKind::folder || !folder.exact) return {};
  const auto near = disk_.nearest(folder.real, file_name(path));
  if (!near) return {};
  return {existing(folder.path, near->name), near->sure};
}

// A document of this name in another folder, else one of nearly this name.
LinkSuggester::Guess LinkSuggester::similar(const LinkPlace& place, const std::string& path) const {
  if (place.link.image) return {};
  auto guess = directory_.same_name_elsewhere(path);
  if (!guess) guess = directory_.nearest_name(path);
  if (!guess || guess->page == place.page) return {};
  return {corpus_.document_of(corpus_.pages[guess->page]).path, guess->sure};
}

}  // namespace runbookc
