#include "corpus/active_files.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {

bool runs_in_browsers(const Link& link, std::string_view path) {
  constexpr auto kActive = std::to_array<std::string_view>(
      {".htm", ".html", ".js", ".mjs", ".svgz", ".xht", ".xhtml", ".xml", ".xsl", ".xslt"});
  const std::string extension = lower_ascii(file_extension(path));
  return extension == ".svg" ? !link.image : std::ranges::find(kActive, extension) != kActive.end();
}

}  // namespace runbookc
