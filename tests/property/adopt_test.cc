#include <catch2/catch.hpp>
#include <random>

#include "adopt/adoption_plan.h"
#include "adopt/front_matter_writer.h"
#include "base/files.h"
#include "corpus/corpus.h"
#include "unit/adopt/load_options.h"

using namespace runbookc;

namespace {

constexpr std::array<std::string_view, 38> kPieces = {
    "# Runbook: A: b # c\n",
    "# \"Quoted\" 'title' \\ \n",
    "# yes\n",
    "**Owner**: Depot Team (#depot)\n",
    "**Owner**: a: b\n",
    "Owner: - x\n",
    "**Owner:** [TEAM]\n",
    "**Version:** 1.10\n",
    "**Last Updated**: 2026-01-02\n",
    "**Last Updated**: December 2025\n",
    "| Owner | DBA |\n| --- | --- |\n| Severity | P1 |\n",
    "**Distribution**: yes, no, ~, \"a\", # x, {a: b}\n",
    "**Audience**: a\\\nb\n",
    "## Document Control\n\n",
    "## Revision History\n\n| Date | Version |\n| --- | --- |\n| 2026-01-01 | 2.0 |\n",
    "---\n",
    "\n",
    "```yaml\nowner: x\n```\n",
    "This runbook is reviewed every 6 months.\n",
    "---\ntitle: There\n---\n",
    "---\nsummary: |\n  x\n---\n",
    "---\n{a: b}\n---\n",
    "---\nowner: [\n---\n",
    "> **Status**: Active | **Tags**: a, b\n",
    "- **Services**: x-y, z\n",
    "\xEF\xBB\xBF",
    "**Alert**: QueueIsFull\n",
    "**Estimated Time**: 5 min\r\n",
    "text\r\n",
    "**Approved By**: Ann \xE2\x80\xA8 Bob\n",
    "# QueueIsFull\n",
    "**Owner**: Search and Ads\n",
    "**Last Reviewed**: 01.02.2026\n",
    "**Severity**: P1-P3\n",
    "**Approval**: No\n",
    "---\nOwner: dba\nalerts: [A]\n---\n",
    "## Change Log\n\n- 2026-01-01: 1.0\n- [DATE]: 1.1\n",
    "**Owner**: password=hunter2hunter2\n"};

constexpr std::array<std::string_view, 12> kCells = {
    "Owner", "Team",     "Severity",   "Service",       "Last Updated", "Alert",
    "",      "P1 or P2", "2026-01-02", "Platform Team", "Value",        "[DATE]"};

// Any words in any cells: a table's header may be one, or a label and its value.
std::string random_table(std::mt19937& random) {
  const auto columns = 1 + random() % 3;
  const auto rows = 1 + random() % 3;
  std::string table;
  for (std::size_t row = 0; row <= rows; ++row) {
    for (std::size_t column = 0; column < columns; ++column) {
      table += "| " + std::string(kCells.at(random() % kCells.size())) + " ";
    }
    table += "|\n";
    for (std::size_t column = 0; row == 0 && column < columns; ++column) table += "| --- ";
    if (row == 0) table += "|\n";
  }
  return table + "\n";
}

std::string random_text(std::mt19937& random) {
  std::string text;
  const auto count = random() % 12;
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_table = random() % 8 == 0;
    text += is_table ? random_table(random) : std::string(kPieces.at(random() % kPieces.size()));
  }
  return text;
}

Corpus load(const std::string& text) {
  const MemoryFiles files({{"a.md", text}});
  auto corpus = load_corpus(files, adoption_options(*parse_date("2026-06-01")));
  REQUIRE(corpus.ok());
  return std::move(corpus).value();
}

// What is known from elsewhere: some days of commits, some rules, with or without a draft.
AdoptionFacts random_facts(std::mt19937& random) {
  AdoptionFacts facts;
  facts.selected = {true};
  facts.assume_reviewed = random() % 4 == 0;
  facts.drafts_project = random() % 2 == 0;
  if (random() % 2 == 0) facts.commit_days.emplace("a.md", *parse_date("2026-05-04"));
  if (random() % 2 == 0) {
    facts.alert_rules.push_back(
        {.name = "DepotIsDown", .runbook = "a.md", .path = "r.yaml", .line = 1});
  }
  return facts;
}

// As it would be written; the text itself if nothing would.
std::string adopted(const std::string& text, const AdoptionFacts& facts) {
  const Corpus corpus = load(text);
  const AdoptionPlan plan = plan_adoption(corpus, facts);
  REQUIRE(plan.documents.size() == 1);
  return with_front_matter(corpus.sources[0], corpus.documents[0], plan.documents[0].fields,
                           corpus.config.limits)
      .value_or(text);
}

std::size_t count_of_secrets(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = text.find("hunter2"); at != std::string_view::npos;
       at = text.find("hunter2", at + 1)) {
    ++count;
  }
  return count;
}

// Whether `after` is `before` with bytes put in at one place.
bool is_insertion(std::string_view before, std::string_view after) {
  if (after.size() < before.size()) return false;
  std::size_t same = 0;
  while (same < before.size() && before[same] == after[same]) ++same;
  return after.ends_with(before.substr(same));
}

}  // namespace

TEST_CASE("adopting inserts bytes at one place, and twice is once") {
  std::mt19937 random(7);  // NOLINT(*-msc51-cpp)
  std::size_t changed = 0;
  for (int i = 0; i < 300; ++i) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const AdoptionFacts facts = random_facts(random);
    const std::string once = adopted(text, facts);
    changed += once == text ? 0U : 1U;
    REQUIRE(is_insertion(text, once));
    REQUIRE(count_of_secrets(once) == count_of_secrets(text));
    REQUIRE(adopted(once, facts) == once);
  }
  CHECK(changed > 100);
}

TEST_CASE("what is there is read as before") {
  std::mt19937 random(11);  // NOLINT(*-msc51-cpp)
  for (int i = 0; i < 150; ++i) {
    const std::string text = random_text(random);
    CAPTURE(text);
    const Corpus before = load(text);
    const Corpus after = load(adopted(text, random_facts(random)));
    for (const Member& member : before.documents[0].front_matter.root.members) {
      const Value* value = after.documents[0].front_matter.root.find(member.key);
      REQUIRE(value != nullptr);
      CHECK(value->same_data(member.value));
    }
    CHECK(before.documents[0].sections.size() == after.documents[0].sections.size());
    CHECK(before.documents[0].links.size() == after.documents[0].links.size());
    CHECK(before.documents[0].code_blocks.size() == after.documents[0].code_blocks.size());
  }
}
