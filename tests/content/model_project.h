// The project's own runbooks, as the real program sees them.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "e2e/process.h"

namespace runbookc {

// The day on which content/ was last read through. No review is due soon then, and none is dated
// later.
inline constexpr std::string_view kReviewDay = "2026-11-20";
inline constexpr std::string_view kYearLater = "2027-11-20";

// Runs the tool in the repository, as of `today`.
ProcessResult run_here(std::vector<std::string> arguments, std::string_view today = kReviewDay);
// The JSON that a command prints, whatever its exit code; index.json, commands.json.
nlohmann::json json_from(const std::vector<std::string>& arguments,
                         std::string_view today = kReviewDay);

// The index's runbooks: one for each document.
nlohmann::json documents();
nlohmann::json commands();

// A document's source, by its path relative to the repository.
std::string source_of(std::string_view path);
std::vector<std::string> lines_of(std::string_view path);

}  // namespace runbookc
