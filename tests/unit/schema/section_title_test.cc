#include <catch2/catch.hpp>

#include "schema/document_type.h"

namespace runbookc {
namespace {

TEST_CASE("numbering does not count when titles are compared") {
  for (const char* title :
       {"Rollback", "3. Rollback", "3.2 Rollback", "3.2. Rollback", "1) Rollback", "(1) Rollback",
        "IV. Rollback", "a) Rollback", "Step 3: Rollback", "Phase 2 – Rollback", "3 Rollback",
        "1️⃣ Rollback", "3.Rollback", "[3] Rollback", "#3 Rollback", "① Rollback", "III. Rollback",
        "Section 4: Rollback", "Stage 2 - Rollback"}) {
    INFO(title);
    CHECK(comparable_title(title) == "rollback");
  }
}

TEST_CASE("emoji, case, punctuation and a last remark do not count") {
  for (const char* title :
       {"🔁 Rollback", "ROLLBACK:", "Rollback?!", "Rollback (0-15 min)", ":rewind: Rollback",
        "  Rollback  ", "⚠️ Rollback ⚠️", "Rollback (if needed):", "Rollback [draft]"}) {
    INFO(title);
    CHECK(comparable_title(title) == "rollback");
  }
}

TEST_CASE("an ampersand is 'and', and dashes are spaces") {
  CHECK(comparable_title("Backup & Recovery") == comparable_title("backup and recovery"));
  CHECK(comparable_title("Post-Incident") == comparable_title("Post Incident"));
  CHECK(comparable_title("Roll–back") == "roll back");
}

TEST_CASE("words that look like numbers stay") {
  CHECK(comparable_title("I want this") == "i want this");
  CHECK(comparable_title("5xx errors") == "5xx errors");
  CHECK(comparable_title("Vital signs") == "vital signs");
  CHECK(comparable_title("Stepwise rollout") == "stepwise rollout");
  CHECK(comparable_title("A cold start") == "a cold start");
}

TEST_CASE("a title that is nothing but a number stays") {
  CHECK(comparable_title("Step 1") == "step 1");
  CHECK(comparable_title("3.") == "3");
  CHECK(comparable_title("") == "");
  CHECK(comparable_title("🔁") == "");
  CHECK(comparable_title("(optional)") == "(optional)");
}

TEST_CASE("a section fulfils a contract by its title or an alias") {
  SectionContract contract;
  contract.title = "Post-Incident";
  contract.aliases = {"Follow-up"};
  CHECK(fulfils_title(contract, "6. Post-Incident (24-48 hours)"));
  CHECK(fulfils_title(contract, "✅ Follow up:"));
  CHECK_FALSE(fulfils_title(contract, "Incident"));
}

}  // namespace
}  // namespace runbookc
