// The `format` keyword of draft-07 (validation section 7.3).
#pragma once

#include <cstdint>
#include <string_view>

namespace runbookc {

enum class Format : std::uint8_t {
  none,  // absent, or one that is not checked
  date,
  date_time,
  time,
  email,
  uri,
  uri_reference,
  regex,
  ipv4,
  ipv6,
  hostname,
  json_pointer,
};

Format parse_format(std::string_view name);
// For messages: "a date (YYYY-MM-DD)".
std::string_view format_title(Format format);
bool has_format(std::string_view text, Format format);

}  // namespace runbookc
