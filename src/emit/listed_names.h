// The names that a site has pages for: its alerts, services, tags, severities, types and owners.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "emit/site_view.h"

namespace runbookc {

struct ListedName {
  std::string name;          // what the address of its page is made of (listing_url)
  std::string title;         // what readers see
  std::string note;          // what is said beside it in lists: a response time; may be empty
  std::string lead;          // what its page begins with
  std::vector<Index> pages;  // published, ascending; may be empty for severities and owners
};

// Of kind "alerts", "services", "tags", "severities", "types" or "owners", in the order in which
// readers look for them: the worst severity and the most urgent type first, the rest by name.
std::vector<ListedName> listed_names(const SiteInput& input, std::string_view kind);

// "Alerts" for "alert": the word for many of a type, else the title of its schema, else its name.
std::string type_title(const SiteInput& input, std::string_view type);
// Smaller for types that a reader in an emergency opens first.
int type_rank(std::string_view type);
// Whether pages of this type say what to do when something is wrong and no alert fired.
bool is_for_incidents(std::string_view type);

// The published pages of type "alert" that name no alert, ascending.
std::vector<Index> pages_of_unnamed_alerts(const Corpus& corpus);

}  // namespace runbookc
