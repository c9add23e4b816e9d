// What the commands of a document make themselves, by its name.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_hash.h"
#include "model/document.h"

namespace runbookc {

// To delete such a thing is to clear up, and loses nothing that was there before. Linear in the
// commands' text.
class MadeThings {
 public:
  explicit MadeThings(const Document& document);

  // Whether `command` deletes what an earlier one of the document, or another one of its block,
  // creates under the same name: `docker-machine create x … docker-machine rm x`.
  bool is_made(const Command& command) const;

  // Whether all that `command` does is to `rm` single files that earlier commands write: `cp a b …
  // rm b`.
  bool is_written(const Command& command) const;

 private:
  // The indexes of the commands that make a name: the first, and the first of each block.
  using Names = StringMap<std::vector<std::size_t>>;

  std::size_t index_of(const Command& command) const;
  bool is_there(const Names& names, std::string_view name, const Command& command) const;
  void add(Names& names, std::string_view name, std::size_t index) const;

  const Document& document_;
  Names created_;
  Names written_;
};

}  // namespace runbookc
