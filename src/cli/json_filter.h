// Parts of a JSON document of ours, for commands that print a selection of it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace runbookc {

// An object in one of the document's arrays.
struct JsonItem {
  std::string_view array;  // its key
  std::string path;
  std::string id;
};

using JsonItemTest = std::function<bool(const JsonItem&)>;

// `document`, an object, with only those objects of its arrays named in `arrays` that `keep`
// accepts, an item a line. Precondition: `document` is JSON that an artifact of ours rendered.
std::string filter_json(std::string_view document, const std::vector<std::string>& arrays,
                        const JsonItemTest& keep);

// Those objects of its array `array`, each a JSON document on a line of its own.
std::string json_lines(std::string_view document, std::string_view array, const JsonItemTest& keep);

}  // namespace runbookc
