// A small project on disk that checks clean, to be made worse by tests.
#pragma once

#include <string>

#include "e2e/temp_folder.h"

namespace runbookc {

inline const std::string kGoodPage =
    "---\n"
    "title: A good page\n"
    "owner: dba\n"
    "last_reviewed: 2026-11-01\n"
    "review_every: 90 days\n"
    "---\n"
    "\n"
    "# A good page\n"
    "\n"
    "## First\n"
    "\n"
    "Look at the list:\n"
    "\n"
    "```bash\n"
    "$ ls -l\n"
    "total 0\n"
    "$ uptime\n"
    "```\n";

inline constexpr const char* kOwners =
    "owners:\n"
    "  - id: dba\n"
    "    name: Database administrators\n"
    "    kind: team\n"
    "    contacts: { slack: \"#dba\" }\n";

// runbookc.yaml, content/owners.yaml and content/good.md. `Folder` has write(name, bytes).
template <typename Folder>
void write_sample_project(const Folder& folder) {
  folder.write("runbookc.yaml", "site: { title: Sample }\n");
  folder.write("content/owners.yaml", kOwners);
  folder.write("content/good.md", kGoodPage);
}

}  // namespace runbookc
