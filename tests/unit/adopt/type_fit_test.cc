#include "adopt/type_fit.h"

#include <catch2/catch.hpp>

#include "base/files.h"
#include "corpus/type_registry.h"
#include "parse/document_parser.h"

namespace runbookc {
namespace {

// "type: evidence; missing".
std::string fit_of(const std::string& path, std::string text) {
  static const std::vector<DocumentType> types = load_document_types(MemoryFiles({})).value().types;
  const SourceFile file(path, std::move(text));
  const TypeFit fit = certain_type(parse_document(file, path, {}), types, ContractNames(types));
  std::string out = fit.type + ": " + fit.evidence;
  for (const std::string& missing : fit.missing) out += " -" + missing;
  return out;
}

std::string sections(const std::vector<std::string>& titles) {
  std::string text = "# A\n";
  for (const std::string& title : titles) text += "\n## " + title + "\n\nText.\n";
  return text;
}

}  // namespace

TEST_CASE("the type is the one whose sections are there") {
  CHECK(fit_of("a.md", sections({"Meaning", "Impact", "Diagnosis", "Mitigation"})) ==
        "alert: 4 of its 4 sections");
  CHECK(fit_of("a.md", sections({"Meaning", "Diagnosis", "Mitigation"})) ==
        "alert: 3 of its 4 sections -Impact");
  CHECK(fit_of("a.md", sections({"Purpose", "Prerequisites", "Procedure", "Verification",
                                 "Rollback", "Post-Incident"})) == "runbook: 6 of its 6 sections");
}

TEST_CASE("no type is guessed from a few sections") {
  CHECK(fit_of("a.md", sections({"Overview", "Impact"})) == ": ");
  CHECK(fit_of("a.md", "# A\n") == ": ");
}

TEST_CASE("an index is called one, and links what lies beside it") {
  CHECK(fit_of("ops-index.md", "# A\n\n- [a](a.md)\n- [b](./b.md)\n- [c](c.md#x)\n- [a](a.md)\n") ==
        "index: its name, and links to 3 documents beside it");
  CHECK(fit_of("README.md", "# A\n\n- [a](../a.md)\n- [b](https://x/b.md)\n- [c](c.md)\n") == ": ");
  CHECK(fit_of("a.md", "# A\n\n- [a](a.md)\n- [b](b.md)\n- [c](c.md)\n") == ": ");
}

}  // namespace runbookc
