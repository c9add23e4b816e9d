#include "e2e/site_tree.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/digest.h"
#include "e2e/process.h"

namespace runbookc {

namespace fs = std::filesystem;

SiteTree site_tree(const std::string& root) {
  SiteTree out;
  if (!fs::exists(root)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    out[fs::relative(entry.path(), root).string()] = bytes.str();
  }
  return out;
}

std::vector<std::string> litter_in(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (contains(name, "runbookc-")) out.push_back(name);
  }
  return out;
}

std::vector<std::string> faults_of(const SiteTree& site) {
  const auto manifest_bytes = site.find("build.json");
  if (manifest_bytes == site.end()) return {"build.json"};
  const auto manifest = nlohmann::json::parse(manifest_bytes->second);
  std::vector<std::string> out;
  for (const auto& listed : manifest["files"]) {
    const auto path = listed["path"].get<std::string>();
    const auto file = site.find(path);
    const bool fits = file != site.end() &&
                      file->second.size() == listed["size"].get<std::size_t>() &&
                      sha256_hex(file->second) == listed["sha256"].get<std::string>();
    if (!fits) out.push_back(path);
  }
  if (manifest["files"].size() + 1 != site.size()) out.emplace_back("(how many files there are)");
  return out;
}

}  // namespace runbookc
