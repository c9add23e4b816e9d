#include "schema/schema_fault.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace runbookc {

Error schema_fault(std::string_view pointer, Span span, std::string_view problem,
                   std::string help) {
  return {fmt::format("at {}: {}", pointer, problem), std::move(help),
          FilePlace{"", std::max(span.start.line, 1U), std::max(span.start.column, 1U)}};
}

Error located_fault(std::string_view path, Error fault) {
  if (!fault.place) fault.place = FilePlace{};
  if (fault.place->path.empty()) fault.place->path = path;
  return fault;
}

}  // namespace runbookc
