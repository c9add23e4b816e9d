#include "adopt/section_convention.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "base/path.h"
#include "base/slug.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kLeastDocuments = 5;
constexpr std::size_t kLeastSections = 2;
constexpr std::size_t kMostHeadings = 60;  // of one document that count

struct Title {
  std::string spelling;
  std::size_t documents = 0;
  std::size_t places = 0;  // the sum of its places, for the order
};

using Titles = std::map<std::string, Title>;

bool is_index(std::string_view path) {
  constexpr std::array<std::string_view, 3> kNames = {"readme.md", "index.md", "_index.md"};
  return std::ranges::find(kNames, lower_ascii(file_name(path))) != kNames.end();
}

void count(const Document& document, Titles& titles) {
  std::set<std::string> seen;
  for (const Section& section : document.sections) {
    if (section.nested || section.level != 2 || seen.size() >= kMostHeadings) continue;
    const std::string name = comparable_title(section.title);
    if (name.empty() || !seen.insert(name).second) continue;
    Title& title = titles[name];
    if (title.documents++ == 0) title.spelling = section.title;
    title.places += seen.size();
  }
}

std::vector<SharedSection> shared(const Titles& titles, std::size_t documents) {
  std::vector<Title> most;
  for (const auto& [name, title] : titles) {
    if (title.documents * 3 >= documents * 2) most.push_back(title);
  }
  std::ranges::stable_sort(most, [](const Title& a, const Title& b) {
    return a.places * b.documents < b.places * a.documents;
  });
  std::vector<SharedSection> sections;
  for (const Title& title : most) sections.push_back({title.spelling, title.documents});
  return sections;
}

// A name that no type has yet; "" if the folder gives none.
std::string type_name(const Corpus& corpus, std::string_view folder) {
  std::string name = github_slug(file_name(folder));
  const bool plain = !name.empty() && name.front() != '_' && std::ranges::all_of(name, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  const bool taken =
      std::ranges::find(corpus.types, name, &DocumentType::name) != corpus.types.end();
  return plain && !taken ? name : "";
}

bool is_plain(std::string_view folder) {
  return !folder.empty() && folder.find_first_of("*?[]{}!\\") == std::string_view::npos;
}

}  // namespace

std::vector<SectionConvention> find_section_conventions(
    const Corpus& corpus, const std::vector<DocumentAdoption>& documents) {
  std::map<std::string, std::vector<const Document*>> folders;
  for (const DocumentAdoption& adoption : documents) {
    const Document& document = corpus.document_of(corpus.pages[adoption.page]);
    if (!adoption.type.empty() || is_index(document.content_path)) continue;
    folders[std::string(parent_path(document.content_path))].push_back(&document);
  }
  std::vector<SectionConvention> conventions;
  std::set<std::string> names;
  for (const auto& [folder, members] : folders) {
    if (members.size() < kLeastDocuments || !is_plain(folder)) continue;
    Titles titles;
    for (const Document* document : members) count(*document, titles);
    std::vector<SharedSection> sections = shared(titles, members.size());
    std::string name = type_name(corpus, folder);
    if (sections.size() < kLeastSections || name.empty() || !names.insert(name).second) continue;
    conventions.push_back({std::move(name), folder, members.size(), std::move(sections)});
  }
  return conventions;
}

std::string drafted_schema(const SectionConvention& convention) {
  using Json = nlohmann::ordered_json;
  Json sections = Json::array();
  for (const SharedSection& section : convention.sections) {
    const bool required = section.documents * 10 >= convention.documents * 9;
    Json entry = {{"title", section.title}};
    if (!required) entry["required"] = false;
    sections.push_back(std::move(entry));
  }
  const Json schema = {
      {"$schema", "http://json-schema.org/draft-07/schema#"},
      {"title", convention.type},
      {"description",
       fmt::format("Drafted by `runbookc adopt` from the sections that most of {} in {} share",
                   count_of(convention.documents, "document"), convention.folder)},
      {"allOf", Json::array({{{"$ref", "_common.json#/definitions/front_matter"}}})},
      {"x-sections", std::move(sections)}};
  return schema.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace runbookc
