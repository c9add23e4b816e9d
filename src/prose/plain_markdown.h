// One line of Markdown as plain text, where no parsed block holds the line by itself: the lines of
// a paragraph are joined there.
#pragma once

#include <string>
#include <string_view>

namespace runbookc {

// Without emphasis, code marks, escapes, `<br>` and the addresses of links: "**[SRE](u)**" is
// "SRE". Underscores within words stay. Linear.
std::string plain_markdown(std::string_view line);

}  // namespace runbookc
