// Commands that stand on the line of a fence itself, where renderers take them for its language.
#pragma once

#include "model/document.h"
#include "shell/risk_table.h"
#include "source/source_file.h"

namespace runbookc {

// Makes what stands behind the marks of a fence the first line of its text, if that is shell beyond
// doubt and begins with no language. The block then has no language, but keeps its info string.
void take_fence_commands(const SourceFile& file, const RiskTable& table, Document& document);

}  // namespace runbookc
