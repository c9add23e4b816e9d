// The lines with which dialects open and close a call-out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/dialect.h"
#include "parse/shortcode.h"
#include "source/span.h"

namespace runbookc {

inline constexpr std::string_view kCodeFence = "~~~~~~~~";  // told for what is no Markdown

struct CalloutOpening {
  std::string kind = {};    // as GFM's alerts are called; "" for none of them
  std::string title = {};   // plain; may be empty
  ByteRange written = {};   // in the line: a title that is Markdown; empty if there is none
  std::string code = {};    // of a block of code: the fence that opens it; else empty
  std::uint32_t fence = 0;  // of how many signs it consists, if as many close it
  bool quoted = true;       // the container shows: it is a call-out or a quote
};

// What `line` opens by this syntax, if it is one of marks. `line` begins with the mark.
std::optional<CalloutOpening> mark_opening(CalloutSyntax syntax, std::string_view line);

// `!!! warning "Title"`, `??? note` and `???+ note` (MkDocs).
std::optional<CalloutOpening> exclamation_opening(std::string_view line);

// `:::warning[Title]`, `:::warning Title` (Docusaurus); other words are containers of no kind.
std::optional<CalloutOpening> colon_opening(std::string_view line);
// `{title="Title"}` behind one.
std::string_view title_attribute(std::string_view line);

// `>>>` and `>>> [!warning] Title` (GitLab).
std::optional<CalloutOpening> quote_fence_opening(std::string_view line);
// `[!warning] Title`, behind a `>`: one without a title needs none of this.
std::optional<CalloutOpening> alert_opening(std::string_view line);

// Of how many `sign` the line consists, 0 if of anything else or fewer than three.
std::uint32_t closing_fence(std::string_view line, char sign);

// `hint warning` and the like, of Hugo's themes; `highlight bash`, which is code.
std::optional<CalloutOpening> shortcode_opening(const Shortcode& shortcode);

}  // namespace runbookc
