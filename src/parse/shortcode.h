// What stands between the marks of one of Hugo's shortcodes.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace runbookc {

struct ShortcodeArgument {
  std::string_view name;  // "" for one by position
  std::string_view value;
  bool quoted = false;
};

struct Shortcode {
  bool closing = false;  // `/name`
  std::string_view name;
  std::vector<ShortcodeArgument> arguments;  // at most kMostArguments

  static constexpr std::size_t kMostArguments = 16;
};

// Views point into `inner`.
Shortcode read_shortcode(std::string_view inner);

// The value of the argument `name`, else of the one at `position` among those without a name; "" if
// there is none.
std::string_view argument_of(const Shortcode& shortcode, std::string_view name,
                             std::size_t position);

// `ref` and `relref`, which stand for the address of a page.
bool is_reference(const Shortcode& shortcode);

}  // namespace runbookc
