#include "serve/media_type.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {

std::string_view media_type(std::string_view path) {
  using Row = std::pair<std::string_view, std::string_view>;
  constexpr auto kTypes = std::to_array<Row>({
      {".avif", "image/avif"},
      {".css", "text/css; charset=utf-8"},
      {".csv", "text/csv; charset=utf-8"},
      {".gif", "image/gif"},
      {".html", "text/html; charset=utf-8"},
      {".ico", "image/x-icon"},
      {".ics", "text/calendar; charset=utf-8"},
      {".jpeg", "image/jpeg"},
      {".jpg", "image/jpeg"},
      {".js", "text/javascript; charset=utf-8"},
      {".json", "application/json"},
      {".log", "text/plain; charset=utf-8"},
      {".markdown", "text/plain; charset=utf-8"},
      {".md", "text/plain; charset=utf-8"},
      {".mp4", "video/mp4"},
      {".pdf", "application/pdf"},
      {".png", "image/png"},
      {".svg", "image/svg+xml"},
      {".txt", "text/plain; charset=utf-8"},
      {".webm", "video/webm"},
      {".webp", "image/webp"},
      {".xml", "application/xml"},
      {".yaml", "text/plain; charset=utf-8"},
      {".yml", "text/plain; charset=utf-8"},
  });
  const std::string extension = lower_ascii(file_extension(path));
  const auto* const found = std::ranges::find(kTypes, extension, &Row::first);
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

}  // namespace runbookc
