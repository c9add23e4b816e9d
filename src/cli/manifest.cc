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

bool is_our_manifest(std::string_view bytes) {
  const SourceFile file{std::string(kManifestName), std::string(bytes)};
  const auto root = parse_json(file);
  if (!root) return false;
  const Value* tool = root->find("tool");
  const Value* name = tool == nullptr ? nullptr : tool->find("name");
  return name != nullptr && name->is_string() && name->text == "runbookc";
}

}  // namespace runbookc
