// build.json: what a site consists of (schemas/output/build.json).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

inline constexpr std::string_view kManifestName = "build.json";

struct ManifestEntry {
  std::string path;  // relative to the site root
  std::uint64_t size = 0;
  std::string sha256;
};

// The bytes of build.json for files sorted by path.
std::string render_manifest(const std::vector<ManifestEntry>& files);

// The paths of the files that a build.json lists, if this tool wrote it, in any version.
std::optional<std::vector<std::string>> files_in_manifest(std::string_view bytes);

}  // namespace runbookc
