// Parts of a JSON document of ours, for commands that print a selection of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// `document`, an object, with only those objects of its arrays named in `arrays` whose `path`
// `keep` accepts, an item a line. Precondition: `document` is JSON that an artifact of ours
// rendered.
std::string filter_json(std::string_view document, const std::vector<std::string>& arrays,
                        const std::function<bool(std::string_view)>& keep);

}  // namespace runbookc
