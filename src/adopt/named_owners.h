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
// reason, where it is a sentence, a placeholder, or may be one name or two ("Search and Ads").
NamedOwners read_named_owners(std::string_view text);

// "#platform" as Slack, "a@b.example" as mail …; nothing for what leads nowhere.
std::optional<Contact> read_contact(std::string_view text);

}  // namespace runbookc
