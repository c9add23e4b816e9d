// build.json: what a site consists of (schemas/output/build.json).
#pragma once

#include <cstdint>
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

// Whether `bytes` are a build.json that this tool wrote, in any version.
bool is_our_manifest(std::string_view bytes);

}  // namespace runbookc
