#include "corpus/link_target.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "corpus/link_scheme.h"

namespace runbookc {
namespace {

TargetKind kind_of(std::string_view target) {
  if (target.empty()) return TargetKind::empty;
  if (target.starts_with("//") || target.find("{{") != std::string_view::npos) {
    return TargetKind::external;
  }
  const std::string_view scheme = scheme_of(target);
  // No registered scheme has one letter; drives have.
  if (scheme.size() == 1 || equals_ignoring_case(scheme, "file") || target.starts_with("\\\\")) {
    return TargetKind::local_disk;
  }
  if (!scheme.empty()) return TargetKind::external;
  return target.front() == '#' || target.front() == '?' ? TargetKind::same_page
                                                        : TargetKind::content_path;
}

std::string fragment_of(std::string_view suffix) {
  const std::size_t mark = suffix.find('#');
  if (mark == std::string_view::npos) return "";
  std::string_view fragment = suffix.substr(mark + 1);
  fragment = fragment.substr(0, std::min(fragment.find(":~:"), fragment.size()));
  return percent_decode(fragment);
}

}  // namespace

LinkTarget split_target(std::string_view target) {
  target = trim(target);
  LinkTarget parts;
  parts.kind = kind_of(target);
  if (parts.kind != TargetKind::same_page && parts.kind != TargetKind::content_path) return parts;
  const std::size_t end = std::min(target.find_first_of("?#"), target.size());
  parts.path = percent_decode(target.substr(0, end));
  parts.suffix = target.substr(end);
  parts.fragment = fragment_of(parts.suffix);
  parts.absolute = parts.path.starts_with('/');
  parts.folder = parts.path.ends_with('/');
  parts.as_source = parts.suffix.find("plain=1") != std::string::npos;
  return parts;
}

}  // namespace runbookc
