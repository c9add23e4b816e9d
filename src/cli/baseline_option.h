// --baseline and --update-baseline, and the `baseline` key of the project file.
#pragma once

#include "base/result.h"
#include "cli/command_table.h"
#include "cli/project.h"

namespace runbookc {

inline constexpr OptionSpec kBaselineOption = {
    "--baseline", "FILE", "leave out the old findings that FILE accepts (default: the project's)"};
inline constexpr OptionSpec kNoBaselineOption = {"--no-baseline", "",
                                                 "take no baseline, whatever the project names"};
inline constexpr OptionSpec kUpdateBaselineOption = {
    "--update-baseline", "", "write the baseline anew, so that it accepts what is found now"};

// What a baseline is called where nobody chose another name.
inline constexpr std::string_view kUsualBaseline = "runbookc-baseline.json";

// An Error for options of these that contradict each other.
Status check_baseline_options(const Arguments& arguments);

// Whether the command line or the project names a baseline that counts.
bool has_baseline(const Project& project, const Arguments& arguments);

// Analyses the project and sets aside what the baseline accepts that the command line or else the
// project file names; all findings remain if neither does. The project's own must lie within the
// project: it may come from a pull request. An Error for a file that is missing or broken, so that
// no gate is opened, or flooded, by deleting it.
Result<Analysis> analyse_with_baseline(Session& session, const Project& project,
                                       const AnalysisOptions& options, const Arguments& arguments);

// Analyses the project and writes the baseline so that, among the selected files, it accepts
// exactly what was found; what it says of other files stays.
Result<Analysis> analyse_and_update_baseline(Session& session, const Project& project,
                                             const AnalysisOptions& options,
                                             const Arguments& arguments);

// An analysis that was made without a baseline, less what the project's accepts.
Result<Analysis> without_accepted(const Project& project, Analysis analysis,
                                  const Arguments& arguments);

}  // namespace runbookc
