#include "cli/git_access.h"

#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace runbookc {
namespace {

// Whose folder may be trusted (`safe.directory`) stands in the user's configuration.
constexpr std::array<const char*, 6> kPassedOn = {"HOME",
                                                  "XDG_CONFIG_HOME",
                                                  "GIT_CONFIG_GLOBAL",
                                                  "GIT_CONFIG_SYSTEM",
                                                  "GIT_CONFIG_NOSYSTEM",
                                                  "GIT_DISCOVERY_ACROSS_FILESYSTEM"};

}  // namespace

GitAccess git_access(std::string folder) {
  GitAccess access{.folder = std::move(folder), .search_path = {}, .environment = {}};
  if (const char* path = std::getenv("PATH")) access.search_path = path;  // NOLINT(concurrency-*)
  for (const char* name : kPassedOn) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nobody sets any
    if (value != nullptr) access.environment.push_back(std::string(name) + "=" + value);
  }
  return access;
}

}  // namespace runbookc
