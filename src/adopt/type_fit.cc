#include "adopt/type_fit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kLeastSections = 3;
// Of ten required sections, seven: three of four, five of six.
constexpr std::size_t kLeastTenths = 7;
constexpr std::size_t kLeastLinks = 3;

TypeFit fit(const Document& document, const DocumentType& type, const ContractNames& names) {
  TypeFit result{.type = type.name, .missing = {}, .evidence = ""};
  for (const ContractMatch& match : match_contracts(document, type, names)) {
    if (match.within != kNone || !match.contract->required) continue;
    ++result.required;
    if (match.section == kNone) {
      result.missing.push_back(match.contract->title);
      continue;
    }
    ++result.found;
    const std::string title = comparable_title(document.sections[match.section].title);
    result.exact += title == comparable_title(match.contract->title) ? 1 : 0;
  }
  result.evidence = fmt::format("{} of its {} sections", result.found, result.required);
  return result;
}

bool is_better(const TypeFit& a, const TypeFit& b) {
  const std::size_t left = a.found * b.required;
  const std::size_t right = b.found * a.required;
  if (left != right) return left > right;
  return a.exact != b.exact ? a.exact > b.exact : a.found > b.found;
}

bool says_index(const Document& document) {
  const std::string name = lower_ascii(file_name(document.path));
  const Index title = title_section(document);
  const std::string heading = title == kNone ? "" : lower_ascii(document.sections[title].title);
  const bool by_name = name.starts_with("readme.") || name.starts_with("index.") ||
                       name.starts_with("_index.") || name.find("index.") != std::string::npos;
  return by_name || heading.ends_with("index") || heading.ends_with("runbooks");
}

// Documents of the folder that it links, each once.
std::set<std::string_view> linked_neighbours(const Document& document) {
  std::set<std::string_view> names;
  for (const Link& link : document.links) {
    std::string_view target = link.target;
    target = target.substr(0, target.find('#'));
    if (target.starts_with("./")) target.remove_prefix(2);
    const bool is_near = target.ends_with(".md") && target.find(':') == std::string_view::npos &&
                         !target.starts_with("..") && !target.starts_with('/');
    if (is_near) names.insert(target);
  }
  return names;
}

// What is called an index and links what lies beside it, is one, whatever its sections.
TypeFit index_fit(const Document& document, std::span<const DocumentType> types) {
  const auto index = std::ranges::find(types, true, &DocumentType::links_folder);
  if (index == types.end() || !says_index(document)) return {};
  const std::size_t linked = linked_neighbours(document).size();
  if (linked < kLeastLinks) return {};
  return {.type = index->name,
          .missing = {},
          .evidence = fmt::format("its name, and links to {} documents beside it", linked)};
}

}  // namespace

std::vector<TypeFit> fit_types(const Document& document, std::span<const DocumentType> types,
                               const ContractNames& names) {
  std::vector<TypeFit> fits;
  for (const DocumentType& type : types) {
    if (type.links_folder || type.placeholders_meant) continue;
    TypeFit result = fit(document, type, names);
    if (result.found > 0) fits.push_back(std::move(result));
  }
  std::ranges::stable_sort(fits, is_better);
  return fits;
}

TypeFit certain_type(const Document& document, std::span<const DocumentType> types,
                     const ContractNames& names) {
  if (TypeFit index = index_fit(document, types); !index.type.empty()) return index;
  const std::vector<TypeFit> fits = fit_types(document, types, names);
  const bool fits_well = !fits.empty() && fits[0].found >= kLeastSections &&
                         fits[0].found * 10 >= fits[0].required * kLeastTenths;
  const bool is_alone = fits.size() < 2 || is_better(fits[0], fits[1]);
  return fits_well && is_alone ? fits[0] : TypeFit{};
}

}  // namespace runbookc
