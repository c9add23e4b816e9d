// YAML is read or refused, never half of it, and always in the end.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "parse/yaml.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const runbookc::SourceFile file("a.yaml", std::string(data, data + size));
  const runbookc::YamlOutcome outcome =
      runbookc::parse_yaml(file, {0, static_cast<std::uint32_t>(size)});
  if (!outcome.valid && outcome.problems.empty()) std::abort();
  return 0;
}
