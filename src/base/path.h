// Relative paths as text: `/` between names, no `.`/`..`, no leading or trailing `/`. The root is
// "". Nothing here touches a disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// `path` read from folder `base` ("" for the root), made canonical. A leading `/` starts at the
// root. Nothing if `..` leaves the root, or for a NUL, which no file name can hold.
std::optional<std::string> resolve_path(std::string_view base, std::string_view path);
std::string join_path(std::string_view folder, std::string_view name);
std::string_view parent_path(std::string_view path);     // "a/b.md" -> "a", "b.md" -> ""
std::string_view file_name(std::string_view path);       // "a/b.md" -> "b.md"
std::string_view file_extension(std::string_view path);  // ".md", "" if none or a leading-dot name
// `path` without the first of `endings` that it ends in, case ignored; all of it if there is none.
std::string_view without_ending(std::string_view path, const std::vector<std::string>& endings);
bool is_inside(std::string_view path, std::string_view folder);  // equal counts; "" holds all
// The path that leads from folder `from` to `to`: ("a/b", "a/c.md") -> "../c.md".
std::string relative_path(std::string_view from, std::string_view to);

// Percent-decoding of a URL path (RFC 3986); malformed escapes stay as they are.
std::string percent_decode(std::string_view text);
// Everything but unreserved characters, `/` and sub-delimiters safe in a path becomes %XX.
std::string percent_encode_path(std::string_view path);

}  // namespace runbookc
