#include "adopt/adoption_plan.h"

#include <catch2/catch.hpp>

#include "adopt/owners_draft.h"
#include "adopt/project_draft.h"
#include "base/files.h"
#include "schema/yaml_sample.h"
#include "unit/adopt/load_options.h"

namespace runbookc {
namespace {

using TextFiles = std::map<std::string, std::string, std::less<>>;

std::string sections(const std::vector<std::string>& titles) {
  std::string text = "# A\n";
  for (const std::string& title : titles) text += "\n## " + title + "\n\nText.\n";
  return text;
}

const std::string kAlert = sections({"Meaning", "Impact", "Diagnosis", "Mitigation"});

AdoptionPlan plan_of(const TextFiles& texts) {
  const MemoryFiles files(texts);
  const auto corpus = load_corpus(files, adoption_options(*parse_date("2026-06-01")));
  REQUIRE(corpus.ok());
  AdoptionFacts facts;
  facts.selected.assign(corpus->pages.size(), true);
  facts.drafts_project = true;
  std::vector<std::string> paths;
  for (const Document& document : corpus->documents) paths.push_back(document.path);
  facts.approvers = read_approver_lists(files, paths);
  return plan_adoption(*corpus, facts);
}

std::string globs_of(const AdoptionPlan& plan) {
  std::string out;
  for (const FolderType& folder : plan.folder_types) out += folder.glob + "=" + folder.type + " ";
  return out;
}

}  // namespace

TEST_CASE("folders whose documents agree have one type, with their exceptions before them") {
  TextFiles texts = {{"alerts/README.md", "# A\n"},
                     {"alerts/helpers/x.md", "# X\n"},
                     {"alerts/b/odd.md", "# Odd\n"},
                     {"other/a.md", kAlert}};
  for (const char* folder : {"alerts/a", "alerts/b"}) {
    for (int i = 0; i < 4; ++i)
      texts[std::string(folder) + "/" + std::to_string(i) + ".md"] = kAlert;
  }
  const AdoptionPlan plan = plan_of(texts);
  CHECK(globs_of(plan) == "**/README.md=page alerts/helpers/**=page alerts/**=alert ");
  for (const DocumentAdoption& adoption : plan.documents) {
    const bool has_type = std::ranges::any_of(
        adoption.fields, [](const AdoptedField& field) { return field.key == "type"; });
    CHECK(has_type == (adoption.page == 11));  // other/a.md
  }
}

TEST_CASE("a folder with sections of its own has a type drafted") {
  TextFiles texts = {{"decisions/README.md", "# A\n"}};
  for (int i = 0; i < 6; ++i) {
    std::vector<std::string> titles = {"Context", "Choice"};
    if (i < 4) titles.emplace_back("Outcome");
    texts["decisions/" + std::to_string(i) + ".md"] = sections(titles);
  }
  const AdoptionPlan plan = plan_of(texts);
  CHECK(globs_of(plan) == "**/README.md=page decisions/**=decisions ");
  REQUIRE(plan.conventions.size() == 1);
  const std::string schema = drafted_schema(plan.conventions[0]);
  CHECK(schema.find("\"title\": \"Choice\"") != std::string::npos);
  CHECK(schema.find("\"title\": \"Outcome\",\n      \"required\": false") != std::string::npos);
}

TEST_CASE("a heading that stands for an expected one is proposed as its alias") {
  TextFiles texts;
  for (int i = 0; i < 3; ++i) {
    texts[std::to_string(i) + ".md"] =
        sections({"Meaning", "Impact", "Have a look", "Mitigation", "Links"});
  }
  const AdoptionPlan plan = plan_of(texts);
  REQUIRE(plan.aliases.size() == 1);
  CHECK(plan.aliases[0].heading == "Have a look");
  CHECK(plan.aliases[0].section == "Diagnosis");
  CHECK(plan.aliases[0].documents == 3);
}

TEST_CASE("approvers of a folder own what is in it; too many are nobody") {
  std::string many = "approvers:\n";
  for (int i = 0; i < 30; ++i) many += "- p" + std::to_string(i) + "\n";
  const AdoptionPlan plan = plan_of({{"a/one.md", "# One\n"},
                                     {"a/b/two.md", "# Two\n"},
                                     {"OWNERS", "approvers:\n- ann\n"},
                                     {"a/b/OWNERS", many},
                                     {"a/OWNERS", "approvers: [bob, 'x y']\nreviewers: [eve]\n"}});
  REQUIRE(plan.folder_owners.size() == 3);
  CHECK(plan.folder_owners[0].glob == "**");
  CHECK(plan.folder_owners[1].glob == "a/**");
  CHECK(plan.folder_owners[1].owners == std::vector<std::string>{"bob"});
  CHECK(plan.folder_owners[2].owners.empty());
  REQUIRE(plan.open.size() == 1);
  CHECK(plan.open[0].reason == "30 are too many to answer for it");
}

TEST_CASE("channels that documents name are owners with that contact, once each") {
  const auto owned_by = [](const std::string& owner) {
    return "---\ntitle: A\nowner: " + owner + "\n---\n\n# A\n";
  };
  const AdoptionPlan plan = plan_of({{"a.md", owned_by("[\"#orders\", \"#db\"]")},
                                     {"b.md", owned_by("\"#Orders\"")},
                                     {"c.md", "# C\n\n**Owner**: Depot Team (#depot)\n"},
                                     {"d.md", owned_by("\"#depot\"")},
                                     {"e.md", "# E\n\n**Owner**: DB\n"},
                                     {"f.md", owned_by("[\"#[TEAM]\", \"#a b\", dba]")}});
  CHECK(owner_entries(plan.owners) ==
        "  - id: db\n    name: DB\n    # contacts: { slack: \"#…\" }\n"
        "  - id: db-channel\n    contacts:\n      slack: \"#db\"\n"
        "  - id: depot-team\n    name: Depot Team\n    contacts:\n      slack: \"#depot\"\n"
        "  - id: orders\n    contacts:\n      slack: \"#orders\"\n");
}

TEST_CASE("names in OWNERS may be those of groups") {
  const AdoptionPlan plan =
      plan_of({{"a/one.md", "# One\n"},
               {"OWNERS", "approvers: [Docs-Team, cid, none]\n"},
               {"OWNERS_ALIASES", "aliases:\n  docs-team:\n  - ann\n  - bob\n  none: []\n"},
               {"a/OWNERS_ALIASES", "aliases: {cid: [eve]}\n"}});
  REQUIRE(plan.folder_owners.size() == 1);
  CHECK(plan.folder_owners[0].owners == std::vector<std::string>{"ann", "bob", "cid"});
}

TEST_CASE("as many folders as one likes are matched in no time") {
  TextFiles texts;
  for (int i = 0; i < 3000; ++i) {
    const std::string folder = "f" + std::to_string(i) + (i % 2 == 0 ? "/a" : "-x/b");
    texts[folder + "/OWNERS"] = "approvers: [ann]\n";
    for (const char* name : {"/1.md", "/2.md", "/3.md"}) texts[folder + name] = kAlert;
  }
  const AdoptionPlan plan = plan_of(texts);
  CHECK(plan.folder_types.size() == 3000);
  CHECK(plan.folder_owners.size() == 3000);
}

TEST_CASE("approvers do not answer for a document that names its owner in doubtful words") {
  const AdoptionPlan plan = plan_of({{"a/one.md", "# One\n\nOwner: Search and Ads\n"},
                                     {"a/two.md", "# Two\n"},
                                     {"a/OWNERS", "approvers: [bob]\n"}});
  REQUIRE(plan.folder_owners.size() == 2);
  CHECK(plan.folder_owners[0].glob == "a/**");
  CHECK(plan.folder_owners[1].glob == "a/one.md");
  CHECK(plan.folder_owners[1].owners.empty());
}

TEST_CASE("an index says of documents what they do not say themselves") {
  const AdoptionPlan plan =
      plan_of({{"README.md",
                "# A\n\n| Runbook | Estimated Time | Approval Required |\n| --- | --- | --- |\n"
                "| [a](a.md) | 5-15 minutes | DBA + On-call lead |\n| [b](b.md) | Varies | None |\n"
                "| [a](a.md) and [b](b.md) | 1 hour | None |\n\n"
                "| Runbook | Approval Required |\n| --- | --- |\n| [b](b.md) | Lead |\n"},
               {"a.md", "# A\n\nText.\n"},
               {"b.md", "# B\n\nText.\n"},
               {"c.md", "---\ntitle: C\n---\n\n# C\n"}});
  REQUIRE(plan.documents.size() == 4);
  std::string fields;
  for (const DocumentAdoption& adoption : plan.documents) {
    for (const AdoptedField& field : adoption.fields) {
      fields += field.key + "=" + yaml_flow(field.value) + " ";
    }
  }
  CHECK(
      fields ==
      "title=A title=A estimated_time=5-15 minutes approval_required=[DBA, On-call lead] title=B ");
}

TEST_CASE("drafts are read as they are meant, whatever names are in them") {
  Owner owner;
  owner.id = "a-b";
  owner.name = "A: b # c";
  owner.contacts = {{"slack", "#x"}, {"slack", "#y"}, {"email", "a@b.example"}};
  const std::string owners = owners_draft({owner});
  CHECK(
      owners.ends_with("owners:\n  - id: a-b\n    name: \"A: b # c\"\n    contacts:\n"
                       "      email: \"a@b.example\"\n      slack: [\"#x\", \"#y\"]\n"));
  const std::string config = project_draft({.content = "docs: x",
                                            .extensions = {".md", ".html.md.erb"},
                                            .folder_types = {{"a\"b/**", "alert", 3, 4}},
                                            .folder_owners = {{"**", {"yes"}, "OWNERS"}},
                                            .owners_file = "",
                                            .baseline = "b.json"});
  const ConfigOutcome outcome = read_config(SourceFile("runbookc.yaml", config));
  CAPTURE(config);
  for (const ConfigProblem& problem : outcome.problems) UNSCOPED_INFO(problem.message);
  CHECK(outcome.problems.empty());
  CHECK(outcome.config.content == "docs: x");
  CHECK(outcome.config.extensions == std::vector<std::string>{".md", ".html.md.erb"});
  CHECK(outcome.config.baseline == "b.json");
  REQUIRE(outcome.config.types_by_glob.size() == 1);
  CHECK(outcome.config.types_by_glob[0].first.pattern() == "a\"b/**");
}

}  // namespace runbookc
