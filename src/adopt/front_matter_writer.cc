#include "adopt/front_matter_writer.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"
#include "parse/front_matter.h"
#include "schema/yaml_sample.h"

namespace runbookc {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kFence = "---";

std::string_view line_ending(std::string_view bytes) {
  const std::size_t end = bytes.find('\n');
  return end != std::string_view::npos && end > 0 && bytes[end - 1] == '\r' ? "\r\n" : "\n";
}

// A comment ends with its line.
std::string one_line(std::string_view remark) {
  std::string out(remark);
  std::ranges::replace_if(out, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return out;
}

std::string lines_of(const std::vector<AdoptedField>& fields, std::string_view ending) {
  std::string out;
  for (const AdoptedField& field : fields) {
    out += field.key + ": " + yaml_flow(field.value);
    if (!field.remark.empty()) out += "  # " + one_line(field.remark);
    out += ending;
  }
  return out;
}

struct Insertion {
  std::size_t offset = 0;
  std::string text;
};

// Where the closing line of the block begins.
std::size_t closing_line(const SourceFile& source, const FrontMatter& front_matter) {
  const std::uint32_t end = source.offset(front_matter.span.end);
  const std::string_view before = source.bytes().substr(0, end);
  const std::size_t fence = before.rfind(kFence);
  return fence == std::string_view::npos ? 0 : fence;
}

Insertion insertion_for(const SourceFile& source, const Document& document,
                        const std::vector<AdoptedField>& fields) {
  const std::string_view bytes = source.bytes();
  const std::string_view ending = line_ending(bytes);
  if (document.front_matter.present) {
    return {closing_line(source, document.front_matter), lines_of(fields, ending)};
  }
  const std::string fence = std::string(kFence) + std::string(ending);
  const std::size_t begin = bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  const bool has_blank = bytes.substr(begin).starts_with(ending);
  return {begin, fence + lines_of(fields, ending) + fence + std::string(has_blank ? "" : ending)};
}

// Whether `bytes` say what `source` says, the fields, and nothing more. Keys are compared as they
// are written, not as a dialect reads them.
bool says(const std::string& bytes, const SourceFile& source,
          const std::vector<AdoptedField>& fields, const ParseLimits& limits) {
  const SourceFile file("", bytes);
  const FrontMatterOutcome outcome = read_front_matter(file, limits);
  if (!outcome.front_matter.valid || !outcome.problems.empty()) return false;
  Value expected = read_front_matter(source, limits).front_matter.root;
  if (!expected.is_object()) expected = object_value({});
  for (const AdoptedField& field : fields) {
    expected.members.push_back({.key = field.key, .key_span = {}, .value = field.value});
  }
  return outcome.front_matter.root.same_data(expected);
}

}  // namespace

std::optional<std::string> with_front_matter(const SourceFile& source, const Document& document,
                                             const std::vector<AdoptedField>& fields,
                                             const ParseLimits& limits) {
  const FrontMatter& front_matter = document.front_matter;
  if (fields.empty() || (front_matter.present && !front_matter.valid)) return std::nullopt;
  const Insertion insertion = insertion_for(source, document, fields);
  std::string bytes(source.bytes());
  bytes.insert(insertion.offset, insertion.text);
  if (!says(bytes, source, fields, limits)) return std::nullopt;
  return bytes;
}

}  // namespace runbookc
