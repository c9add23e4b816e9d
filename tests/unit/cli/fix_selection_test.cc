#include "cli/fix_selection.h"

#include <catch2/catch.hpp>
#include <utility>

#include "base/files.h"

namespace runbookc {
namespace {

constexpr const char* kPath = "a.md";
constexpr const char* kText = "# A\n\n[b](B.md)\n\n[b](B.md)\n\n[c](C.md)\n";

Diagnostic found_at(std::uint32_t line, const std::string& subject) {
  Diagnostic found;
  found.code = "RB303";
  found.path = kPath;
  found.subject = subject;
  found.span = {{line, 1}, {line, 2}};
  found.fix = Fix{.description = "x", .edits = {}};
  return found;
}

CheckedCorpus checked(std::vector<Diagnostic> diagnostics) {
  const FileBytes bytes = {{kPath, kText}};
  const MemoryFiles files(bytes);
  LoadOptions options;
  options.render = false;
  Result<Corpus> corpus = load_corpus(files, options);
  REQUIRE(corpus);
  return {*std::move(corpus), std::move(diagnostics)};
}

const FileBytes kBytes = {{kPath, kText}};
const MemoryFiles kFiles(kBytes);

// Line 3 was added.
ChangeSet change() {
  ChangeSet changes;
  changes.files[kPath].hunks = {
      {.old_first = 2, .old_count = 0, .new_first = 3, .new_count = 1, .removed = {}, .added = {}}};
  return changes;
}

std::vector<std::uint32_t> fixable(const CheckedCorpus& corpus) {
  std::vector<std::uint32_t> lines;
  for (const Diagnostic& found : corpus.diagnostics) {
    if (found.fix) lines.push_back(found.span.start.line);
  }
  return lines;
}

using Lines = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("Only findings of the change keep their fix, also where old ones are alike") {
  auto all = checked({found_at(3, "B.md"), found_at(5, "B.md")});
  CHECK(fixable(narrowed_fixes(std::move(all), change(), kFiles, {})) == Lines{3});
}

TEST_CASE("In a file that fixes changed, findings are known by their lines, which moved") {
  const std::string moved = "top\n" + std::string(kText);
  auto later =
      checked({found_at(1, "new"), found_at(4, "B.md"), found_at(6, "B.md"), found_at(8, "C.md")});
  CHECK(fixable(narrowed_fixes(std::move(later), change(), kFiles, {{kPath, moved}})) ==
        Lines{1, 4});
}

}  // namespace runbookc
