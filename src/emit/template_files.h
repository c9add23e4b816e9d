// Where templates, words and assets come from: the project's `templates/`, else the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "base/result.h"

namespace runbookc {

// The bytes of `templates/NAME`: the project's, else the embedded ones. An Error if the project's
// file is there and cannot be read, or is no UTF-8.
Result<std::optional<std::string>> read_template_file(const Files& files, std::string_view name);

// The names under `templates/FOLDER` ("" for itself) that end in `ending`: embedded ones, and with
// `project_too` the project's; sorted, without the folder.
std::vector<std::string> template_file_names(const Files* project_too, std::string_view folder,
                                             std::string_view ending);

}  // namespace runbookc
