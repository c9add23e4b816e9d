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

#include "corpus/name_index.h"
#include "model/document.h"

namespace runbookc {

class AnchorIndex {
 public:
  explicit AnchorIndex(const std::vector<Document>& documents);
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
  std::optional<Suggestion> nearest(Index document, std::string_view fragment) const;

 private:
  struct Anchors;
  const Anchors& anchors_of(Index document) const;

  const std::vector<Document>& documents_;
  std::unique_ptr<Anchors[]> anchors_;  // NOLINT(*-avoid-c-arrays): once_flag cannot move
};

}  // namespace runbookc
