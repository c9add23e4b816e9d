// Any bytes make a Document, which survives serialising.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "model/serialise.h"
#include "parse/document_parser.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const runbookc::SourceFile file("a.md", std::string(data, data + size));
  const runbookc::Document document =
      runbookc::parse_document(file, "a.md", runbookc::ParseOptions{});
  if (runbookc::deserialise(runbookc::serialise(document)) != document) std::abort();
  return 0;
}
