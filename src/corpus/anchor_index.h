// The places in each page that `#name` can lead to.
//
// Thread-safe. Views point into the documents, which outlive it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "corpus/document_list.h"
#include "corpus/name_index.h"

namespace runbookc {

class AnchorIndex {
 public:
  explicit AnchorIndex(const DocumentList& documents);
  ~AnchorIndex();
  AnchorIndex(const AnchorIndex&) = delete;
  AnchorIndex& operator=(const AnchorIndex&) = delete;

  // The anchor of `document` that `fragment` (decoded, not empty) leads to, as it stands there: ""
  // for the top of the page, nothing if there is none. GitHub's `user-content-` prefix does not
  // count. Case counts only where two anchors differ in nothing else: links leave us with the
  // target's own spelling, so a reader arrives.
  std::optional<std::string_view> find(Index document, std::string_view fragment) const;

  struct Suggestion {
    std::string_view anchor;
    bool sure = false;
  };
  // An anchor with nearly the name; else one that the fragment ends with, of two words or more:
  // `transit-gateway` for `what-we-decided-transit-gateway`.
  std::optional<Suggestion> nearest(Index document, std::string_view fragment) const;

  // The only document whose path begins with `prefix` that has the anchor, as find knows it, or
  // kNone. For a fragment of two words or more: "overview" is everywhere.
  Index only_one_below(std::string_view prefix, std::string_view fragment) const;

 private:
  struct Anchors;
  const std::vector<std::string_view>& names_of(Index document) const;
  const Anchors& anchors_of(Index document) const;
  const std::unordered_map<std::string, std::vector<Index>>& holders() const;

  const DocumentList& documents_;
  std::unique_ptr<Anchors[]> anchors_;  // NOLINT(*-avoid-c-arrays): once_flag cannot move
  mutable std::once_flag holders_made_;
  // Documents, ascending, by the anchors in lower case that they have; made when first asked for.
  mutable std::unordered_map<std::string, std::vector<Index>> holders_;
};

}  // namespace runbookc
