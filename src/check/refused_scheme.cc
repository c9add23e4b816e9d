#include "check/refused_scheme.h"

#include <string>
#include <string_view>

#include "base/near_miss.h"
#include "base/path.h"
#include "base/text.h"
#include "check/link_finding.h"
#include "corpus/link_scheme.h"
#include "corpus/link_target.h"

namespace runbookc {
namespace {

std::string remedy(const Link& link, std::string_view scheme) {
  const std::string_view rest = trim(link.target).substr(scheme.size() + 1);
  const std::string name = lower_ascii(scheme);
  if (is_linked_scheme(scheme_of(rest))) return "write the address without '" + name + ":'";
  if (edit_distance(name, "https", 1) <= 1 || edit_distance(name, "http", 1) <= 1) {
    return "did you mean 'https:'?";
  }
  if (link.image) return "keep the image in a file beside the document, and link that";
  if (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
    return "write 'https://' before a host and its port; a file is linked without the line";
  }
  if (!file_extension(rest).empty() && !rest.starts_with("//")) {
    return "write './' before the name of a file, or an 'https:' address";
  }
  return "write an 'https:' address, or leave only the text";
}

}  // namespace

std::optional<Finding> refused_scheme(const Link& link) {
  const bool is_judged = link.kind != LinkKind::autolink && link.kind != LinkKind::bare &&
                         link.kind != LinkKind::opaque;
  if (!is_judged) return std::nullopt;
  if (split_target(link.target).kind != TargetKind::external) return std::nullopt;
  const std::string_view target = trim(link.target);
  const std::string_view scheme = scheme_of(target);
  if (scheme.empty() || is_linked_scheme(scheme)) return std::nullopt;
  return Finding{.span = target_place(link),
                 .message = "'" + std::string(scheme) + ":' is a scheme that the site does not " +
                            (link.image ? "show" : "link") + "; readers see only text",
                 .help = remedy(link, scheme),
                 .subject = link.target};
}

}  // namespace runbookc
