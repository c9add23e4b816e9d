#include "source_tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/text.h"

namespace runbookc {
namespace {

namespace fs = std::filesystem;

bool is_skipped_folder(const fs::path& path) {
  static constexpr std::array<std::string_view, 3> kSkipped = {"build", "site", "node_modules"};
  const std::string name = path.filename().string();
  return (name.starts_with('.') && name != ".ci") || std::ranges::count(kSkipped, name) > 0;
}

bool is_text(const fs::path& path) {
  static constexpr std::array<std::string_view, 14> kExtensions = {
      ".cc",  ".h",   ".md", ".txt",  ".cmake", ".json", ".yaml",
      ".yml", ".css", ".js", ".html", ".py",    ".sh",   ".mustache"};
  const std::string extension = path.extension().string();
  return extension.empty() || std::ranges::count(kExtensions, extension) > 0;
}

std::string read(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

std::vector<TextFile> project_files(std::string_view folder) {
  const fs::path root = RUNBOOKC_SOURCE_DIR;
  std::vector<TextFile> files;
  for (auto walk = fs::recursive_directory_iterator(root / folder);
       walk != fs::recursive_directory_iterator(); ++walk) {
    if (walk->is_directory() && is_skipped_folder(walk->path())) {
      walk.disable_recursion_pending();
    } else if (walk->is_regular_file() && is_text(walk->path())) {
      files.push_back({walk->path().lexically_relative(root).string(), read(walk->path())});
    }
  }
  std::ranges::sort(files, {}, &TextFile::path);
  return files;
}

std::vector<Include> includes_of(const TextFile& file) {
  std::vector<Include> includes;
  std::size_t number = 0;
  for (const std::string_view line : split_lines(file.text)) {
    ++number;
    std::string_view rest = trim(line);
    if (!rest.starts_with('#')) continue;
    rest = trim(rest.substr(1));
    if (!rest.starts_with("include")) continue;
    rest = trim(rest.substr(7));
    const bool quoted = rest.starts_with('"');
    if (!quoted && !rest.starts_with('<')) continue;
    const std::string_view header = rest.substr(1, rest.find(quoted ? '"' : '>', 1) - 1);
    includes.push_back({file.path, number, std::string(header), quoted});
  }
  return includes;
}

std::string place(const Include& include) {
  return include.path + ":" + std::to_string(include.line);
}

}  // namespace runbookc
