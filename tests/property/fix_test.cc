#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <tuple>

#include "base/files.h"
#include "base/overlay_files.h"
#include "check/runner.h"
#include "corpus/corpus.h"
#include "fix/fix_rounds.h"
#include "property/defective_project.h"

using namespace runbookc;

namespace {

Result<CheckedCorpus> check(const Files& files) {
  LoadOptions options;
  options.today = *parse_date("2026-06-01");
  options.threads = 1;
  options.render = false;
  auto corpus = load_corpus(files, options);
  if (!corpus) return corpus.error();
  std::vector<Diagnostic> found = run_rules(*corpus, 1).diagnostics;
  return CheckedCorpus{*std::move(corpus), std::move(found)};
}

FixOutcome fix(const FileBytes& texts) {
  const MemoryFiles below(texts);
  auto outcome =
      apply_fixes([&](const FileBytes& over) { return check(OverlayFiles(below, over)); },
                  [](const Diagnostic&) { return true; });
  REQUIRE(outcome.ok());
  return *std::move(outcome);
}

// Each with its ending.
std::vector<std::string_view> lines_with_endings(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

using Counts = std::map<std::tuple<std::string, std::string, std::string>, std::size_t>;

Counts counts_of(const FileBytes& texts) {
  const auto checked = check(MemoryFiles(texts));
  REQUIRE(checked.ok());
  Counts counts;
  for (const Diagnostic& found : checked->diagnostics) {
    counts[{found.path, found.code, found.subject}] += 1;
  }
  return counts;
}

std::vector<std::string_view> kept_lines(const std::string& text) {
  auto lines = lines_with_endings(text);
  std::erase_if(lines, [](std::string_view line) { return !line.starts_with(kKeep); });
  return lines;
}

bool uses_only(const std::string& text, std::string_view ending) {
  for (const std::string_view line : lines_with_endings(text)) {
    if (line.ends_with('\n') && line.ends_with("\r\n") != (ending == "\r\n")) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("fixing random defects brings none, keeps the rest and is done after one run") {
  std::size_t fixes = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    CAPTURE(seed);
    FileBytes texts = DefectiveProject(seed).files();
    const Counts before = counts_of(texts);
    const FixOutcome outcome = fix(texts);
    fixes += outcome.applied.size();
    for (const auto& [path, old] : outcome.before) {
      const std::string& mended = outcome.after.at(path);
      CAPTURE(path, old, mended);
      CHECK(old == texts[path]);
      CHECK(old != mended);
      CHECK(kept_lines(old) == kept_lines(mended));
      CHECK(old.ends_with('\n') == mended.ends_with('\n'));
      for (const char* ending : {"\n", "\r\n"}) {
        if (uses_only(old, ending)) CHECK(uses_only(mended, ending));
      }
      texts[path] = mended;
    }
    for (const auto& [key, count] : counts_of(texts)) {
      const auto old = before.find(key);
      CAPTURE(std::get<0>(key), std::get<1>(key), std::get<2>(key));
      CHECK(old != before.end());
      if (old != before.end()) CHECK(count <= old->second);
    }
    CHECK(fix(texts).after.empty());
  }
  CHECK(fixes > 100);
}
