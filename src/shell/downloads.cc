#include "shell/downloads.h"

#include <algorithm>
#include <array>

#include "base/path.h"

namespace runbookc {
namespace {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

// The last part of an address, without its query.
std::string name_in(std::string_view address) {
  return std::string(file_name(address.substr(0, address.find_first_of("?#"))));
}

// `-o file`, `-fsSLo file`, `--output=file`; wget's `-O file`.
bool names_output(std::string_view option, bool wget) {
  if (option.starts_with("--"))
    return option == (wget ? "--output-document" : "--output") || option == "--out";
  return option.size() > 1 && option.front() == '-' && option.back() == (wget ? 'O' : 'o');
}

}  // namespace

bool is_download(std::string_view program) {
  constexpr std::array<std::string_view, 4> kPrograms = {"curl", "wget", "aria2c", "fetch"};
  return contains(kPrograms, program);
}

std::optional<std::string> downloaded_file(std::span<const ShellWord> words,
                                           std::span<const ShellRedirection> redirections) {
  for (const ShellRedirection& redirection : redirections)
    if (redirection.op == ">" && redirection.descriptor.empty()) return redirection.target.value;
  const std::string_view program = file_name(words.front().value);
  const bool wget = program == "wget";
  bool named = wget || program == "aria2c";  // after the address
  std::string address;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string_view word = words[i].value;
    const std::size_t equals = word.find('=');
    if (word.starts_with("--") && equals != std::string_view::npos) {
      if (names_output(word.substr(0, equals), wget)) return std::string(word.substr(equals + 1));
    } else if (names_output(word, wget) && i + 1 < words.size()) {
      return words[i + 1].value == "-" ? std::nullopt : std::optional(words[i + 1].value);
    } else if (word.starts_with('-')) {
      named |= !wget && !word.starts_with("--") && word.find('O') != std::string_view::npos;
    } else if (word.find('/') != std::string_view::npos) {
      address = name_in(word);
    }
  }
  return named && !address.empty() ? std::optional(address) : std::nullopt;
}

bool verifies(std::string_view program) {
  constexpr std::array<std::string_view, 12> kPrograms = {
      "sha256sum", "sha512sum", "sha1sum", "shasum",   "md5sum",  "b2sum",
      "gpg",       "gpgv",      "cosign",  "minisign", "openssl", "less"};
  return contains(kPrograms, program);
}

}  // namespace runbookc
