#include "corpus/link_suggester.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {

namespace {

// Hugo takes the path of a `ref` as it is, but for the marks that would end it.
std::string ref_path(std::string_view path) {
  std::string text;
  for (const char c : path) {
    if (std::string_view("%?#").find(c) == std::string_view::npos) {
      text += c;
    } else {
      text += percent_encode_path(std::string_view(&c, 1));
    }
  }
  return text;
}

}  // namespace

std::string spell_target(const LinkPlace& place, std::string_view base, std::string_view path) {
  std::string text;
  if (place.target.absolute) {
    text = "/" + relative_path(base, path);
  } else {
    text = relative_path(place.folder, path);
    if (place.link.target.starts_with("./") && !text.starts_with('.')) text.insert(0, "./");
  }
  if (place.target.folder && !text.ends_with('/')) text += '/';
  const bool is_ref = place.link.kind == LinkKind::shortcode;
  return (is_ref ? ref_path(text) : percent_encode_path(text)) + place.target.suffix;
}

LinkSuggestion LinkSuggester::suggest(const LinkPlace& place, const std::string& path) const {
  Guess guess = moved(place, path);
  if (!guess.sure) {
    Guess other = by_what_is_there(place, path);
    if (guess.path.empty()) {
      guess = std::move(other);
    } else {
      // What the history only makes likely is sure if nothing else fits here, either.
      guess.sure = other.sure && other.path == guess.path;
    }
  }
  if (guess.path.empty()) return {};
  guess.path = as_target(guess.path);
  LinkPlace plain = place;
  plain.target.folder = false;
  return {spell_target(plain, corpus_.config.content, guess.path), guess.sure};
}

// Where a site has no sources, a link names what is made of them.
std::string LinkSuggester::as_target(const std::string& path) const {
  const ProjectConfig& config = corpus_.config;
  if (!config.dialect->sources_are_no_targets || directory_.by_path(path) == kNone) return path;
  return join_path(parent_path(path), file_name(page_url(path, config.extensions)));
}

LinkSuggester::Guess LinkSuggester::by_what_is_there(const LinkPlace& place,
                                                     const std::string& path) const {
  using Guesser = Guess (LinkSuggester::*)(const LinkPlace&, const std::string&) const;
  for (const Guesser guesser : {&LinkSuggester::mended, &LinkSuggester::renamed,
                                &LinkSuggester::neighbour, &LinkSuggester::similar}) {
    Guess guess = (this->*guesser)(place, path);
    if (!guess.path.empty()) return guess;
  }
  return {};
}

Index LinkSuggester::page_named(std::string_view name) const {
  if (name.find('/') != std::string_view::npos) return kNone;
  const auto guess = directory_.same_name_elsewhere(name);
  return guess ? guess->page : kNone;
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

// Whether the target may have been written after files moved.
bool LinkSuggester::is_new(const LinkPlace& place) const {
  const Page& page = corpus_.pages[place.page];
  const std::string& own = corpus_.path_of(page);
  const SourceFile& source = corpus_.source_of(page);
  const ByteRange range = source.bytes_of(place.link.target_span);
  const std::string_view bytes = source.bytes();
  // As git does, from LF to LF.
  std::size_t begin = range.begin == 0 ? 0 : bytes.rfind('\n', range.begin - 1) + 1;
  while (begin < bytes.size() && begin <= range.end) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (renames_.is_new(own, bytes.substr(begin, end - begin))) return true;
    begin = end + 1;
  }
  return false;
}

// Where the target went, or where it is, read from where the document was when the link was
// written.
LinkSuggester::Guess LinkSuggester::moved(const LinkPlace& place, const std::string& path) const {
  if (renames_.empty()) return {};
  std::string aimed_at = path;
  const std::string& own = corpus_.path_of(corpus_.pages[place.page]);
  const RenameMap::Place* old = place.target.absolute ? nullptr : renames_.old_place(own);
  if (old != nullptr && parent_path(old->path) == parent_path(own)) old = nullptr;
  if (old != nullptr) {
    aimed_at = resolve_path(parent_path(old->path), place.target.path).value_or(path);
  }
  const RenameMap::Place* const went = renames_.find(aimed_at);
  if (went == nullptr && old == nullptr) return {};
  const auto found = locator_.locate(went == nullptr ? aimed_at : went->path);
  if (!found || found->outcome == LinkOutcome::escapes_root) return {};
  const bool sure = (went == nullptr || went->sure) && (old == nullptr || old->sure);
  return {found->path, sure && !is_new(place)};
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
  return {corpus_.path_of(corpus_.pages[page]), true};
}

// A file with nearly this name in the folder that the link aims at, or the only one whose name ends
// in it.
LinkSuggester::Guess LinkSuggester::neighbour(const LinkPlace& place,
                                              const std::string& path) const {
  const DiskEntry folder = disk_.find(parent_path(path));
  if (folder.kind != FileKind::folder || !folder.exact) return {};
  const std::string_view name = file_name(path);
  // A page links to a place in itself, hardly to the whole of it.
  const auto is_self = [&](const std::string& found) {
    return place.target.fragment.empty() && found == corpus_.path_of(corpus_.pages[place.page]);
  };
  if (const auto near = disk_.nearest(folder.real, name)) {
    const Guess guess{existing(folder.path, near->name), near->sure};
    if (!guess.path.empty() && !is_self(guess.path)) return guess;
  }
  const std::string longer = disk_.only_one_ending_in(folder.real, name);
  const std::string found = longer.empty() ? std::string() : existing(folder.path, longer);
  return {is_self(found) ? std::string() : found, false};
}

// A document of this name in another folder, else one of nearly this name.
LinkSuggester::Guess LinkSuggester::similar(const LinkPlace& place, const std::string& path) const {
  if (place.link.image) return {};
  auto guess = directory_.same_name_elsewhere(path);
  if (!guess) guess = directory_.nearest_name(path);
  if (!guess || guess->page == place.page) return {};
  return {corpus_.path_of(corpus_.pages[guess->page]), guess->sure};
}

}  // namespace runbookc
