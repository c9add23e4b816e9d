#include "cli/manifest.h"

#include "base/version.h"
#include "emit/json_writer.h"
#include "parse/json.h"
#include "source/source_file.h"

namespace runbookc {

std::string render_manifest(const std::vector<ManifestEntry>& files) {
  JsonWriter out;
  out.begin_object();
  out.member("$schema", "https://runbookc.dev/schemas/output/build.json");
  out.member_number("version", 1);
  out.key("tool").begin_object();
  out.member("name", "runbookc").member("version", tool_version()).end_object();
  out.key("files").begin_array();
  for (const ManifestEntry& file : files) {
    out.begin_object().member("path", file.path);
    out.member_number("size", static_cast<std::int64_t>(file.size));
    out.member("sha256", file.sha256).end_object();
  }
  out.end_array().end_object();
  return out.take();
}

std::optional<std::vector<std::string>> files_in_manifest(std::string_view bytes) {
  const SourceFile file{std::string(kManifestName), std::string(bytes)};
  const auto root = parse_json(file);
  if (!root) return std::nullopt;
  const Value* tool = root->find("tool");
  const Value* name = tool == nullptr ? nullptr : tool->find("name");
  if (name == nullptr || !name->is_string() || name->text != "runbookc") return std::nullopt;
  std::vector<std::string> paths;
  const Value* files = root->find("files");
  if (files == nullptr) return paths;
  for (const Value& entry : files->items) {
    const Value* path = entry.find("path");
    if (path != nullptr && path->is_string()) paths.push_back(path->text);
  }
  return paths;
}

}  // namespace runbookc
