#include "adopt/folder_types.h"

#include <algorithm>
#include <array>
#include <map>
#include <ranges>
#include <set>
#include <string_view>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kLeastFitting = 3;

constexpr std::array<std::string_view, 3> kIndexNames = {"README.md", "index.md", "_index.md"};

bool is_index(std::string_view path) {
  return std::ranges::any_of(kIndexNames, [&](std::string_view name) {
    return equals_ignoring_case(file_name(path), name);
  });
}

struct Votes {
  std::map<std::string, std::size_t> by_type;
  std::size_t documents = 0;
};

// The type of at least three documents in four, none of which is another; "" if there is none.
std::string verdict(const Votes& votes) {
  if (votes.by_type.size() != 1) return "";
  const auto& [type, count] = *votes.by_type.begin();
  return count >= kLeastFitting && count * 4 >= votes.documents * 3 ? type : "";
}

// Glob characters in a folder's name would mean something else.
bool is_plain(std::string_view folder) {
  return folder.find_first_of("*?[]{}!\\") == std::string_view::npos;
}

using TypeCounts = std::map<std::string, std::map<std::string, std::size_t>>;

class FolderVotes {
 public:
  FolderVotes(const Corpus& corpus, const std::vector<DocumentAdoption>& documents) {
    for (const DocumentAdoption& adoption : documents) {
      const Document& document = corpus.document_of(corpus.pages[adoption.page]);
      const std::string_view path = document.content_path;
      if (is_index(path)) {
        index_names_.emplace(file_name(path));
        continue;
      }
      Votes& own = own_[std::string(parent_path(path))];
      ++own.documents;
      if (!adoption.type.empty()) ++own.by_type[adoption.type];
    }
  }

  std::vector<FolderType> run() {
    std::vector<FolderType> types;
    const std::map<std::string, std::string> agreeing = tops();
    for (const auto& [top, type] : std::views::reverse(agreeing)) {  // what lies deeper first
      append(types, exceptions(top));
      types.push_back(folder_type(top, type));
    }
    return types;
  }

  std::vector<FolderType> indexes() const {
    std::vector<FolderType> types;
    for (const std::string& name : index_names_) types.push_back({"**/" + name, "page", 0, 0});
    return types;
  }

 private:
  static void append(std::vector<FolderType>& types, std::vector<FolderType> more) {
    std::ranges::move(more, std::back_inserter(types));
  }

  static std::string glob_of(const std::string& folder) {
    return folder.empty() ? "**" : folder + "/**";
  }

  // The folders that agree, each as far up as all that agree below agree with it.
  std::map<std::string, std::string> tops() const {
    std::map<std::string, std::string> agreed;
    for (const auto& [folder, votes] : own_) {
      const std::string type = verdict(votes);
      if (!type.empty() && is_plain(folder)) agreed.emplace(folder, type);
    }
    const TypeCounts counts = count_below(agreed);
    std::map<std::string, std::string> raised;
    for (const auto& [folder, type] : agreed) raised.emplace(raise(counts, folder, type), type);
    return raised;
  }

  // Of each folder, how many that agree on which type lie in it.
  static TypeCounts count_below(const std::map<std::string, std::string>& agreed) {
    TypeCounts counts;
    for (const auto& [name, type] : agreed) {
      std::string_view folder = name;
      ++counts[name][type];
      while (!folder.empty()) {
        folder = parent_path(folder);
        ++counts[std::string(folder)][type];
      }
    }
    return counts;
  }

  // To the folder above while what agrees within it is at least two folders of one type.
  static std::string raise(const TypeCounts& counts, const std::string& folder,
                           const std::string& type) {
    std::string top = folder;
    while (!top.empty()) {
      const std::string above(parent_path(top));
      const auto& types = counts.at(above);
      if (above.empty() || types.size() > 1 || types.at(type) < 2) break;
      top = above;
    }
    return top;
  }

  // The folders below `top`, itself left out: '0' comes after '/'.
  auto below(const std::string& top) const {
    const auto begin = top.empty() ? own_.upper_bound("") : own_.lower_bound(top + "/");
    return std::ranges::subrange(begin, top.empty() ? own_.end() : own_.lower_bound(top + "0"));
  }

  // Folders within `top` of whose documents none fits: they hold something else.
  std::vector<FolderType> exceptions(const std::string& top) const {
    std::vector<FolderType> types;
    for (const auto& [folder, votes] : below(top)) {
      if (votes.by_type.empty() && is_plain(folder)) {
        types.push_back({glob_of(folder), "page", 0, votes.documents});
      }
    }
    return types;
  }

  FolderType folder_type(const std::string& top, const std::string& type) const {
    FolderType result{.glob = glob_of(top), .type = type};
    if (const auto own = own_.find(top); own != own_.end()) add(own->second, result);
    for (const auto& [folder, votes] : below(top)) add(votes, result);
    return result;
  }

  static void add(const Votes& votes, FolderType& result) {
    if (votes.by_type.empty()) return;
    result.documents += votes.documents;
    const auto count = votes.by_type.find(result.type);
    if (count != votes.by_type.end()) result.fitting += count->second;
  }

  std::map<std::string, Votes> own_;  // by folder, of its own documents
  std::set<std::string> index_names_;
};

}  // namespace

std::vector<FolderType> find_folder_types(const Corpus& corpus,
                                          const std::vector<DocumentAdoption>& documents) {
  return FolderVotes(corpus, documents).run();
}

std::vector<FolderType> find_index_pages(const Corpus& corpus,
                                         const std::vector<DocumentAdoption>& documents) {
  return FolderVotes(corpus, documents).indexes();
}

}  // namespace runbookc
