// Which alerts lead to which pages.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "adopt/adoption.h"
#include "adopt/alert_rules.h"
#include "corpus/corpus.h"

namespace runbookc {

struct PageAlert {
  std::string name;
  FoundAt from;
};

// By page. A rule leads to the page that its annotation names, else to the one that is called or
// titled like it. Rules that lead to no page, or to several, are left out: `stray` names them.
struct AlertPages {
  std::map<Index, std::vector<PageAlert>> by_page;  // each name once, in the rules' order
  std::vector<AlertRule> stray;
};
AlertPages find_alert_pages(const Corpus& corpus, const std::vector<AlertRule>& rules);

// The alert that a document is named after: its file and its heading have the same name, which is
// in `rules`, or is called as alerts are ("KubePodNotReady") where `is_alert` says what the
// document is.
// "" if it is not.
std::string alert_in_name(const Document& document, bool is_alert,
                          const std::set<std::string, std::less<>>& rules);

}  // namespace runbookc
