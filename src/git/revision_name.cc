#include "git/revision_name.h"

#include <algorithm>

#include "base/near_miss.h"

namespace runbookc {
namespace {

// "origin/release/7" -> "release/7"; a name without a slash as it is.
std::string after_remote(const std::string& name) { return name.substr(name.find('/') + 1); }

}  // namespace

std::optional<std::string> nearest_revision(std::string_view revision,
                                            const std::vector<std::string>& names) {
  std::vector<std::string> short_names;
  for (const std::string& name : names) short_names.push_back(after_remote(name));
  const auto with_short_name = [&](std::string_view wanted) {
    const auto found = std::ranges::find(short_names, wanted);
    return names[static_cast<std::size_t>(found - short_names.begin())];
  };
  if (std::ranges::find(short_names, revision) != short_names.end()) {
    return with_short_name(revision);
  }
  if (auto near = near_miss(revision, names)) return near;
  const auto near = near_miss(revision, short_names);
  return near ? std::optional(with_short_name(*near)) : std::nullopt;
}

}  // namespace runbookc
