#include "check/missing_section.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

#include "check/heading_likeness.h"

namespace runbookc {
namespace {

Corpus load(std::string_view sections, std::string_view body) {
  LoadOptions options;
  options.render = false;
  std::map<std::string, std::string, std::less<>> files = {
      {"schemas/types/t.json", "{ \"x-sections\": " + std::string(sections) + " }"},
      {"a.md", "---\ntype: t\n---\n\n" + std::string(body)}};
  Result<Corpus> corpus = load_corpus(MemoryFiles(std::move(files)), options);
  REQUIRE(corpus.ok());
  return std::move(corpus).value();
}

// "Rollback>3": the missing title and the line of the heading that is named; 0: none.
std::vector<std::string> guesses(const Corpus& corpus, std::size_t budget = kGuessBudget) {
  const Value none;
  const Page& page = corpus.pages.front();
  const Document& document = corpus.document_of(page);
  const ContractNames names(corpus.types);
  const std::vector<ContractMatch> matches =
      match_contracts(document, *corpus.type_of(page), names);
  const PageContext context{.corpus = corpus,
                            .page = page,
                            .document = document,
                            .source = corpus.source_of(page),
                            .type = corpus.type_of(page),
                            .options = none,
                            .contracts = matches,
                            .contract_names = &names};
  std::vector<std::string> found;
  for (const MissingSection& one : missing_sections(context, budget)) {
    const std::uint32_t line =
        one.heading == kNone ? 0 : document.sections[one.heading].span.start.line;
    found.push_back(one.match->contract->title + ">" + std::to_string(line));
  }
  return found;
}

std::size_t title_likeness(std::string_view title, std::string_view heading) {
  return likeness_to_title(TitleWords(title), TitleWords(heading));
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("a guess costs its comparisons, and what the budget cannot pay is not made") {
  const Corpus corpus = load(R"([{ "title": "Rollback" }, { "title": "Purpose" }])",
                             "## Rollbak\n\nText.\n\n## Purpos\n\nText.\n");
  CHECK(guesses(corpus) == Texts{"Rollback>5", "Purpose>9"});
  CHECK(guesses(corpus, 4) == Texts{"Rollback>5", "Purpose>9"});
  CHECK(guesses(corpus, 3) == Texts{"Rollback>5", "Purpose>0"});
  CHECK(guesses(corpus, 1) == Texts{"Rollback>0", "Purpose>0"});
}

TEST_CASE("a misplaced section is found without a guess") {
  const Corpus corpus =
      load(R"([{ "title": "Rollback", "level": 2 }])", "# T\n\n### Rollback\n\nText.\n");
  CHECK(guesses(corpus, 0) == Texts{"Rollback>7"});
}

TEST_CASE("one heading is what one entry misses, the most alike") {
  const Corpus corpus = load(R"([{ "title": "Escalation Path" }, { "title": "Contacts" }])",
                             "## Escalation Contacts\n\nText.\n");
  CHECK(guesses(corpus) == Texts{"Escalation Path>0", "Contacts>5"});
}

TEST_CASE("of two entries that are as alike the one takes it that names more of it") {
  const Corpus corpus = load(R"([{ "title": "Procedure" }, { "title": "Post-Incident" }])",
                             "## 7. Post-incident procedure\n\nText.\n");
  CHECK(guesses(corpus) == Texts{"Procedure>0", "Post-Incident>5"});
}

TEST_CASE("headings are alike by slips, by phrases and by telling words, in this order") {
  const std::size_t slip = title_likeness("purpose", "purpos");
  const std::size_t phrase = title_likeness("rollback", "rollback of the schema");
  const std::size_t kin = title_likeness("diagnosis", "diagnosing the fault");
  const std::size_t half = title_likeness("escalation path", "escalation contacts");
  CHECK(slip > phrase);
  CHECK(phrase > kin);
  CHECK(kin > half);
  CHECK(half > 0);
  CHECK(title_likeness("impact", "import the dump") == 0);
  CHECK(title_likeness("response steps", "steps") == 0);
  CHECK(title_likeness("rollback", "") == 0);
}

TEST_CASE("a heading that says much more than the name is not meant") {
  CHECK(title_likeness("verification", "if verification of the restore fails badly") == 0);
  CHECK(title_likeness("procedure", "special procedure for deletions under eight hours") == 0);
  CHECK(title_likeness("diagnosis", "diagnosing the fault in each service") == 0);
}

TEST_CASE("an alias counts as a whole only") {
  const auto likeness = [](std::string_view heading) {
    return likeness_to_alias(TitleWords("customer impact"), TitleWords(heading));
  };
  CHECK(likeness("customer impact in detail") > 0);
  CHECK(likeness("what the customer sees") == 0);
  CHECK(likeness("customer impat") > 0);
}

TEST_CASE("an alias of one word is the heading but for little else") {
  const auto likeness = [](std::string_view alias, std::string_view heading) {
    return likeness_to_alias(TitleWords(alias), TitleWords(heading));
  };
  for (const char* heading : {"checks", "our checks", "the checks", "step 1: checks", "aws checks",
                              "checks and alerts", "alerts/checks", "chekcs"}) {
    CAPTURE(heading);
    CHECK(likeness("checks", heading) > 0);
  }
  for (const char* heading : {"possible checks", "how to configure checks", "the checks in pingdom",
                              "improvements for this alert/checks", "12"}) {
    CAPTURE(heading);
    CHECK(likeness("checks", heading) == 0);
  }
  CHECK(likeness("recovery", "disaster recovery types") == 0);
  CHECK(likeness("about", "what to do about it") == 0);
  CHECK(likeness("clean up", "general clean up") > 0);
  CHECK(likeness("description", "alert description of an alert") == 0);
}

TEST_CASE("an alias forgives fewer letters than a title") {
  CHECK(likeness_to_alias(TitleWords("introduction"), TitleWords("production")) == 0);
  CHECK(likeness_to_alias(TitleWords("reverting"), TitleWords("alerting")) == 0);
  CHECK(likeness_to_alias(TitleWords("how to verify"), TitleWords("how")) == 0);
}

}  // namespace runbookc
