#include "parse/encoding_problems.h"

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

struct Repaired {
  std::string bytes;
  std::size_t count = 0;  // of bad bytes
};

Repaired repair(std::string_view bytes, std::string_view replacement) {
  Repaired repaired;
  repaired.bytes.reserve(bytes.size() + bytes.size() / 8);
  while (const auto bad = find_invalid_utf8(bytes)) {
    repaired.bytes += bytes.substr(0, *bad);
    repaired.bytes += replacement;
    ++repaired.count;
    bytes.remove_prefix(*bad + 1);
  }
  repaired.bytes += bytes;
  return repaired;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

}  // namespace

std::optional<Problem> find_encoding_problem(const SourceFile& file) {
  const auto bad = find_invalid_utf8(file.bytes());
  if (!bad) return std::nullopt;
  const auto at = static_cast<std::uint32_t>(*bad);
  const auto byte = static_cast<unsigned>(static_cast<unsigned char>(file.bytes()[at]));
  Problem problem{.kind = ProblemKind::not_utf8,
                  .span = file.span({at, at + 1}),
                  .message = {},
                  .help = "save the file as UTF-8",
                  .subject = fmt::format("0x{:02X}", byte),
                  .replacement = {}};
  problem.span.end = {problem.span.start.line, problem.span.start.column + 1};
  if (is_utf16(file.bytes())) {
    problem.message = "the file is UTF-16, not UTF-8";
    return problem;
  }
  const std::size_t count = repair(file.bytes(), "?").count;
  problem.message = count == 1 ? fmt::format("the byte 0x{:02X} is not UTF-8", byte)
                               : fmt::format("{} are not UTF-8, the first is 0x{:02X}",
                                             count_of(count, "byte"), byte);
  return problem;
}

SourceFile with_valid_utf8(const SourceFile& file, std::size_t limit) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  Repaired repaired = repair(file.bytes(), kReplacement);
  if (repaired.bytes.size() > limit) repaired = repair(file.bytes(), "?");
  return {file.path(), std::move(repaired.bytes)};
}

}  // namespace runbookc
