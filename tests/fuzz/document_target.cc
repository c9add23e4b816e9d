// Any bytes make a Document, which survives serialising.
#include <string>

#include "fuzz/broken_promise.h"
#include "fuzz/targets.h"
#include "model/serialise.h"
#include "parse/document_parser.h"

void runbookc::fuzz_document(std::string_view bytes) {
  const SourceFile file("a.md", std::string(bytes));
  const Document document = parse_document(file, "a.md", ParseOptions{});
  promise(deserialise(serialise(document)) == document, "a Document survives serialising");
}
