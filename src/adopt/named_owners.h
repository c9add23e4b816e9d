// Who is named where a document says its owner.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/owners.h"

namespace runbookc {

struct NamedOwners {
  std::vector<Owner> owners;  // each with an id, a name and the contacts beside it
  std::string doubt;          // why nobody is taken for it; "" if somebody is
};

// "Platform Team", "Platform Team (#platform)", "@acme/dba, jane@example.com". Nobody, with the
// reason, where any of it is not plainly a name: a sentence, a placeholder, "not assigned", "Ann
// (left)", what may be one name or two ("Search and Ads") or one person ("Smith, Ann").
NamedOwners read_named_owners(std::string_view text);

// Whether the only owner reads as a person's name: "Jane", "Ann Smith", not "DBA" or "Search Team".
bool may_be_person(const NamedOwners& named);

// The names as they are written.
std::vector<std::string> split_names(std::string_view text);

// "#platform" as Slack, "a@b.example" as mail …; nothing for what leads nowhere.
std::optional<Contact> read_contact(std::string_view text);

}  // namespace runbookc
