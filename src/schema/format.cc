#include "schema/format.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "schema/pattern.h"
#include "schema/uri.h"

namespace runbookc {
namespace {

bool is_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The value of text[at, at + size), if it is that many digits.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t size) {
  if (text.size() < at + size) return std::nullopt;
  const std::string_view part = text.substr(at, size);
  int value = 0;
  if (!std::ranges::all_of(part, is_digit)) return std::nullopt;
  std::from_chars(part.data(), part.data() + part.size(), value);
  return value;
}

bool is_date(std::string_view text) {
  const std::optional<int> year = digits(text, 0, 4);
  const std::optional<int> month = digits(text, 5, 2);
  const std::optional<int> day = digits(text, 8, 2);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !year || !month || !day) {
    return false;
  }
  return std::chrono::year_month_day(std::chrono::year(*year),
                                     std::chrono::month(static_cast<unsigned>(*month)),
                                     std::chrono::day(static_cast<unsigned>(*day)))
      .ok();
}

// RFC 3339 time-offset, in minutes.
std::optional<int> offset_minutes(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const std::optional<int> hour = digits(text, 1, 2);
  const std::optional<int> minute = digits(text, 4, 2);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return (*hour * 60 + *minute) * (text[0] == '-' ? -1 : 1);
}

// RFC 3339 full-time. A leap second is the last one of a day in UTC.
bool is_time(std::string_view text) {
  const std::optional<int> hour = digits(text, 0, 2);
  const std::optional<int> minute = digits(text, 3, 2);
  const std::optional<int> second = digits(text, 6, 2);
  if (!hour || !minute || !second || text[2] != ':' || text[5] != ':') return false;
  if (*hour > 23 || *minute > 59 || *second > 60) return false;
  std::string_view rest = text.substr(8);
  if (rest.starts_with('.')) {
    const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    if (end == 1) return false;
    rest.remove_prefix(end);
  }
  const std::optional<int> offset = offset_minutes(rest);
  if (!offset) return false;
  constexpr int kDay = 24 * 60;
  return *second < 60 || (*hour * 60 + *minute - *offset + kDay) % kDay == kDay - 1;
}

bool is_date_time(std::string_view text) {
  return text.size() > 11 && (text[10] == 'T' || text[10] == 't') && is_date(text.substr(0, 10)) &&
         is_time(text.substr(11));
}

bool is_hostname(std::string_view text) {
  if (text.empty() || text.size() > 253) return false;
  return std::ranges::all_of(split(text, '.'), [](std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) { return is_alnum(c) || c == '-'; });
  });
}

bool is_ipv4(std::string_view text) {
  const std::vector<std::string_view> parts = split(text, '.');
  return parts.size() == 4 && std::ranges::all_of(parts, [](std::string_view part) {
           const std::optional<int> value = digits(part, 0, part.size());
           return !part.empty() && part.size() <= 3 && value && *value < 256 &&
                  (part.size() == 1 || part.front() != '0');
         });
}

// The number of 16-bit groups in one side of an IPv6 address, or nothing.
std::optional<int> ipv6_groups(std::string_view text, bool ends_address) {
  if (text.empty()) return 0;
  int groups = 0;
  const std::vector<std::string_view> parts = split(text, ':');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (ends_address && i + 1 == parts.size() && is_ipv4(parts[i])) {
      groups += 2;
      continue;
    }
    const bool hex = std::ranges::all_of(parts[i], [](char c) {
      return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
    if (parts[i].empty() || parts[i].size() > 4 || !hex) return std::nullopt;
    ++groups;
  }
  return groups;
}

bool is_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) return ipv6_groups(text, true) == 8;
  const std::optional<int> before = ipv6_groups(text.substr(0, gap), false);
  const std::optional<int> after = ipv6_groups(text.substr(gap + 2), true);
  return before && after && *before + *after < 8;
}

bool is_email(std::string_view text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string_view::npos || at == 0) return false;
  const std::string_view local = text.substr(0, at);
  const std::string_view domain = text.substr(at + 1);
  const bool quoted = local.size() > 2 && local.front() == '"' && local.back() == '"';
  const bool plain = std::ranges::all_of(split(local, '.'), [](std::string_view atom) {
    return !atom.empty() && std::ranges::all_of(atom, [](char c) {
      return is_alnum(c) ||
             std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
    });
  });
  if (!quoted && !plain) return false;
  if (!domain.starts_with('[') || !domain.ends_with(']')) return is_hostname(domain);
  const std::string_view literal = domain.substr(1, domain.size() - 2);
  return literal.starts_with("IPv6:") ? is_ipv6(literal.substr(5)) : is_ipv4(literal);
}

bool is_uri_reference(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      const auto hex = [](char h) {
        return is_digit(h) || (h >= 'a' && h <= 'f') || (h >= 'A' && h <= 'F');
      };
      if (i + 2 >= text.size() || !hex(text[i + 1]) || !hex(text[i + 2])) return false;
    } else if (!is_alnum(c) &&
               std::string_view("-._~:/?#[]@!$&'()*+,;=").find(c) == std::string_view::npos) {
      return false;
    }
  }
  return std::ranges::count(text, '#') <= 1;
}

bool is_uri(std::string_view text) {
  const std::size_t colon = text.find_first_of(":/?#");
  return is_uri_reference(text) && colon != std::string_view::npos && colon != 0 &&
         text[colon] == ':' && !is_digit(text.front()) &&
         std::ranges::all_of(text.substr(0, colon), [](char c) {
           return is_alnum(c) || c == '+' || c == '-' || c == '.';
         });
}

bool is_json_pointer(std::string_view text) {
  if (!text.empty() && text.front() != '/') return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '~' && (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1'))) {
      return false;
    }
  }
  return true;
}

bool is_regex(std::string_view text) { return ecma_to_re2(text).ok(); }

struct FormatInfo {
  Format format;
  std::string_view name;
  std::string_view title;
  bool (*test)(std::string_view);
};
constexpr std::array kFormats = std::to_array<FormatInfo>(
    {{Format::date, "date", "a date (YYYY-MM-DD)", is_date},
     {Format::date_time, "date-time", "a date and time (2026-09-01T12:00:00Z)", is_date_time},
     {Format::time, "time", "a time with its zone (12:00:00Z)", is_time},
     {Format::email, "email", "an e-mail address", is_email},
     {Format::uri, "uri", "an absolute URL", is_uri},
     {Format::uri_reference, "uri-reference", "a URL", is_uri_reference},
     {Format::regex, "regex", "a regular expression", is_regex},
     {Format::ipv4, "ipv4", "an IPv4 address", is_ipv4},
     {Format::ipv6, "ipv6", "an IPv6 address", is_ipv6},
     {Format::hostname, "hostname", "a host name", is_hostname},
     {Format::json_pointer, "json-pointer", "a JSON pointer", is_json_pointer}});

}  // namespace

Format parse_format(std::string_view name) {
  const auto* const found = std::ranges::find(kFormats, name, &FormatInfo::name);
  return found == kFormats.end() ? Format::none : found->format;
}

std::string_view format_title(Format format) {
  const auto* const found = std::ranges::find(kFormats, format, &FormatInfo::format);
  return found == kFormats.end() ? std::string_view() : found->title;
}

bool has_format(std::string_view text, Format format) {
  const auto* const found = std::ranges::find(kFormats, format, &FormatInfo::format);
  return found == kFormats.end() || found->test(text);
}

}  // namespace runbookc
