// What a diff says about the files of a corpus, in the terms in which findings refer to them.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "git/change_set.h"
#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

// Lines, first and last, 1-based.
struct ChangedLines {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const ChangedLines&, const ChangedLines&) = default;
};

// What changed in one file that still exists.
struct FileFacts {
  bool whole = false;         // new: everything in it is
  bool renamed = false;       // it had another path
  bool front_matter = false;  // a line of it
  bool directives = false;    // a line that is or was a suppression
  bool structure = false;     // a line that is or was a heading, a fence or a comment's edge
  // Ascending. Where lines were only deleted, the two around them count.
  std::vector<ChangedLines> lines;
  std::set<std::string, std::less<>> removed_words;   // of removed lines, in lower case
  std::set<std::string, std::less<>> removed_fields;  // the same, of lines of the front matter
  std::vector<std::string> removed_anchors;  // letters of removed lines that may have held one
  bool any_anchor_removed = false;           // one whose name is not in the removed lines

  bool touches(ChangedLines range) const;
  // Whether a removed line may have held the anchor: a heading of these letters, or a name in HTML.
  bool removed_anchor(std::string_view anchor) const;
};

// The words of `lines`, in lower case, without endings as of file names.
std::set<std::string, std::less<>> words_of_lines(std::span<const std::string> lines);

// Whether the last word of `text` is among words as FileFacts has them.
bool holds_last_word(const std::set<std::string, std::less<>>& words, std::string_view text);

// `source` and `document` are those of the file as it is now; null for what is no document.
FileFacts facts_of(const FileChange& change, const SourceFile* source, const Document* document);

}  // namespace runbookc
