// The lines with which dialects open and close a call-out.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "parse/shortcode.h"

namespace runbookc {

struct CalloutOpening {
  std::string kind;          // as GFM's alerts are called; "" for none of them
  std::string title;         // the author's own; may be empty
  std::string code;          // of a block of code: the fence that opens it; else empty
  std::uint32_t colons = 0;  // of a container in colons
};

// `!!! warning "Title"`, `??? note` and `???+ note` (MkDocs).
std::optional<CalloutOpening> exclamation_opening(std::string_view line);

// `:::warning[Title]`, `:::warning Title` (Docusaurus); other words are containers of no kind.
std::optional<CalloutOpening> colon_opening(std::string_view line);
// How many colons the line consists of, 0 if of anything else.
std::uint32_t closing_colons(std::string_view line);

// `hint warning` and the like, of Hugo's themes; `highlight bash`, which is code.
std::optional<CalloutOpening> shortcode_opening(const Shortcode& shortcode);

}  // namespace runbookc
