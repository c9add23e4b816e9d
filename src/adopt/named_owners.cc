#include "adopt/named_owners.h"

#include <algorithm>
#include <array>

#include "adopt/stated_text.h"
#include "base/ascii.h"
#include "base/slug.h"
#include "base/text.h"

namespace runbookc {
namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::size_t kMostWords = 5;
constexpr std::size_t kMostOwners = 6;

bool is_mail(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
         text.find_first_of(" ,;()<>") == std::string_view::npos;
}

bool is_handle(std::string_view text) {
  return text.size() > 1 && text.front() == '@' &&
         text.find_first_of(" ,;()") == std::string_view::npos;
}

// One name or two? "Platform Team and DBA Team" are two.
bool may_be_two(std::string_view name) {
  const std::string lower = lower_ascii(name);
  return lower.find(" and ") != std::string::npos || lower.find(" & ") != std::string::npos ||
         lower.find(" or ") != std::string::npos;
}

// "Platform Team (#platform)" -> the name, and what stands in the brackets.
struct RemarkedName {
  std::string_view name;
  std::string_view remark;
};

RemarkedName split_remark(std::string_view text) {
  const std::size_t open = text.find('(');
  if (!text.ends_with(')') || open == std::string_view::npos || open == 0) return {text, ""};
  return {trim_end(text.substr(0, open)), text.substr(open + 1, text.size() - open - 2)};
}

std::string doubt_about(std::string_view name) {
  if (std::string doubt = doubt_about_text(name); !doubt.empty()) return doubt;
  const auto words = static_cast<std::size_t>(std::ranges::count(name, ' ')) + 1;
  if (name.size() > kLongestName || words > kMostWords || name.ends_with('.')) {
    return "more than a name";
  }
  if (equals_ignoring_case(name.substr(0, 4), "see ")) return "it refers to something else";
  if (may_be_two(name)) return "one name or two";
  if (name.find_first_of("<>{}=|\"") != std::string_view::npos) return "more than a name";
  return "";
}

std::optional<Owner> read_owner(std::string_view text) {
  const RemarkedName split = split_remark(trim(text));
  std::string_view name = split.name;
  Owner owner;
  if (const auto contact = read_contact(split.remark)) owner.contacts.push_back(*contact);
  if (is_mail(name)) {
    owner.contacts.push_back({"email", std::string(name)});
    name = name.substr(0, name.find('@'));
  } else if (is_handle(name)) {
    owner.aliases.emplace_back(name.substr(1));
    name = short_handle(name);
  } else if (name.starts_with('#')) {
    owner.contacts.push_back({"slack", std::string(name)});
    name.remove_prefix(1);
  }
  owner.name = collapse_space(name);
  owner.id = github_slug(owner.name);
  if (owner.aliases.size() == 1 && owner.aliases.front() == owner.id) owner.aliases.clear();
  return owner.id.empty() ? std::nullopt : std::optional(std::move(owner));
}

std::vector<std::string> split_names(std::string_view text) {
  std::string even(text);
  for (const std::string_view joint : {";", " / ", " + "}) even = replace_all(even, joint, ",");
  std::vector<std::string> names;
  for (const std::string_view name : split(even, ',')) {
    if (!trim(name).empty()) names.emplace_back(trim(name));
  }
  return names;
}

}  // namespace

NamedOwners read_named_owners(std::string_view text) {
  NamedOwners named;
  const std::vector<std::string> names = split_names(text);
  if (names.size() > kMostOwners) return {.owners = {}, .doubt = "more than a few names"};
  for (const std::string& name : names) {
    std::string doubt = doubt_about(split_remark(name).name);
    const auto owner = read_owner(name);
    if (doubt.empty() && !owner) doubt = "no name";
    if (!doubt.empty()) return {.owners = {}, .doubt = std::move(doubt)};
    const bool known = std::ranges::any_of(
        named.owners, [&](const Owner& other) { return other.id == owner->id; });
    if (!known) named.owners.push_back(*owner);
  }
  if (named.owners.empty()) named.doubt = "no name";
  return named;
}

std::optional<Contact> read_contact(std::string_view text) {
  text = trim(text);
  for (const std::string_view kind : {"slack:", "Slack:", "email:", "Email:"}) {
    if (text.starts_with(kind)) text = trim(text.substr(kind.size()));
  }
  if (text.empty() || text.find_first_of(" ,;") != std::string_view::npos) return std::nullopt;
  if (!doubt_about_text(text).empty()) return std::nullopt;
  if (text.starts_with('#') && text.size() > 1) return Contact{"slack", std::string(text)};
  if (is_mail(text)) return Contact{"email", std::string(text)};
  if (text.starts_with("https://") || text.starts_with("http://")) {
    const bool pager = text.find("pagerduty.com") != std::string_view::npos ||
                       text.find("opsgenie.com") != std::string_view::npos;
    return Contact{pager ? "pager" : "url", std::string(text)};
  }
  return std::nullopt;
}

}  // namespace runbookc
