#include "check/link_finding.h"

#include <algorithm>
#include <array>

#include "base/path.h"
#include "base/text.h"
#include "check/section_content.h"

namespace runbookc {
namespace {

// Sorted.
constexpr auto kAssetExtensions = std::to_array<std::string_view>(
    {".avif", ".bmp",  ".cfg", ".conf", ".css", ".csv", ".docx", ".drawio",  ".excalidraw", ".gif",
     ".gz",   ".ico",  ".ini", ".jpeg", ".jpg", ".js",  ".json", ".jsonnet", ".log",        ".mov",
     ".mp3",  ".mp4",  ".odp", ".ods",  ".odt", ".pdf", ".png",  ".pptx",    ".py",         ".rb",
     ".sh",   ".sql",  ".svg", ".tar",  ".tf",  ".tgz", ".toml", ".txt",     ".wav",        ".webm",
     ".webp", ".xlsx", ".xml", ".yaml", ".yml", ".zip"});

constexpr auto kHostFolders = std::to_array<std::string_view>(
    {"/bin/", "/boot/", "/dev/", "/etc/", "/home/", "/lib/", "/mnt/", "/opt/", "/proc/", "/root/",
     "/run/", "/sbin/", "/srv/", "/sys/", "/tmp/", "/usr/", "/var/"});

bool is_wrapped_address(std::string_view target) {
  const std::size_t begin = target.find_first_not_of("(\"'[");
  return begin != 0 && begin != std::string_view::npos &&
         (target.substr(begin).starts_with("http:") || target.substr(begin).starts_with("https:"));
}

bool is_on_host(std::string_view target) {
  return std::ranges::any_of(kHostFolders,
                             [&](std::string_view folder) { return target.starts_with(folder); });
}

// A `)` without its `(` would end the destination.
bool fits_unquoted(std::string_view target) {
  return target.find_first_of("()<>\\ ") == std::string_view::npos;
}

// Whether Hugo reads the argument of a shortcode as this path: one with marks of its own, or of
// URLs (which a path's name may hold, too), needs more than to be written there.
bool fits_shortcode(const PageContext& context, const Link& link, const std::string& target) {
  const ByteRange range = context.source.bytes_of(link.target_span);
  const bool is_quoted =
      range.begin > 0 && std::string_view("\"`").find(context.source.bytes()[range.begin - 1]) !=
                             std::string_view::npos;
  const std::string_view path = std::string_view(target).substr(0, target.find_first_of("?#"));
  const std::string_view marks = is_quoted ? "\"`\\%<>{}" : "\"`\\%<>{}= ";
  return path.find_first_of(marks) == std::string_view::npos &&
         std::ranges::none_of(path, [](char c) { return static_cast<unsigned char>(c) < ' '; });
}

}  // namespace

std::vector<JudgedLink> links_with(const PageContext& context, LinkOutcome outcome) {
  std::vector<JudgedLink> found;
  for (std::size_t i = 0; i < context.page.links.size(); ++i) {
    if (context.page.links[i].outcome == outcome) {
      found.push_back({.link = context.document.links[i], .resolved = context.page.links[i]});
    }
  }
  return found;
}

Span target_place(const Link& link) {
  return link.target_span.valid() ? link.target_span : link.span;
}

std::vector<Reference> references_of(const JudgedLink& judged) {
  const bool is_missing = judged.resolved.outcome == LinkOutcome::target_missing;
  std::vector<Reference> references = {{ReferenceKind::existence,
                                        judged.resolved.path,
                                        is_missing ? judged.link.target : std::string(),
                                        {}},
                                       {ReferenceKind::lines, {}, {}, judged.link.span}};
  const std::string& target = judged.link.target;
  const std::size_t mark = target.find('#');
  if (mark != std::string::npos) {
    references.push_back({ReferenceKind::anchor,
                          judged.resolved.path,
                          percent_decode(std::string_view(target).substr(mark + 1)),
                          {}});
  }
  return references;
}

bool is_asset_link(const JudgedLink& judged) {
  if (judged.link.image) {
    return true;
  }
  const std::string extension = lower_ascii(file_extension(judged.resolved.path));
  return std::ranges::binary_search(kAssetExtensions, extension);
}

std::optional<Finding> target_is_no_path(const JudgedLink& judged) {
  const std::string& target = judged.link.target;
  Finding finding{.span = target_place(judged.link), .message = {}, .subject = target};
  if (is_wrapped_address(target)) {
    finding.message = "the target begins with a stray '" + target.substr(0, 1) + "'";
    finding.help = "write the address in one pair of round brackets, with nothing around it";
    return finding;
  }
  if (!judged.resolved.suggestion.empty()) return std::nullopt;
  if (is_placeholder_text(target)) {
    finding.message = "'" + target + "' stands for a target that was never filled in";
    finding.help = "write where it leads to, or leave only the text";
    return finding;
  }
  if (is_on_host(target)) {
    finding.message = "'" + target + "' is a path on a host, and no page";
    finding.help = "write it as code, in backticks; or link to a page by its path in the content";
    return finding;
  }
  return std::nullopt;
}

std::string suggestion_or(const std::string& suggestion, std::string_view otherwise) {
  return suggestion.empty() ? std::string(otherwise) : "did you mean '" + suggestion + "'?";
}

std::optional<Fix> retarget(const PageContext& context, const JudgedLink& judged,
                            const std::string& target) {
  const Link& link = judged.link;
  if (!judged.resolved.sure || !link.target_span.valid()) return std::nullopt;
  const bool fits = link.kind == LinkKind::shortcode ? fits_shortcode(context, link, target)
                                                     : fits_unquoted(target);
  if (!fits) return std::nullopt;
  const std::string_view written = context.source.text(link.target_span);
  if (written != link.target && written != "<" + link.target + ">") {
    return std::nullopt;
  }
  return Fix{.description = "link to '" + target + "'",
             .edits = {{.range = link.target_span, .text = target}}};
}

}  // namespace runbookc
