// A site on disk, as a test compares it.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace runbookc {

using SiteTree = std::map<std::string, std::string>;

// The bytes of every file below `root`, by its path relative to it; empty if there is no `root`.
SiteTree site_tree(const std::string& root);

// What runs left in `folder`, beside the sites there.
std::vector<std::string> litter_in(const std::string& folder);

// What of a site does not fit its build.json: files that are missing, too many, or have another
// size or digest.
std::vector<std::string> faults_of(const SiteTree& site);

}  // namespace runbookc
