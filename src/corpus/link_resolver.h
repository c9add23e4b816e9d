// What a link leads to.
//
// Reads links as the dialect says: relative to the document, `/path` from the content root or else
// the project's, Hugo's `ref` also without the slash, and whatever TargetLocator finds there; a
// link without extension may also have been written from the page's own address (`alerts/Foo/`).
// Thread-safe; results do not depend on the order of the questions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/anchor_index.h"
#include "corpus/corpus.h"
#include "corpus/generated_pages.h"
#include "corpus/link_place.h"
#include "corpus/link_suggester.h"
#include "corpus/target_locator.h"

namespace runbookc {

class LinkResolver {
 public:
  // All arguments outlive the resolver. `corpus` has its documents and pages, not yet their links.
  LinkResolver(const Corpus& corpus, const TargetLocator& locator, const LinkSuggester& suggester,
               const AnchorIndex& anchors, const GeneratedPages& generated)
      : corpus_(corpus),
        locator_(locator),
        suggester_(suggester),
        anchors_(anchors),
        generated_(generated) {}

  // Broken links of one page that get a suggestion; one looks at every name that is near.
  static constexpr std::size_t kGuessesPerPage = 1'000;

  // The outcome for `link`, which stands on `page`. Of an asset only `path` is set, not `asset`.
  ResolvedLink resolve(Index page, const Link& link, LinkDetail detail) const;

 private:
  const DialectRules& dialect() const { return *corpus_.config.dialect; }
  std::vector<std::string_view> bases_of(const LinkPlace& place) const;
  bool is_unread(const Link& link) const;
  bool starts_at_project(const LinkPlace& place) const;
  bool is_generated(const LinkPlace& place, std::vector<std::string_view> bases) const;
  std::string address_of(const LinkPlace& place) const;
  bool names_source(const LinkPlace& place) const;
  std::optional<std::string> path_from(const LinkPlace& place, std::string_view base) const;
  ResolvedLink resolve_path_link(const LinkPlace& place) const;
  std::optional<ResolvedLink> resolve_from(const LinkPlace& place, std::string_view base) const;
  std::optional<ResolvedLink> resolve_from_address(const LinkPlace& place) const;
  std::optional<ResolvedLink> resolve_beside(const LinkPlace& place) const;
  std::optional<ResolvedLink> resolve_respelt(const LinkPlace& place, std::string_view base) const;
  ResolvedLink arrive(const LinkPlace& place, Index target) const;
  ResolvedLink arrive_at(const LinkPlace& place, Index target, std::string path) const;
  Index anchor_nearby(const LinkPlace& place, const Page& target) const;
  ResolvedLink missing(const LinkPlace& place) const;

  const Corpus& corpus_;
  const TargetLocator& locator_;
  const LinkSuggester& suggester_;
  const AnchorIndex& anchors_;
  const GeneratedPages& generated_;
};

}  // namespace runbookc
