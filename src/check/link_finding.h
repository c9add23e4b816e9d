// What the rules about links have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule.h"

namespace runbookc {

// A link and what it turned out to lead to.
struct JudgedLink {
  const Link& link;
  const ResolvedLink& resolved;
};

// The links of the page with this outcome, in document order.
std::vector<JudgedLink> links_with(const PageContext& context, LinkOutcome outcome);

// The destination, as far as its place is known; else the whole link.
Span target_place(const Link& link);

// What a finding about the link follows from: whether its target is there (or has the anchor), and
// the use of a definition, which stands elsewhere.
std::vector<Reference> references_of(const JudgedLink& judged);

// Whether what is missing is no document but an image, or a file of a kind that pages show or offer
// for download.
bool is_asset_link(const JudgedLink& judged);

// What is wrong with a target that is no path at all: one never filled in (`TBD`), an address in a
// second pair of brackets or quotes, a path on a host (`/var/log`). Nothing if it may be a path, or
// something near to it was found.
std::optional<Finding> target_is_no_path(const JudgedLink& judged);

// "did you mean 'x'?", or `otherwise` if there is no suggestion.
std::string suggestion_or(const std::string& suggestion, std::string_view otherwise);

// The edit that makes the link lead to `target`, if nothing else fits and the destination stands in
// the source exactly as the link has it.
std::optional<Fix> retarget(const PageContext& context, const JudgedLink& judged,
                            const std::string& target);

}  // namespace runbookc
