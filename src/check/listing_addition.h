// A further row of the table, or item of the list, in which an index lists its documents.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "check/folder_listing.h"
#include "diag/diagnostic.h"

namespace runbookc {

// `[title](path)`, as this page would link to `target`.
std::string markdown_link(const PageContext& context, const Page& target);

// Puts entries behind the last one of the table or list that holds most documents of the same
// folder.
class ListingAddition {
 public:
  ListingAddition(const PageContext& context, const FolderListing& listing);
  // Nothing if the page has no entry to go by, or a tool writes the list.
  std::optional<Edit> add(const Page& target) const;
  // Whether the list or table that `target` belongs in stands before a comment that ends a
  // generated part (`<!-- END … -->`).
  bool is_generated_for(const Page& target) const;

 private:
  using Counts = std::map<Index, std::size_t>;  // of entries, by container

  // How a container goes on.
  struct End {
    std::uint32_t line = 0;               // behind which
    std::string prefix;                   // what the new line begins with
    std::vector<std::string> names = {};  // of a table's columns
    std::size_t link_column = 0;
    bool generated = false;
  };
  Index container_for(const Page& target) const;  // kNone: there is no entry to go by
  End end_of_table(Index table) const;
  End end_of_list(Index list) const;
  std::string row_of(const End& end, const Page& target) const;

  const PageContext& context_;
  std::map<std::string, Counts, std::less<>> by_folder_;  // of the documents that are listed
  Counts all_;
  std::map<Index, End> ends_;
};

}  // namespace runbookc
