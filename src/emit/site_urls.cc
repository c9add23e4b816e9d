#include "emit/site_urls.h"

#include <algorithm>

#include "base/digest.h"
#include "base/path.h"
#include "base/text.h"
#include "corpus/link_scheme.h"

namespace runbookc {

namespace {

constexpr std::size_t kMaxFileName = 120;

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == '.';
}

void append_hex(std::string& out, char mark, char c) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += mark;
  out += kDigits[byte >> 4];
  out += kDigits[byte & 0xf];
}

// "" if `url` has none: then it begins with `//`, `/`, `#` …
std::string lower_scheme(std::string_view url) {
  const std::size_t colon = url.find_first_of(":/?#");
  if (colon == std::string_view::npos || url[colon] != ':') return "";
  return lower_ascii(url.substr(0, colon));
}

bool has_web_scheme(std::string_view url) {
  const std::string scheme = lower_scheme(url);
  return scheme == "http" || scheme == "https";
}

}  // namespace

std::string relative_url(std::string_view from, std::string_view to) {
  // A colon, which would read as a scheme's in the first name, is encoded.
  return percent_encode_path(relative_path(parent_path(from), to));
}

std::string fragment(std::string_view anchor) {
  return anchor.empty() ? "" : "#" + percent_encode_path(anchor);
}

std::string safe_file_name(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (is_plain(c)) {
      out += c;
    } else {
      append_hex(out, '~', c);
    }
  }
  if (out.starts_with('.')) out.insert(0, "~");
  if (out.size() <= kMaxFileName) return out;
  const std::string digest = hash_hex(name);
  return out.substr(0, kMaxFileName - digest.size() - 2) + "~~" + digest;
}

std::string listing_url(std::string_view kind, std::string_view name) {
  std::string file = safe_file_name(name);
  if (file == "index") file += '~';  // the list of the kind itself has that name
  return "_/" + std::string(kind) + "/" + file + ".html";
}

std::string listing_index_url(std::string_view kind) {
  return "_/" + std::string(kind) + "/index.html";
}

std::string risk_listing_url(Risk risk) {
  return "_/commands/risk/" + std::string(risk_name(risk)) + ".html";
}

std::string numbered_url(std::string_view url, std::size_t number) {
  if (number == 0) return std::string(url);
  const std::string_view ending = file_extension(url);
  return std::string(url.substr(0, url.size() - ending.size())) + "~p" +
         std::to_string(number + 1) + std::string(ending);
}

std::string folder_listing_url(std::string_view folder) {
  std::string url = "_/folders/";
  for (const std::string_view name : split(folder, '/')) {
    if (name.empty()) continue;  // the root
    url += name;
    url += name == kHomeUrl ? "~/" : "/";
  }
  return url += kHomeUrl;
}

std::optional<std::string> external_url(std::string_view written) {
  const std::string scheme = lower_scheme(written);
  const bool allowed = scheme.empty() ? written.starts_with("//") : is_linked_scheme(scheme);
  if (!allowed) return std::nullopt;
  std::string url;
  for (const char c : written) {
    const bool unsafe = static_cast<unsigned char>(c) <= ' ' || c == '\x7f' ||
                        std::string_view("\"<>\\^`{|}").find(c) != std::string_view::npos;
    if (unsafe) {
      append_hex(url, '%', c);
    } else {
      url += c;
    }
  }
  return url;
}

std::string edit_page_url(std::string_view pattern, std::string_view path) {
  if (!has_web_scheme(pattern)) return "";
  const auto url = external_url(replace_all(pattern, "{path}", percent_encode_path(path)));
  return url.value_or("");
}

}  // namespace runbookc
