#include "corpus/generated_pages.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "corpus/page_routes.h"

namespace runbookc {

GeneratedPages::GeneratedPages(const Corpus& corpus) : dialect_(*corpus.config.dialect) {
  for (const std::string_view pattern : dialect_.generated) {
    if (auto glob = Glob::compile(pattern)) globs_.push_back(*std::move(glob));
  }
  if (!dialect_.lists_have_pages) return;
  for (const Page& page : corpus.pages) enter_lists(corpus.front_matter_of(page));
}

// Which lists are taxonomies, the system's own settings say; we do not read those.
void GeneratedPages::enter_lists(const Value& front_matter) {
  for (const Member& member : front_matter.members) {
    if (!member.value.is_array()) continue;
    list_routes_.insert(normal_route(dialect_, member.key));
    for (const Value& item : member.value.items) {
      if (!item.is_scalar() || item.text.empty()) continue;
      list_routes_.insert(normal_route(dialect_, join_path(member.key, item.text)));
    }
  }
}

bool GeneratedPages::holds(std::string_view address) const {
  if (globs_.empty() && list_routes_.empty()) return false;
  const std::string route = normal_route(dialect_, address);
  return list_routes_.contains(route) ||
         std::ranges::any_of(globs_, [&](const Glob& glob) { return glob.matches(route); });
}

}  // namespace runbookc
