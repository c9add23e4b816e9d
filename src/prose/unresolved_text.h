// Text that a writer meant to fill in: `[PHONE]`, `+1-XXX-XXX-XXXX`.
#pragma once

#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

// Whether it is worth looking: false for most text, and fast.
bool may_be_unresolved(std::string_view text);

// The places in `markdown` (one block's source, or a plain value), in order. Code spans, escaped
// brackets and `[text](…)` are left out; whether a place is a link is for the caller to judge.
// Linear in the text.
//
// The list is conservative: a name in brackets counts if it is all capitals and holds a word for a
// fact about people or the document (PHONE, URL, YOUR, …). `[CLUSTER]` is a parameter that a reader
// fills in, `[WARN]` is a log level, `[x]` a task.
std::vector<ByteRange> find_unresolved(std::string_view markdown);

// The same in a line of plain text such as code, of telephone numbers alone: brackets mean
// something else there.
std::vector<ByteRange> find_masked_phones(std::string_view text);

}  // namespace runbookc
