#include "adopt/page_parts.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace runbookc {
namespace {

// Hugo's `_index.md` is a page.
struct PartNames {
  std::string_view dialect;
  std::string_view folder = {};  // besides names that begin with "_"; "" for none
};

constexpr auto kPartNames =
    std::to_array<PartNames>({{"docusaurus"}, {.dialect = "tech-docs", .folder = "partials"}});

}  // namespace

bool is_page_part(const DialectRules& dialect, std::string_view content_path) {
  const auto* const names = std::ranges::find(kPartNames, dialect.name, &PartNames::dialect);
  if (names == kPartNames.end()) return false;
  const auto starts_part = [](std::string_view name) { return name.starts_with('_'); };
  const std::vector<std::string_view> path = split(content_path, '/');
  const bool is_in_folder = !names->folder.empty() && std::find(path.begin(), path.end() - 1,
                                                                names->folder) != path.end() - 1;
  return is_in_folder || std::ranges::any_of(path, starts_part);
}

}  // namespace runbookc
