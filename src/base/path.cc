#include "base/path.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace runbookc {
namespace {

// Appends the names of `path` to `names`; false if `..` leaves the root.
bool walk(std::vector<std::string_view>& names, std::string_view path) {
  for (const std::string_view name : split(path, '/')) {
    if (name.empty() || name == ".") continue;
    if (name != "..") {
      names.push_back(name);
    } else if (names.empty()) {
      return false;
    } else {
      names.pop_back();
    }
  }
  return true;
}

std::string joined(const std::vector<std::string_view>& names) {
  std::string path;
  for (const std::string_view name : names) {
    if (!path.empty()) path += '/';
    path += name;
  }
  return path;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// RFC 3986 section 3.3. A colon is left out: in the first name of a relative reference it would
// end a scheme (section 4.2).
bool stays_in_path(char c) {
  const bool alphanumeric =
      (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return alphanumeric || std::string_view("-._~/!$&'()*+,;=@").find(c) != std::string_view::npos;
}

}  // namespace

std::optional<std::string> resolve_path(std::string_view base, std::string_view path) {
  if (base.find('\0') != std::string_view::npos || path.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  std::vector<std::string_view> names;
  if (!path.starts_with('/') && !walk(names, base)) return std::nullopt;
  if (!walk(names, path)) return std::nullopt;
  return joined(names);
}

std::string join_path(std::string_view folder, std::string_view name) {
  std::string path(folder);
  if (!folder.empty() && !name.empty()) path += '/';
  path += name;
  return path;
}

std::string_view parent_path(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string_view file_extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const auto dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view() : name.substr(dot);
}

std::string_view without_ending(std::string_view path, const std::vector<std::string>& endings) {
  for (const std::string& ending : endings) {
    if (path.size() <= ending.size()) continue;
    const std::size_t size = path.size() - ending.size();
    if (equals_ignoring_case(path.substr(size), ending)) return path.substr(0, size);
  }
  return path;
}

bool is_inside(std::string_view path, std::string_view folder) {
  if (folder.empty()) return true;
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

std::string relative_path(std::string_view from, std::string_view to) {
  std::vector<std::string_view> start;
  std::vector<std::string_view> goal;
  walk(start, from);
  walk(goal, to);
  const auto [left, right] = std::ranges::mismatch(start, goal);
  std::vector<std::string_view> names(static_cast<std::size_t>(start.end() - left), "..");
  names.insert(names.end(), right, goal.end());
  return names.empty() ? "." : joined(names);
}

std::string percent_decode(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size();
    const int high = escape ? hex_digit(text[i + 1]) : -1;
    const int low = escape ? hex_digit(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

std::string percent_encode_path(std::string_view path) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(path.size());
  for (const char c : path) {
    if (stays_in_path(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += '%';
    encoded += kDigits[byte >> 4];
    encoded += kDigits[byte & 15];
  }
  return encoded;
}

}  // namespace runbookc
