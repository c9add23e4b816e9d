// The two code pages that text is most often misread in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace runbookc {

enum class CodePage : std::uint8_t { windows_1252, mac_roman };

std::string_view code_page_name(CodePage page);  // "Windows-1252"

// The byte from 0x80 on that `page` shows as `character`. Windows-1252 as in the WHATWG Encoding
// Standard: its five unused bytes are the C1 controls of the same number; and since ISO 8859-1 has
// the other C1 controls where Windows-1252 has typographic marks, those count as bytes too.
std::optional<unsigned char> code_page_byte(CodePage page, char32_t character);

}  // namespace runbookc
