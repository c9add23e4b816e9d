// What somebody typed, read: filters, and the tokens of the rest.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/analysis.h"

namespace runbookc {

// Sorted.
inline constexpr auto kFilterNames = std::to_array<std::string_view>(
    {"kind", "owner", "risk", "service", "severity", "status", "tag", "type"});

struct Query {
  // Values by filter name, in lower case. Of one name any will do, of several names all must.
  std::map<std::string, std::set<std::string>, std::less<>> filters;
  std::vector<Token> tokens;
  // The last word may go on: neither a space nor a filter stands behind it.
  bool open_end = false;

  bool has(std::string_view filter) const { return filters.contains(filter); }
};

// The words of a query, as white space divides them.
std::vector<std::string_view> query_words(std::string_view text);

// A word of the form `name:value`; neither is empty.
struct NamedValue {
  std::string_view name;
  std::string_view value;
};
std::optional<NamedValue> named_value(std::string_view word);
bool is_filter(const NamedValue& word);

Query parse_query(std::string_view text, Analyzer& analyzer);

}  // namespace runbookc
