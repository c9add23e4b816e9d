// Writes one file.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace runbookc {

enum class WriteMode : std::uint8_t {
  create,   // an existing file is an Error and stays as it is
  replace,  // what is there is overwritten
};

// Writes `bytes` to `path` and closes it; any failure, a full disk included, is an Error that names
// the path. A file that was created and could not be filled is removed.
Status write_file(const std::string& path, std::string_view bytes, WriteMode mode);

// Puts `bytes` in the place of the document at `path`, whole or not at all, with the permissions,
// owner and group of what was there. A file with several names (hard links), or whose owner or
// group a new file could not get, is overwritten instead; if that fails midway, the Error names the
// file with the new text. Nothing is done if one of several names shows `bytes` already. An Error
// if that is no regular file (a symbolic link is none), or no longer holds `expected`: somebody
// else has written it meanwhile.
Status replace_document(const std::string& path, std::string_view expected, std::string_view bytes);

// The system's words for an errno value: "No space left on device".
std::string system_message(int error_number);

}  // namespace runbookc
