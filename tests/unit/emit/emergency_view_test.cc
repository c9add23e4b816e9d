#include "emit/emergency_view.h"

#include <catch2/catch.hpp>
#include <map>
#include <string>

namespace runbookc {
namespace {

using Sources = std::map<std::string, std::string, std::less<>>;

Corpus load(Sources files) {
  LoadOptions options;
  options.render = false;
  Result<Corpus> corpus = load_corpus(MemoryFiles(std::move(files)), options);
  INFO((corpus.ok() ? "" : corpus.error().message));
  REQUIRE(corpus.ok());
  return std::move(corpus).value();
}

// The view of the page "a.md" in lines: `role title: text`, and the command.
std::string view_of(const Corpus& corpus) {
  const Page& page = corpus.pages[find_page(corpus, "a.md")];
  const Document& document = corpus.document_of(page);
  const EmergencyView view = find_emergency(corpus, SectionRoles(corpus.types), page);
  std::string out;
  for (const EmergencyRow& row : view.rows) {
    out += std::string(section_role_name(row.role)) + " ";
    for (const Index section : row.sections) out += document.sections[section].title + ", ";
    out.resize(out.size() - 2);
    out += ": " + row.text;
    if (row.steps > 0) out += " (" + std::to_string(row.steps) + ")";
    out += "\n";
  }
  if (view.command != kNone) out += "$ " + document.commands[view.command].text + "\n";
  return out;
}

std::string view_of(std::string_view type, std::string_view body, Sources files = {}) {
  files["a.md"] = "---\ntype: " + std::string(type) + "\n---\n\n# A\n\n" + std::string(body);
  return view_of(load(std::move(files)));
}

}  // namespace

TEST_CASE("an alert's page says its impact, a first look, and what to do") {
  CHECK(view_of("alert",
                "## Meaning\n\nThe queue grows.\n\n## Impact\n\nParcels are late. Nobody can book. "
                "And so on and on, sentence by sentence, at very great length, for those who have "
                "the time to read what nobody reads at "
                "night, which is why only whole sentences that fit a glance are taken from it.\n\n"
                "## Diagnosis\n\nLook at the pods:\n\n```bash\nkubectl get pods -n q\n```\n\n"
                "## Mitigation\n\n1. Scale it up\n2. Wait\n\n### Rollback\n\nScale it down.\n") ==
        "impact Impact: Parcels are late. Nobody can book.\n"
        "diagnosis Diagnosis: Look at the pods:\n"
        "mitigation Mitigation: Scale it up (2)\n"
        "rollback Rollback: Scale it down.\n"
        "$ kubectl get pods -n q\n");
}

TEST_CASE("a runbook has no impact: what it is for stands there") {
  CHECK(view_of(
            "runbook",
            "## When to Use\n\nThe primary is gone.\n\n## Steps\n\n### Step 1: Look\n\n1. One\n2. "
            "Two\n\n### Step 2: Go\n\nNow.\n\n## 5. Undo ↩️\n\nGo back.\n") ==
        "meaning When to Use: The primary is gone.\n"
        "mitigation Steps: Look (3)\n"
        "rollback 5. Undo ↩️: Go back.\n");
}

TEST_CASE("an incident's three sections for what to do are one row") {
  CHECK(view_of("incident-response",
                "## Detection\n\nUsers call.\n\n## Initial Response\n\nOpen a channel.\n\n"
                "## Containment\n\nCut it off.\n\n## Resolution\n\nRepair.\n") ==
        "meaning Detection: Users call.\n"
        "mitigation Initial Response, Containment, Resolution: Open a channel.\n");
}

TEST_CASE("the first row of an escalation's table is said") {
  CHECK(
      view_of(
          "on-call",
          "## Purpose\n\nWhom to call.\n\n## Escalation Path\n\n| Level | Who |\n| - | - |\n| 1 | "
          "The on-call |\n| 2 | Her lead |\n") ==
      "meaning Purpose: Whom to call.\nescalation Escalation Path: 1 · The on-call\n");
}

TEST_CASE("a team's own type says what its sections are for") {
  const Sources own = {{"schemas/types/stoerung.json",
                        R"({"x-sections": [
                        {"title": "Auswirkung", "role": "impact"},
                        {"title": "Abhilfe", "aliases": ["Maßnahmen"], "role": "mitigation"}]})"}};
  CHECK(view_of("stoerung", "## Auswirkung\n\nNichts geht.\n\n## Maßnahmen\n\nNeu starten.\n",
                own) == "impact Auswirkung: Nichts geht.\nmitigation Maßnahmen: Neu starten.\n");
}

TEST_CASE("a type without roles, and a page without a type, have those of known headings") {
  const Sources own = {{"schemas/types/mine.json", R"({"x-sections": [{"title": "Impact"}]})"}};
  const std::string body = "## Impact\n\nBad.\n\n## Mitigation\n\nBetter.\n";
  CHECK(view_of("mine", body, own) == "impact Impact: Bad.\nmitigation Mitigation: Better.\n");
  CHECK(view_of("page", body) == "impact Impact: Bad.\nmitigation Mitigation: Better.\n");
}

TEST_CASE("a page without anything to do has none, nor has an index or a template") {
  CHECK(view_of("page", "## Overview\n\nWords.\n\n## Impact\n\nNone.\n").empty());
  CHECK(view_of("page", "## Rollback\n\nGo back.\n").empty());
  const std::string body = "## Impact\n\nBad.\n\n## Mitigation\n\nBetter.\n";
  CHECK(view_of("index", body).empty());
  CHECK(view_of("template", body).empty());
}

TEST_CASE("what is still to be written says nothing") {
  CHECK(view_of("alert", "## Impact\n\nTODO\n\n## Mitigation\n\nRestart.\n\n## Rollback\n\nTBD.\n")
            .empty());
}

TEST_CASE("the first look changes nothing, stands alone, ends by itself, and tells something") {
  const auto look = [](const std::string& code) {
    const std::string view = view_of("alert", "## Impact\n\nBad.\n\n## Diagnosis\n\n" + code +
                                                  "\n## Mitigation\n\nRestart it.\n");
    const std::size_t at = view.find("$ ");
    return at == std::string::npos ? "" : view.substr(at + 2);
  };
  CHECK(look("```bash\nrm -r /srv/x\n```\n\n```bash\nkubectl get pods\n```\n") ==
        "kubectl get pods\n");
  CHECK(look("```bash\nkubectl logs -f x\n```\n\n```bash\ndf -h\n```\n") == "df -h\n");
  CHECK(look("```bash\nexport A=1\n```\n\n```bash\ndf -h\n```\n") == "df -h\n");
  CHECK(look("```bash\ncd /srv\nls x\n```\n\n```bash\ndf -h\n```\n") == "df -h\n");
  CHECK(look("```bash\nkubectl delete pod x\n```\n").empty());
}

TEST_CASE("a command of the diagnosis goes before an earlier one, one of the way back never is") {
  CHECK(view_of("runbook",
                "## Purpose\n\nX.\n\n## Prerequisites\n\n```bash\ndf -h\n```\n\n## Procedure\n\n1. "
                "Go.\n\n## Rollback\n\n```bash\nuptime\n```\n") ==
        "meaning Purpose: X.\nmitigation Procedure: Go. (1)\nrollback Rollback: \n");
  const std::string view =
      view_of("alert",
              "## Meaning\n\n```bash\nuptime\n```\n\n## Diagnosis\n\n```bash\ndf "
              "-h\n```\n\n## Mitigation\n\nX.\n");
  CHECK(view.ends_with("$ df -h\n"));
}

}  // namespace runbookc
