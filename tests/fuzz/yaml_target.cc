// YAML is read or refused, never half of it, and always in the end.
#include <cstdint>
#include <string>

#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"
#include "parse/yaml.h"

void runbookc::fuzz_yaml(std::string_view bytes) {
  const SourceFile file("a.yaml", std::string(bytes));
  const YamlOutcome outcome = parse_yaml(file, {0, static_cast<std::uint32_t>(bytes.size())});
  promise(outcome.valid || !outcome.problems.empty(), "what is refused has a reason");
}
