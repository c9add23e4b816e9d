// The code spans of a Markdown text, before anything else in it is read.
#pragma once

#include <cstddef>
#include <map>
#include <string_view>

namespace runbookc {

// Reads forward. Linear over all calls.
class CodeSpanReader {
 public:
  explicit CodeSpanReader(std::string_view text) : text_(text) {}

  // `at` is a backtick, and the first of its run. Behind the code span that begins there; behind
  // the run if none does: it is escaped, or the block ends without one that closes it.
  std::size_t end(std::size_t at);

 private:
  std::size_t run_size(std::size_t at) const;
  void enter_block(std::size_t at);

  std::string_view text_;
  std::size_t block_end_ = 0;
  std::map<std::size_t, std::size_t> last_runs_;  // of the block: where the last of a size begins
};

}  // namespace runbookc
