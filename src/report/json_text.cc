#include "report/json_text.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "base/unicode.h"
#include "report/safe_text.h"

namespace runbookc {
namespace {

bool is_plain(char c) { return static_cast<unsigned char>(c) < 0x7f && c != '#'; }

// The first code point of `rest`, which lies within a string: nothing else holds such characters.
// All that printable() escapes has four hexadecimal digits at most.
std::string escaped(std::string_view rest, std::size_t size) {
  if (starts_runner_command(rest)) return "\\u0023";
  const std::string_view bytes = rest.substr(0, size);
  if (printable(bytes) == bytes) return std::string(bytes);
  return fmt::format("\\u{:04x}", static_cast<unsigned>(decode_utf8(bytes).value));
}

}  // namespace

std::string json_text(const nlohmann::ordered_json& json) {
  const std::string dumped =
      json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
  std::string out;
  out.reserve(dumped.size());
  std::string_view rest = dumped;
  while (!rest.empty()) {
    const std::size_t size = is_plain(rest[0]) ? 1 : decode_utf8(rest).size;
    if (is_plain(rest[0])) {
      out += rest[0];
    } else {
      out += escaped(rest, size);
    }
    rest.remove_prefix(size);
  }
  return out;
}

}  // namespace runbookc
