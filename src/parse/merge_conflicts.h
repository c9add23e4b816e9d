// The marks that git leaves where it could not merge (git-merge, "How conflicts are presented").
#pragma once

#include <span>
#include <vector>

#include "model/block.h"
#include "model/document.h"
#include "source/source_file.h"

namespace runbookc {

// One for each conflict, at its first mark, and for a mark `<<<<<<< name` or `>>>>>>> name` that
// has lost the others; in source order; the last of very many counts the rest. What stands whole
// within a block of text or of diffs is an example, and none, unless a conflict before it makes it
// uncertain what is a block. Linear in the file. `code` is in source order.
std::vector<Problem> find_merge_conflicts(const SourceFile& file, std::span<const CodeBlock> code);

}  // namespace runbookc
