#include <algorithm>
#include <cassert>

#include "base/digest.h"
#include "base/path.h"
#include "emit/template_files.h"
#include "emit/templates.h"

namespace runbookc {

namespace {

constexpr std::size_t kHashDigits = 12;

std::string hashed_url(std::string_view name, std::string_view bytes) {
  const std::string_view extension = file_extension(name);
  std::string url = "_/assets/";
  url += name.substr(0, name.size() - extension.size());
  url += '.';
  url += hash_hex(bytes).substr(0, kHashDigits);
  return url += extension;
}

}  // namespace

const std::string& Assets::url(std::string_view name) const {
  const auto found = std::ranges::lower_bound(files, name, {}, &AssetFile::name);
  assert(found != files.end() && found->name == name);
  return found->url;
}

Result<Assets> load_assets(const Files& files) {
  Assets assets;
  for (const std::string& name : template_file_names(nullptr, "assets", "")) {
    auto bytes = read_template_file(files, join_path("assets", name));
    if (!bytes.ok()) return bytes.error();
    assets.files.push_back({name, hashed_url(name, **bytes), std::move(**bytes)});
  }
  return assets;
}

}  // namespace runbookc
