#include "shell/temporary_file.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/path.h"

namespace runbookc {
namespace {

// What a whole word begins with: `NAME` of `$NAME`, `${NAME}`, `$NAME/x`; "" of anything else.
std::string_view variable_of(std::string_view word) {
  if (!word.starts_with('$')) return {};
  const bool braces = word.starts_with("${");
  const std::string_view rest = word.substr(braces ? 2 : 1);
  const auto end = std::ranges::find_if_not(rest, is_word);
  const std::string_view name = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
  std::string_view behind = rest.substr(name.size());
  if (braces && !behind.starts_with('}')) return {};
  if (braces) behind.remove_prefix(1);
  const bool below = behind.starts_with('/') && behind.find("..") == std::string_view::npos;
  return behind.empty() || below ? name : std::string_view();
}

bool is_temporary(std::string_view word, const std::vector<const AssignedValues*>& values) {
  const std::string_view name = variable_of(word);
  if (name.empty()) return false;
  const auto is_made = [](const std::string& value) {
    return value == "$(mktemp)" || value.starts_with("$(mktemp ") || value == "`mktemp`" ||
           value.starts_with("`mktemp ");
  };
  bool any = false;
  for (const AssignedValues* assigned : values) {
    any |= !assigned->of(name).empty();
    if (assigned->has_others(name)) return false;
    if (!std::ranges::all_of(assigned->of(name), is_made)) return false;
  }
  return any;
}

}  // namespace

bool removes_temporary_files(std::span<const ShellWord> words,
                             const std::vector<const AssignedValues*>& values) {
  const std::string_view name = file_name(words.front().value);
  if (name != "rm" && name != "rmdir" && name != "shred") return false;
  const auto is_option = [](const ShellWord& word) { return word.value.starts_with('-'); };
  const auto rest = words.subspan(1);
  return !std::ranges::all_of(rest, is_option) &&
         std::ranges::all_of(rest, [&](const ShellWord& word) {
           return is_option(word) || is_temporary(word.value, values);
         });
}

}  // namespace runbookc
