#include "schema/schema_fault.h"

#include <fmt/format.h>

#include <utility>

namespace runbookc {

Error schema_fault(std::string_view pointer, Span span, std::string_view problem,
                   std::string help) {
  const std::string place =
      span.valid() ? fmt::format("{}:{}: ", span.start.line, span.start.column) : "";
  return {fmt::format("{}at {}: {}", place, pointer, problem), std::move(help)};
}

Error located_fault(std::string_view path, const Error& fault) {
  const std::string& message = fault.message;
  if (message.starts_with(path)) return fault;
  const bool has_place = !message.empty() && message.front() >= '0' && message.front() <= '9';
  return {fmt::format("{}:{}{}", path, has_place ? "" : " ", message), fault.help};
}

}  // namespace runbookc
