// YAML is read or refused, never half of it, and always in the end; what is read stands where it
// says.
#include <cstdint>
#include <string>

#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"
#include "parse/yaml.h"

namespace runbookc {
namespace {

bool holds(const Value& outer, Span inner) {
  return outer.span.start <= inner.start && inner.end <= outer.span.end;
}

bool is_plain(std::string_view written) {
  return written.find_first_of("\"'|>\n") == std::string_view::npos;
}

// Depth is bounded by the reader.
void check_places(const SourceFile& file, const Value& value) {
  const std::string_view written = file.text(value.span);
  if (value.is_scalar() && is_plain(written))
    promise(value.text == written, "a plain scalar is the text at its place");
  for (const Value& item : value.items) {
    promise(holds(value, item.span), "an item stands in its list");
    check_places(file, item);
  }
  for (const Member& member : value.members) {
    const std::string_view key = file.text(member.key_span);
    promise(holds(value, member.key_span) && holds(value, member.value.span),
            "a pair stands in its map");
    promise(member.key_span.end <= member.value.span.start, "a value stands behind its key");
    if (is_plain(key)) promise(key == member.key, "a plain key is the text at its place");
    check_places(file, member.value);
  }
}

}  // namespace
}  // namespace runbookc

void runbookc::fuzz_yaml(std::string_view bytes) {
  const SourceFile file("a.yaml", std::string(bytes));
  const YamlOutcome outcome = parse_yaml(file, {0, static_cast<std::uint32_t>(bytes.size())});
  promise(outcome.valid || !outcome.problems.empty(), "what is refused has a reason");
  if (outcome.valid) check_places(file, outcome.root);
}
