#include "parse/code_span_reader.h"

#include <algorithm>

#include "parse/markdown_link_syntax.h"
#include "parse/prose_lines.h"

namespace runbookc {

std::size_t CodeSpanReader::run_size(std::size_t at) const {
  return std::min(text_.find_first_not_of('`', at), text_.size()) - at;
}

// A run behind the last one of its size closes nothing.
void CodeSpanReader::enter_block(std::size_t at) {
  block_end_ = block_end(text_, at);
  last_runs_.clear();
  while (at < block_end_) {
    const std::size_t size = run_size(at);
    last_runs_[size] = at;
    at = text_.find('`', at + size);
  }
}

std::size_t CodeSpanReader::end(std::size_t at) {
  if (at >= block_end_) enter_block(at);
  if (is_escaped(text_, at)) return at + 1;
  const std::size_t size = run_size(at);
  const auto last = last_runs_.find(size);
  if (last == last_runs_.end() || last->second <= at) return at + size;
  std::size_t close = text_.find('`', at + size);
  while (run_size(close) != size) close = text_.find('`', close + run_size(close));
  return close + size;
}

}  // namespace runbookc
