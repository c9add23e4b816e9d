#include "parse/yaml_scalar.h"

#include <cstdlib>
#include <limits>
#include <optional>
#include <string>

namespace runbookc {
namespace {

bool all_digits(std::string_view text, std::string_view digits) {
  return !text.empty() && text.find_first_not_of(digits) == std::string_view::npos;
}

constexpr std::string_view kDecimal = "0123456789";

std::string_view without_sign(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return text;
}

// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_decimal(std::string_view text) {
  text = without_sign(text);
  const std::size_t exponent = text.find_first_of("eE");
  if (exponent != std::string_view::npos) {
    if (!all_digits(without_sign(text.substr(exponent + 1)), kDecimal)) return false;
    text = text.substr(0, exponent);
  }
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) return all_digits(text, kDecimal);
  const std::string_view whole = text.substr(0, dot);
  const std::string_view fraction = text.substr(dot + 1);
  if (whole.empty()) return all_digits(fraction, kDecimal);
  return all_digits(whole, kDecimal) && (fraction.empty() || all_digits(fraction, kDecimal));
}

double based_number(std::string_view digits, int base) {
  double value = 0;
  for (const char c : digits) {
    const char lower = static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c);
    value = value * base + (lower >= 'a' ? lower - 'a' + 10 : lower - '0');
  }
  return value;
}

std::optional<double> special_number(std::string_view text) {
  if (text == ".nan" || text == ".NaN" || text == ".NAN")
    return std::numeric_limits<double>::quiet_NaN();
  const std::string_view size = without_sign(text);
  if (size != ".inf" && size != ".Inf" && size != ".INF") return std::nullopt;
  const double infinity = std::numeric_limits<double>::infinity();
  return text.starts_with('-') ? -infinity : infinity;
}

// Digits with a point only: strtod reads them the same in every locale that the tool runs in,
// because nothing in it calls setlocale.
std::optional<double> plain_number(std::string_view text) {
  if (text.starts_with("0x") && all_digits(text.substr(2), "0123456789abcdefABCDEF"))
    return based_number(text.substr(2), 16);
  if (text.starts_with("0o") && all_digits(text.substr(2), "01234567"))
    return based_number(text.substr(2), 8);
  if (is_decimal(text)) return std::strtod(std::string(text).c_str(), nullptr);
  return special_number(text);
}

}  // namespace

Value resolve_plain_scalar(std::string_view text) {
  Value value;
  value.text = text;
  if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
    return value;
  const bool yes = text == "true" || text == "True" || text == "TRUE";
  if (yes || text == "false" || text == "False" || text == "FALSE") {
    value.kind = Value::Kind::boolean;
    value.boolean = yes;
  } else if (const auto number = plain_number(text)) {
    value.kind = Value::Kind::number;
    value.number = *number;
  } else {
    value.kind = Value::Kind::string;
  }
  return value;
}

}  // namespace runbookc
