// What a folder that becomes a project is published by, and the documents that this makes of it.
#pragma once

#include <string>

#include "base/files.h"
#include "cli/existing_documents.h"
#include "model/dialect.h"

namespace runbookc {

struct SiteSetup {
  const DialectRules* dialect = &default_dialect();
  ExistingDocuments existing;
};

// The folder `root`, which need not exist yet. Where its dialect has a content folder, and that
// is there, it is the one; documents are those of the dialect.
SiteSetup find_site_setup(const std::string& root);

}  // namespace runbookc
