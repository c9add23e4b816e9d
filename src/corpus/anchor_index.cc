#include "corpus/anchor_index.h"

#include <algorithm>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

constexpr std::size_t kMaxSuggested = 4096;  // anchors of one page that are considered for a guess
constexpr std::string_view kGitHubPrefix = "user-content-";

constexpr std::size_t kFewAnchors = 64;  // up to that many are compared one by one

// The anchor as it is written, among few; nothing tells nothing.
std::optional<std::string_view> find_in_few(const std::vector<std::string_view>& names,
                                            std::string_view name) {
  if (names.size() > kFewAnchors || name.empty()) return std::nullopt;
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? std::nullopt : std::optional(*found);
}

bool has_words(std::string_view anchor) {
  return anchor.find_first_of("-_") != std::string_view::npos;
}

// The longest end of `fragment`, from the start of a word and of two words at least, that is one of
// the names; "" if none.
template <typename Names>
std::string longest_end(const Names& names, std::string_view fragment) {
  for (std::size_t at = fragment.find('-'); at != std::string_view::npos;
       at = fragment.find('-', at + 1)) {
    const std::string end(fragment.substr(at + 1));
    if (has_words(end) && names.contains(end)) return end;
  }
  return "";
}

}  // namespace

struct AnchorIndex::Anchors {
  std::once_flag listed;
  std::vector<std::string_view> names;  // in document order
  std::once_flag mapped;
  std::unordered_map<std::string_view, std::size_t> by_name;  // into `names`
  std::unordered_map<std::string, std::size_t> by_lower;
  std::once_flag near_made;
  std::optional<NameIndex> near;
};

AnchorIndex::AnchorIndex(const DocumentList& documents)
    : documents_(documents), anchors_(std::make_unique<Anchors[]>(documents.size())) {}  // NOLINT

AnchorIndex::~AnchorIndex() = default;

// Made when the first link asks. A hundred thousand links that each go through the sections of
// another document wait for memory most of the time: the names stand side by side.
const std::vector<std::string_view>& AnchorIndex::names_of(Index document) const {
  Anchors& anchors = anchors_[document];
  std::call_once(anchors.listed, [&] {
    const Document& source = documents_.outline(document);
    anchors.names.reserve(source.sections.size() + source.anchors.size());
    for (const Section& section : source.sections) anchors.names.push_back(section.anchor);
    for (const NamedAnchor& anchor : source.anchors) anchors.names.push_back(anchor.name);
  });
  return anchors.names;
}

// With its maps, which are made when the first link asks that names no anchor letter by letter:
// most pages are never asked.
const AnchorIndex::Anchors& AnchorIndex::anchors_of(Index document) const {
  names_of(document);
  Anchors& anchors = anchors_[document];
  std::call_once(anchors.mapped, [&anchors] {
    for (std::size_t i = 0; i < anchors.names.size(); ++i) {
      if (anchors.names[i].empty()) continue;
      anchors.by_name.try_emplace(anchors.names[i], i);
      anchors.by_lower.try_emplace(to_lower(anchors.names[i]), i);
    }
  });
  return anchors;
}

std::optional<std::string_view> AnchorIndex::find(Index document, std::string_view fragment) const {
  if (const auto found = find_in_few(names_of(document), fragment)) return found;
  const Anchors& anchors = anchors_of(document);
  for (const std::string_view name :
       {fragment,
        fragment.substr(fragment.starts_with(kGitHubPrefix) ? kGitHubPrefix.size() : 0)}) {
    if (const auto exact = anchors.by_name.find(name); exact != anchors.by_name.end()) {
      return anchors.names[exact->second];
    }
    if (const auto other = anchors.by_lower.find(to_lower(name)); other != anchors.by_lower.end()) {
      return anchors.names[other->second];
    }
  }
  if (equals_ignoring_case(fragment, "top")) return std::string_view();  // HTML, "top of the page"
  return std::nullopt;
}

std::optional<AnchorIndex::Suggestion> AnchorIndex::nearest(Index document,
                                                            std::string_view fragment) const {
  anchors_of(document);
  Anchors& anchors = anchors_[document];
  std::call_once(anchors.near_made, [&anchors] {
    const std::size_t count = std::min(anchors.names.size(), kMaxSuggested);
    anchors.near.emplace(std::vector<std::string>(
        anchors.names.begin(), anchors.names.begin() + static_cast<std::ptrdiff_t>(count)));
  });
  const std::optional<NearName> near = anchors.near->nearest(fragment);
  if (!near) {
    const auto end = anchors.by_lower.find(longest_end(anchors.by_lower, to_lower(fragment)));
    if (end == anchors.by_lower.end()) return std::nullopt;
    return Suggestion{anchors.names[end->second], false};
  }
  return Suggestion{anchors.names[near->index],
                    near->sure && anchors.names.size() <= kMaxSuggested};
}

const std::unordered_map<std::string, std::vector<Index>>& AnchorIndex::holders() const {
  std::call_once(holders_made_, [this] {
    const auto enter = [this](const std::string& anchor, Index document) {
      if (!has_words(anchor)) return;
      std::vector<Index>& holders = holders_[to_lower(anchor)];
      if (holders.empty() || holders.back() != document) holders.push_back(document);
    };
    for (Index i = 0; i < documents_.size(); ++i) {
      for (const Section& section : documents_.outline(i).sections) enter(section.anchor, i);
      for (const NamedAnchor& anchor : documents_.outline(i).anchors) enter(anchor.name, i);
    }
  });
  return holders_;
}

Index AnchorIndex::only_one_below(std::string_view prefix, std::string_view fragment) const {
  const auto found = holders().find(to_lower(fragment));
  if (found == holders_.end()) return kNone;
  // Documents are sorted by path, so those below a folder stand together.
  const auto path_of = [this](Index i) { return std::string_view(documents_.outline(i).path); };
  const auto first = std::ranges::lower_bound(found->second, prefix, {}, path_of);
  const auto is_below = [&](auto at) {
    return at != found->second.end() && path_of(*at).starts_with(prefix);
  };
  return is_below(first) && !is_below(first + 1) ? *first : kNone;
}

}  // namespace runbookc
