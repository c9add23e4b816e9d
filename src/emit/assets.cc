#include <algorithm>
#include <cassert>

#include "base/digest.h"
#include "base/path.h"
#include "emit/asset_bundle.h"
#include "emit/template_files.h"
#include "emit/templates.h"

namespace runbookc {

namespace {

constexpr std::size_t kHashDigits = 12;
constexpr std::string_view kStyle = "style.css";
constexpr std::string_view kScript = "site.js";
constexpr std::string_view kSearch = "search.js";

std::string hashed_url(std::string_view name, std::string_view bytes) {
  const std::string_view extension = file_extension(name);
  std::string url = "_/assets/";
  url += name.substr(0, name.size() - extension.size());
  url += '.';
  url += hash_hex(bytes).substr(0, kHashDigits);
  return url += extension;
}

// A project may replace a bundle by one file of its own.
Result<std::string> whole_or_bundle(const Files& files, std::string_view name,
                                    Result<std::string> bundle) {
  auto whole = read_template_file(files, join_path("assets", name));
  if (!whole.ok()) return whole.error();
  if (*whole) return **std::move(whole);
  return bundle;
}

}  // namespace

const std::string& Assets::url(std::string_view name) const {
  const auto found = std::ranges::lower_bound(files, name, {}, &AssetFile::name);
  assert(found != files.end() && found->name == name);
  return found->url;
}

Result<Assets> load_assets(const Files& files, const Words& words) {
  Assets assets;
  const auto add = [&](std::string_view name, std::string bytes) {
    std::string url = hashed_url(name, bytes);
    assets.files.push_back({std::string(name), std::move(url), std::move(bytes)});
  };
  for (const std::string& name : template_file_names(nullptr, "assets", "")) {
    auto bytes = read_template_file(files, join_path("assets", name));
    if (!bytes.ok()) return bytes.error();
    add(name, std::move(**bytes));
  }
  auto style = whole_or_bundle(files, kStyle, style_bundle(files));
  if (!style.ok()) return style.error();
  add(kStyle, *std::move(style));
  auto script = whole_or_bundle(files, kScript, script_bundle(files, words));
  if (!script.ok()) return script.error();
  add(kScript, *std::move(script));
  auto search = whole_or_bundle(files, kSearch, search_bundle(files, words));
  if (!search.ok()) return search.error();
  add(kSearch, *std::move(search));
  std::ranges::sort(assets.files, {}, &AssetFile::name);
  return assets;
}

}  // namespace runbookc
