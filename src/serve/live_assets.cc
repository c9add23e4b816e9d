#include "serve/live_assets.h"

#include <optional>
#include <utility>

#include "emit/asset_bundle.h"
#include "emit/template_files.h"

namespace runbookc {

Result<LiveAssets> load_live_assets(const Files& files, const Words& words) {
  auto script = read_template_file(files, "live/live.js");
  if (!script) return script.error();
  auto style = read_template_file(files, "live/live.css");
  if (!style) return style.error();
  return LiveAssets{.script = script_with_words((*script).value_or(""), words, "live."),
                    .style = (*style).value_or("")};
}

}  // namespace runbookc
