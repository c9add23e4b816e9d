#include "parse/markdown_bare_url.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/byte_set.h"
#include "base/text.h"

namespace runbookc {
namespace {

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool may_precede(char c) { return is_space(c) || c == '*' || c == '_' || c == '~' || c == '('; }
bool is_host_byte(char c) { return is_alnum(c) || c == '-' || c == '_' || (c & 0x80) != 0; }

// One past a valid domain at `at`: segments with periods between, no underscore in the last two.
std::optional<std::size_t> scan_domain(std::string_view text, std::size_t at, bool needs_period) {
  std::size_t end = at;
  std::size_t periods = 0;
  std::array<bool, 2> underscores{};  // in the segment before the last, and in the last
  constexpr std::size_t kLongest = 255;
  for (; end < text.size() && end - at <= kLongest; ++end) {
    if (text[end] == '_') {
      underscores[1] = true;
    } else if (text[end] == '.') {
      if (end + 1 >= text.size() || !is_host_byte(text[end + 1])) break;
      underscores = {underscores[1], false};
      ++periods;
    } else if (!is_host_byte(text[end])) {
      break;
    }
  }
  const bool valid = end > at && end - at <= kLongest && !underscores[0] && !underscores[1];
  return valid && (periods > 0 || !needs_period) ? std::optional(end) : std::nullopt;
}

// `end` moved back over what the sentence around the address owns.
std::size_t without_trailing(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view url = text.substr(begin, end - begin);
  auto opened = std::ranges::count(url, '(');
  auto closed = std::ranges::count(url, ')');
  while (end > begin) {
    const char last = text[end - 1];
    if (last == ')') {
      if (closed <= opened) break;
      --closed;
      --end;
    } else if (last == ';') {
      std::size_t name = end - 1;
      while (name > begin && is_alnum(text[name - 1])) --name;
      const bool entity = name > begin && name < end - 1 && text[name - 1] == '&';
      end = entity ? name - 1 : end - 1;
    } else if (std::string_view("?!.,:*_~'\"").find(last) != std::string_view::npos) {
      --end;
    } else {
      break;
    }
  }
  return end;
}

std::optional<BareUrl> url_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> kSchemes{"http://", "https://", "ftp://"};
  std::size_t host = at;
  const bool www = text.substr(at, 4) == "www.";
  for (const std::string_view scheme : kSchemes) {
    if (equals_ignoring_case(text.substr(at, scheme.size()), scheme)) host = at + scheme.size();
  }
  if (!www && host == at) return std::nullopt;
  const auto domain = scan_domain(text, host, www);
  if (!domain) return std::nullopt;
  std::size_t end = *domain;
  while (end < text.size() && !is_space(text[end]) && text[end] != '<') ++end;
  end = without_trailing(text, at, end);
  if (end <= host) return std::nullopt;
  const std::string_view url = text.substr(at, end - at);
  return BareUrl{at, end, (www ? "http://" : "") + std::string(url)};
}

// The mail address around the `@` at `at`, not reaching back before `floor`.
std::optional<BareUrl> address_at(std::string_view text, std::size_t at, std::size_t floor) {
  const auto is_local = [](char c) {
    return is_alnum(c) || c == '.' || c == '+' || c == '-' || c == '_';
  };
  std::size_t begin = at;
  while (begin > floor && is_local(text[begin - 1])) --begin;
  std::size_t end = at + 1;
  std::size_t periods = 0;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    const bool inner_period = c == '.' && end + 1 < text.size() && is_alnum(text[end + 1]);
    if (!is_alnum(c) && c != '-' && c != '_' && !inner_period) break;
    periods += inner_period ? 1 : 0;
  }
  const bool bad_end = end == at + 1 || text[end - 1] == '-' || text[end - 1] == '_';
  const bool twice = end < text.size() && text[end] == '@';
  if (begin == at || bad_end || periods == 0 || twice) return std::nullopt;
  return BareUrl{begin, end, "mailto:" + std::string(text.substr(begin, end - begin))};
}

}  // namespace

std::vector<BareUrl> find_bare_urls(std::string_view text, char before) {
  std::vector<BareUrl> found;
  const bool possible = text.find('@') != std::string_view::npos ||
                        text.find("://") != std::string_view::npos ||
                        text.find("www.") != std::string_view::npos;
  if (!possible) return found;  // as good as always
  std::size_t floor = 0;        // what is before it belongs to an earlier address
  constexpr ByteSet kFirst("hHwfF@");
  std::size_t at = 0;
  while ((at = kFirst.find_in(text, at)) < text.size()) {
    const char previous = at == 0 ? before : text[at - 1];
    std::optional<BareUrl> url;
    if (text[at] == '@') {
      url = address_at(text, at, floor);
    } else if (may_precede(previous)) {
      url = url_at(text, at);
    }
    if (!url) {
      ++at;
      continue;
    }
    at = floor = url->end;
    found.push_back(std::move(*url));
  }
  return found;
}

}  // namespace runbookc
