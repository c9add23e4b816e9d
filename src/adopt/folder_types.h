// Types of whole folders, for a project file: one line instead of one in each document.
#pragma once

#include <string>
#include <vector>

#include "adopt/adoption.h"
#include "corpus/corpus.h"

namespace runbookc {

struct FolderType {
  std::string glob;  // relative to the content root: "alerts/**"
  std::string type;
  std::size_t fitting = 0;  // documents that fit it
  std::size_t documents = 0;
};

// Where the documents of a folder agree: in the order in which the first match wins, exceptions
// before their folder. Indexes (README.md and the like) do not vote.
std::vector<FolderType> find_folder_types(const Corpus& corpus,
                                          const std::vector<DocumentAdoption>& documents);

// Globs by which indexes stay pages, to stand before those of the folders that they are in.
std::vector<FolderType> find_index_pages(const Corpus& corpus,
                                         const std::vector<DocumentAdoption>& documents);

}  // namespace runbookc
