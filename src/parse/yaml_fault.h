// What is wrong in a YAML text, said for a person who has never read the specification.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "parse/yaml_events.h"
#include "parse/yaml_gap.h"

namespace runbookc {

struct YamlFault {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::string message;
  std::string help;
};

// A fault from `at` to the end of its line.
YamlFault fault_to_line_end(std::string_view text, std::size_t at, std::string message,
                            std::string help);

// The fault of a node that starts at `at` with what may not start one: an anchor, `@`, `? `, …
std::optional<YamlFault> refused_start(std::string_view text, std::size_t at);

// A `[` or `{` at `at` without its end.
YamlFault unclosed_flow(std::string_view text, std::size_t at);

// A quote at `at` without its end.
YamlFault unclosed_quote(std::string_view text, std::size_t at);

// A `:` at `at` with text right after it; `form` is how it is written.
YamlFault tight_colon(std::size_t at, const std::string& form);

inline constexpr std::size_t kLongestYamlKey = 1024;  // YAML 1.2, 7.4.2

// A key at [begin, end) that is longer, or goes over lines.
YamlFault sprawling_key(std::size_t begin, std::size_t end);

// Where reading stood when it could not go on.
struct YamlPlace {
  std::vector<std::size_t> keys;      // the columns of the open block maps
  std::vector<std::size_t> dashes;    // and lists
  std::optional<std::size_t> flow;    // where the innermost collection starts, if `[` or `{`
  std::optional<std::size_t> scalar;  // where the scalar before starts
};

// The fault of the token where libyaml stopped, if it can stand nowhere.
std::optional<YamlFault> token_fault(std::string_view text, const YamlStop& stop);

// Says what is wrong with the text after `gap`, where nothing more could be read.
YamlFault explain_rest(std::string_view text, YamlGap gap, const YamlPlace& place);

}  // namespace runbookc
