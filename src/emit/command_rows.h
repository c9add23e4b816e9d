// Commands as lines of a list: what each would do, its text, and where it stands.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "emit/command_catalogue.h"
#include "emit/site_view.h"

namespace runbookc {

enum class CommandGrouping : unsigned char { by_risk, by_page, by_program };

// Neighbours that have the grouping in common stand under one heading: sort them by it before.
std::vector<TemplateData> command_groups(const SiteInput& input, std::string_view from,
                                         const CommandCatalogue& catalogue,
                                         std::span<const Index> entries, CommandGrouping grouping);

}  // namespace runbookc
