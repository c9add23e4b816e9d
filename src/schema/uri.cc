#include "schema/uri.h"

#include <algorithm>

#include "base/text.h"

namespace runbookc {
namespace {

// scheme ":" [ "//" authority ] path [ "?" query ]; the fragment is split off before.
struct Parts {
  std::string_view scheme;     // with its colon
  std::string_view authority;  // with its slashes
  std::string_view path;
  std::string_view query;  // with its question mark
};

std::string_view take(std::string_view& text, std::size_t size) {
  const std::string_view head = text.substr(0, size);
  text.remove_prefix(head.size());
  return head;
}

bool is_scheme(std::string_view text) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return !text.empty() && letter(text.front()) && std::ranges::all_of(text, [&](char c) {
    return letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  });
}

Parts parts_of(std::string_view uri) {
  Parts parts;
  const std::size_t colon = uri.find(':');
  if (colon != std::string_view::npos && is_scheme(uri.substr(0, colon))) {
    parts.scheme = take(uri, colon + 1);
  }
  if (uri.starts_with("//")) {
    parts.authority = take(uri, std::min(uri.find_first_of("/?", 2), uri.size()));
  }
  parts.path = take(uri, std::min(uri.find('?'), uri.size()));
  parts.query = uri;
  return parts;
}

// RFC 3986 section 5.2.4.
std::string without_dots(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> segments = split(path, '/');
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const bool last = i + 1 == segments.size();
    if (segments[i] == "..") {
      if (kept.size() > 1 || (kept.size() == 1 && !kept.front().empty())) kept.pop_back();
    } else if (segments[i] != ".") {
      kept.push_back(segments[i]);
      continue;
    }
    if (last) kept.emplace_back();
  }
  std::string out;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i != 0) out += '/';
    out += kept[i];
  }
  return out;
}

std::string merged_path(const Parts& base, std::string_view path) {
  if (path.starts_with("/")) return without_dots(path);
  if (!base.authority.empty() && base.path.empty()) return without_dots("/" + std::string(path));
  const std::size_t slash = base.path.rfind('/');
  const std::string_view folder =
      slash == std::string_view::npos ? std::string_view() : base.path.substr(0, slash + 1);
  return without_dots(std::string(folder) + std::string(path));
}

std::string absolute_uri(std::string_view base_uri, std::string_view reference) {
  const Parts r = parts_of(reference);
  const Parts base = parts_of(base_uri);
  if (!r.scheme.empty()) return std::string(reference);
  std::string out(base.scheme);
  if (!r.authority.empty()) return out + std::string(reference);
  out += base.authority;
  if (r.path.empty()) {
    out += base.path;
    return out + std::string(r.query.empty() ? base.query : r.query);
  }
  return out + merged_path(base, r.path) + std::string(r.query);
}

}  // namespace

SplitUri split_uri(std::string_view uri) {
  const std::size_t hash = uri.find('#');
  if (hash == std::string_view::npos) return {uri, {}};
  return {uri.substr(0, hash), uri.substr(hash + 1)};
}

std::string resolve_uri(std::string_view base, std::string_view reference) {
  const SplitUri target = split_uri(reference);
  std::string uri = absolute_uri(split_uri(base).absolute, target.absolute);
  if (!target.fragment.empty()) uri.append("#").append(target.fragment);
  return uri;
}

std::optional<std::vector<std::string>> pointer_tokens(std::string_view pointer) {
  if (pointer.empty()) return std::vector<std::string>{};
  if (pointer.front() != '/') return std::nullopt;
  std::vector<std::string> tokens;
  for (const std::string_view token : split(pointer.substr(1), '/')) {
    tokens.push_back(replace_all(replace_all(token, "~1", "/"), "~0", "~"));
  }
  return tokens;
}

std::string pointer_token(std::string_view key) {
  return replace_all(replace_all(key, "~", "~0"), "/", "~1");
}

}  // namespace runbookc
