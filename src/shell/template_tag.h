// Tags of template languages in shell text, which a site's generator fills in before anybody reads
// the command: no shell sees their marks, and none of them is a redirection.
#pragma once

#include <cstddef>
#include <string_view>

namespace runbookc {

// How many bytes of `text` are one at its beginning: `<%= x %>`, `{{< x >}}`, `{{% x %}}`, and
// `{{ x | y }}` whose content begins with a word, or a path as in `.Values.x`, that is no keyword
// of Go's templates. On one line, at most 120 bytes. 0 if it begins with none.
std::size_t template_tag_size(std::string_view text);

// What stands between the marks of a tag, without blanks.
std::string_view template_tag_content(std::string_view tag);

}  // namespace runbookc
