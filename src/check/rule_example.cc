#include "check/rule_example.h"

#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::string_view kMark = "=== ";

}  // namespace

std::map<std::string, std::string, std::less<>> example_files(const Example& example) {
  if (!example.files.starts_with(kMark)) {
    return {{"page.md", std::string(example.files)}};
  }
  std::map<std::string, std::string, std::less<>> files;
  std::string_view rest = example.files;
  while (rest.starts_with(kMark)) {
    const std::size_t line_end = std::min(rest.find('\n'), rest.size());
    const std::string_view path = trim(rest.substr(kMark.size(), line_end - kMark.size()));
    rest.remove_prefix(std::min(line_end + 1, rest.size()));
    const std::size_t next = rest.find("\n=== ");
    const std::size_t size = next == std::string_view::npos ? rest.size() : next + 1;
    const bool empty = rest.starts_with(kMark);
    files.emplace(path, empty ? std::string_view() : rest.substr(0, size));
    rest.remove_prefix(empty ? 0 : size);
  }
  return files;
}

}  // namespace runbookc
