#include "diag/diagnostic_bytes.h"

#include <catch2/catch.hpp>

using namespace runbookc;

namespace {

std::vector<Diagnostic> sample() {
  Diagnostic bare;
  bare.code = "RB301";
  Diagnostic full;
  full.code = "RB203";
  full.name = "section-empty";
  full.severity = Severity::warning;
  full.path = "content/a.md";
  full.span = {{3, 1}, {4, 7}};
  full.message = "the section is empty";
  full.help = "fill it";
  full.fix = Fix{"remove it", {{{{3, 1}, {3, 1}}, "x"}, {{{4, 1}, {4, 2}}, ""}}};
  full.subject = "Rollback";
  full.references = {{ReferenceKind::mention, "b.md", "c", {{1, 1}, {2, 1}}}};
  full.equal_subjects = {"one", "two"};
  return {bare, full};
}

}  // namespace

TEST_CASE("findings read back as they were") {
  CHECK(diagnostics_from_bytes(diagnostics_to_bytes(sample())) == sample());
  CHECK(diagnostics_from_bytes(diagnostics_to_bytes({}))->empty());
}

TEST_CASE("bytes that are no findings are refused") {
  const std::string bytes = diagnostics_to_bytes(sample());
  std::size_t accepted = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    if (diagnostics_from_bytes(std::string_view(bytes).substr(0, size))) ++accepted;
  }
  CHECK(accepted == 0);
  CHECK_FALSE(diagnostics_from_bytes(bytes + "x"));
  CHECK_FALSE(diagnostics_from_bytes("\xff\xff\xff\xff"));
}

TEST_CASE("no changed byte is read out of bounds") {
  const std::string bytes = diagnostics_to_bytes(sample());
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const int change : {1, 0x80, 0xff}) {
      std::string damaged = bytes;
      damaged[i] = static_cast<char>(damaged[i] ^ change);
      const auto read = diagnostics_from_bytes(damaged);
      if (read) CHECK(diagnostics_to_bytes(*read) == damaged);
    }
  }
}
