// Whether a cell of an index says the same as a runbook's own front matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/corpus.h"

namespace runbookc {

enum class IndexField : std::uint8_t { time, approval, audience, severity };

// The field that a column of this name (in comparable_title's form) repeats.
std::optional<IndexField> field_of_column(std::string_view name);
std::string_view key_of(IndexField field);  // "estimated_time"

// The field as a cell would say it: "none", "P1, P2". Nothing if the page does not have it.
std::optional<std::string> field_text(const Corpus& corpus, const Page& page, IndexField field);

// Lenient: case, dashes, the way that a list is joined, remarks in brackets, owners by id or name,
// minutes or hours do not count. With `part`, a cell may name some of the severities only. True if
// the page does not have the field, or the cell is in words that cannot be compared.
bool agrees(const Corpus& corpus, const Page& page, IndexField field, std::string_view cell,
            bool part);

}  // namespace runbookc
