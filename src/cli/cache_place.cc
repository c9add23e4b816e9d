#include "cli/cache_place.h"

#include <utility>

#include "base/digest.h"
#include "cli/build_identity.h"

namespace runbookc {

std::string joined_parts(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) {
    out += std::to_string(part.size());
    out += ':';
    out += part;
  }
  return out;
}

CachePlace cache_place(std::string folder, const Project& project, bool render) {
  CachePlace place;
  const std::string program = folder.empty() ? "" : build_identity();
  if (program.empty()) return place;
  const std::string& root = project.roots.root;
  const std::string_view kind = render ? "with HTML" : "without HTML";
  place.folder = std::move(folder);
  place.project = root;
  place.name = hash_hex(joined_parts({root, kind}));
  place.identity = joined_parts(
      {root, kind, program, project.config.path, project.config.source_hash, project.content_root});
  return place;
}

}  // namespace runbookc
