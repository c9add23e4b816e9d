// Where things are on the site, and how one page refers to another.
//
// A "site path" is relative to the site root ("db/failover.html"). URLs in pages are relative to
// the page, so that the site works at any base path and from a disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/command.h"

namespace runbookc {

// The URL that leads from the page at site path `from` to site path `to`, percent-encoded.
std::string relative_url(std::string_view from, std::string_view to);
// `#anchor`, percent-encoded; "" for "".
std::string fragment(std::string_view anchor);

// A name as a file name: letters, digits, `.`, `_` and `-` stay, the rest becomes `~` and the
// byte in hexadecimal, so that different names stay different; long names end in their hash.
std::string safe_file_name(std::string_view name);

// `_/KIND/NAME.html`, for the kinds "alerts", "services", "tags", "owners", "severities", "types"
// and "commands" (by program).
std::string listing_url(std::string_view kind, std::string_view name);
std::string listing_index_url(std::string_view kind);  // `_/KIND/index.html`
std::string risk_listing_url(Risk risk);  // of the commands of a risk, if there are any
// The list of a folder of the content that has no index page of its own.
std::string folder_listing_url(std::string_view folder);
// The page `number` (from 0) of a list that begins at `url`: `url` itself, then `…~p2.html`, which
// no name's file is called.
std::string numbered_url(std::string_view url, std::size_t number);
inline constexpr std::string_view kHomeUrl = "index.html";
inline constexpr std::string_view kHealthUrl = "_/health.html";
inline constexpr std::string_view kFeedUrl = "_/feed.xml";  // only with a base_url
inline constexpr std::string_view kCommandsUrl = "_/commands.html";
inline constexpr std::string_view kSearchUrl = "_/search.html";
inline constexpr std::string_view kOpenSearchUrl = "_/opensearch.xml";  // only with a base_url

// An address outside the site as a link may carry it: nothing if its scheme is not one that a
// runbook may hand to a browser (javascript:, data:, file: …). Spaces and controls are encoded.
std::optional<std::string> external_url(std::string_view written);

// The page of the project's forge that edits `path`; "" if `pattern` is empty or no http(s) URL.
std::string edit_page_url(std::string_view pattern, std::string_view path);

}  // namespace runbookc
