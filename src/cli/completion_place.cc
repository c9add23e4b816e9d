#include "cli/completion_place.h"

#include "base/text.h"

namespace runbookc {
namespace {

PlaceKind kind_of(std::string_view what, WordList words) {
  if (words != nullptr) return PlaceKind::words;
  if (what == "FILE" || what == "PATH") return PlaceKind::file;
  if (what == "DIR") return PlaceKind::folder;
  return PlaceKind::free;
}

}  // namespace

PlaceKind place_kind(const OptionSpec& option) {
  return option.value.empty() ? PlaceKind::nothing : kind_of(option.value, option.words);
}

PlaceKind place_kind(const PositionalSpec& positional) {
  return kind_of(positional.name, positional.words);
}

std::string shell_quoted(std::string_view text) {
  return "'" + replace_all(text, "'", R"('\'')") + "'";
}

}  // namespace runbookc
