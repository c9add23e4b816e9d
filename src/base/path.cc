#include "base/path.h"

#include <algorithm>
#include <vector>

#include "base/byte_set.h"
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
constexpr ByteSet kStaysInPath(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/!$&'()*+,;=@");

// Whether its names are plain ones, as nearly all paths' are. A leading dot is not looked into.
bool is_resolved(std::string_view path) {
  bool is_start = true;  // of a name
  for (const char c : path) {
    if (is_start && (c == '/' || c == '.')) return false;
    is_start = c == '/';
  }
  return path.empty() || !is_start;
}

std::string resolved(std::string_view path) {
  std::vector<std::string_view> names;
  walk(names, path);
  return joined(names);
}

// `path` from `base`, if it is some `../` and then plain names, as nearly every link's is; nothing
// if it is not, or leaves the root. It takes no list of names.
std::optional<std::string> resolved_plainly(std::string_view base, std::string_view path) {
  if (!is_resolved(base)) return std::nullopt;
  while (path.starts_with("../") && !base.empty()) {
    base = parent_path(base);
    path.remove_prefix(3);
  }
  if (path.empty() || !is_resolved(path)) return std::nullopt;
  return join_path(base, path);
}

// Whether a name ends at `at`, which is no more than the size.
bool ends_name(std::string_view path, std::size_t at) {
  return at == path.size() || path[at] == '/';
}

// The bytes of the names that both begin with, the slash behind them included.
std::size_t shared_size(std::string_view a, std::string_view b) {
  std::size_t shared = 0;
  std::size_t at = 0;
  for (; at < std::min(a.size(), b.size()) && a[at] == b[at]; ++at) {
    if (a[at] == '/') shared = at + 1;
  }
  return ends_name(a, at) && ends_name(b, at) ? at + 1 : shared;
}

// For resolved paths. Every link of a page asks for one: it takes no list of names.
std::string path_between(std::string_view from, std::string_view to) {
  const std::size_t shared = shared_size(from, to);
  from.remove_prefix(std::min(shared, from.size()));
  to.remove_prefix(std::min(shared, to.size()));
  const auto ups = from.empty() ? 0 : std::ranges::count(from, '/') + 1;
  std::string path;
  path.reserve(3 * static_cast<std::size_t>(ups) + to.size());
  for (auto i = ups; i > 0; --i) path += "../";
  path += to;
  if (to.empty() && !path.empty()) path.pop_back();
  return path.empty() ? "." : path;
}

}  // namespace

std::optional<std::string> resolve_path(std::string_view base, std::string_view path) {
  if (base.find('\0') != std::string_view::npos || path.find('\0') != std::string_view::npos) {
    return std::nullopt;
  }
  if (auto path_below = resolved_plainly(base, path)) return path_below;
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
  if (is_resolved(from) && is_resolved(to)) return path_between(from, to);
  return path_between(resolved(from), resolved(to));
}

std::string percent_decode(std::string_view text) {
  if (text.find('%') == std::string_view::npos) return std::string(text);
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
  for (std::size_t begin = 0;;) {
    const std::size_t end = kStaysInPath.skip_in(path, begin);
    encoded += path.substr(begin, end - begin);
    if (end == path.size()) break;
    const auto byte = static_cast<unsigned char>(path[end]);
    encoded += '%';
    encoded += kDigits[byte >> 4];
    encoded += kDigits[byte & 15];
    begin = end + 1;
  }
  return encoded;
}

}  // namespace runbookc
