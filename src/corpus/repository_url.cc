#include "corpus/repository_url.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

// Between the repository and the branch: GitHub, GitLab, Bitbucket, Gitea. Longer ones first, where
// one ends with another.
constexpr std::array<std::string_view, 16> kViews = {
    "/-/edit/", "/-/blob/",     "/-/raw/",      "/-/tree/", "/-/blame/", "/_edit/",
    "/_/edit/", "/src/branch/", "/raw/branch/", "/edit/",   "/blob/",    "/raw/",
    "/tree/",   "/blame/",      "/src/",        "/browse/"};

bool is_editor(std::string_view view) { return view.find("edit") != std::string_view::npos; }

// Without "https://"; "" if it is none.
std::string_view without_scheme(std::string_view url) {
  const std::size_t colon = url.find("://");
  const std::string scheme = lower_ascii(url.substr(0, std::min<std::size_t>(colon, 8)));
  return scheme == "https" || scheme == "http" ? url.substr(colon + 3) : std::string_view();
}

// Host and path: the host in lower case.
std::string normalised(std::string_view url) {
  const std::string_view rest = without_scheme(url);
  const std::size_t host = std::min(rest.find('/'), rest.size());
  return lower_ascii(rest.substr(0, host)) + std::string(rest.substr(host));
}

// The line of a file: a relative link would lose it.
bool is_line(std::string_view fragment) {
  return fragment.size() > 2 && (fragment[1] == 'L' || fragment.starts_with("#lines")) &&
         fragment.find_first_of("0123456789") != std::string_view::npos;
}

}  // namespace

RepositoryUrl::RepositoryUrl(std::string_view edit_url) {
  const std::size_t hole = edit_url.find("{path}");
  if (hole == std::string_view::npos ||
      edit_url.substr(0, hole).find('?') != std::string_view::npos) {
    return;
  }
  const std::string before = normalised(edit_url.substr(0, hole));
  const auto* const view = std::ranges::find_if(
      kViews, [&](std::string_view text) { return before.find(text) != std::string::npos; });
  if (before.empty() || view == kViews.end()) {
    return;
  }
  const std::size_t at = before.find(*view);
  const std::string repository = before.substr(0, at);
  const std::string branch = before.substr(at + view->size());
  for (const std::string_view other : kViews) {
    if (branch.empty() && other != *view) {
      continue;  // the branch is elsewhere in the URL: any of them would match
    }
    std::string prefix = repository;
    prefix.append(other).append(branch);
    prefixes_.push_back({.text = std::move(prefix), .edits = is_editor(other)});
  }
  if (repository.starts_with("github.com/")) {
    prefixes_.push_back(
        {.text = "raw.githubusercontent.com" + repository.substr(10) + "/" + branch});
  }
}

std::optional<RepositoryFile> RepositoryUrl::find(std::string_view url) const {
  const std::string whole = prefixes_.empty() ? std::string() : normalised(url);
  const auto prefix = std::ranges::find_if(
      prefixes_, [&](const Prefix& candidate) { return whole.starts_with(candidate.text); });
  if (prefix == prefixes_.end()) {
    return std::nullopt;
  }
  const std::string_view rest = std::string_view(whole).substr(prefix->text.size());
  const std::size_t end = std::min(rest.find('#'), rest.size());
  const std::string_view fragment = rest.substr(end);
  const auto path = resolve_path("", percent_decode(rest.substr(0, end)));
  if (rest.substr(0, end).find('?') != std::string_view::npos || is_line(fragment) || !path) {
    return std::nullopt;
  }
  return RepositoryFile{.path = *path, .fragment = std::string(fragment), .edits = prefix->edits};
}

}  // namespace runbookc
