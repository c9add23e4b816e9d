// The templates and assets that come with the program, loaded once for tests that make many sites.
#pragma once

#include "base/files.h"
#include "emit/templates.h"

namespace runbookc {

inline const Templates& shipped_templates() {
  static const Templates loaded = *Templates::load(MemoryFiles({}));
  return loaded;
}

inline const Assets& shipped_assets() {
  static const Assets loaded = *load_assets(MemoryFiles({}), shipped_templates().words("en"));
  return loaded;
}

}  // namespace runbookc
