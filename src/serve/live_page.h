// What a served page has that a built one has not: the script that follows changes.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// Where that script, its style and its data are. A site has no such files: they cannot clash.
inline constexpr std::string_view kLiveScript = "/_/live.js";
inline constexpr std::string_view kLiveStyle = "/_/live.css";
inline constexpr std::string_view kLiveData = "/_/live.json";

// The page with the script in its head, told that it is in the state `state`, and with a policy
// that lets it ask this server. Nothing else is changed, and nothing is let run that was not let
// before.
std::string with_live_script(std::string_view html, std::string_view state);

}  // namespace runbookc
