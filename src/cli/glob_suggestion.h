// "Did you mean" for a glob that matches no document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/glob.h"
#include "corpus/path_meaning.h"

namespace runbookc {

// The glob that was meant, if a leading `./`, a missing `/**` or the case of letters explains why
// `pattern` matches none of `documents`.
std::optional<std::string> meant_glob(std::string_view pattern,
                                      const std::vector<DocumentPlace>& documents);

// A document that the pattern would match if it began in any folder; null if there is none.
const DocumentPlace* deeper_match(std::string_view pattern,
                                  const std::vector<DocumentPlace>& documents);

}  // namespace runbookc
