#include "adopt/named_owners.h"

#include <catch2/catch.hpp>

namespace runbookc {
namespace {

// "id=name[contact]", joined; or "? doubt".
std::string read(std::string_view text) {
  const NamedOwners named = read_named_owners(text);
  if (!named.doubt.empty()) return "? " + named.doubt;
  std::string out;
  for (const Owner& owner : named.owners) {
    out += (out.empty() ? "" : " ") + owner.id + "=" + owner.name;
    for (const Contact& contact : owner.contacts) out += "[" + contact.value + "]";
  }
  return out;
}

}  // namespace

TEST_CASE("owners are teams, handles and addresses") {
  CHECK(read("Platform Team") == "platform-team=Platform Team");
  CHECK(read("Platform Team (#platform)") == "platform-team=Platform Team[#platform]");
  CHECK(read("@acme/dba, ann@example.com") == "dba=dba ann=ann[ann@example.com]");
  CHECK(read("SRE / Payments") == "sre=SRE payments=Payments");
  CHECK(read("SRE, sre") == "sre=SRE");
  CHECK(read("Ann Smith <ann@example.com>") == "ann-smith=Ann Smith[ann@example.com]");
  CHECK(read("Ann Smith ann@example.com") == "ann-smith=Ann Smith[ann@example.com]");
  CHECK(read("Payments, Platform Team") == "payments=Payments platform-team=Platform Team");
  CHECK(read("R&D, J\xC3\xB6rg O'Neil") == "rd=R&D j\xC3\xB6rg-oneil=J\xC3\xB6rg O'Neil");
  CHECK(read("IT (primary)") == "it=IT");
  CHECK(read("Team 42") == "team-42=Team 42");
}

TEST_CASE("what is not plainly a name is nobody") {
  for (const char* text : {"not assigned",
                           "Tbc",
                           "vacant",
                           "me",
                           "same as above",
                           "formerly DBA",
                           "Ask Ann",
                           "yes",
                           "No",
                           "everyone",
                           "various teams",
                           "2026-01-02",
                           "42",
                           "DBA since 2024",
                           "Ann (left)",
                           "Ann (former lead)",
                           "~~Ann~~",
                           "Smith, Ann",
                           "Smith, Ann; Jones, Bob",
                           "DBA/SRE",
                           "A|B",
                           "@ann @bob",
                           "#platform",
                           "the DBAs",
                           "- x",
                           "x@y|z.example",
                           "Team",
                           "whoever is there"}) {
    CAPTURE(text);
    CHECK(read(text).starts_with("? "));
  }
}

TEST_CASE("nobody is taken for an owner on a doubt") {
  CHECK(read("[TEAM_NAME]") == "? never filled in");
  CHECK(read("TBD") == "? still to be filled in");
  CHECK(read("N/A") == "? it says that there is none");
  CHECK(read("Search and Ads") == "? one name or two");
  CHECK(read("whoever is on call at the time of the incident") == "? more than a name");
  CHECK(read("See wiki") == "? it refers to something else");
  CHECK(read("x: y {z}") == "? more than a name");
}

}  // namespace runbookc
