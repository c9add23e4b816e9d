// The site's one stylesheet, one script and the script of the search, each made of the files of a
// folder, so that a project can replace one part of them and add parts of its own.
#pragma once

#include <string>
#include <string_view>

#include "base/files.h"
#include "base/result.h"
#include "emit/words.h"

namespace runbookc {

// The files of `templates/assets/style` in the order of their names, the project's among them.
Result<std::string> style_bundle(const Files& files);

// The files of `templates/assets/script` in the order of their names, in one function scope that
// begins with `words`: an object of the words whose key begins with `script.` (and not with
// `script.search.`), without that. Lines that hold only a comment (`// …`) are left out, so a
// string must not begin a line with one.
Result<std::string> script_bundle(const Files& files, const Words& words);

// What a page loads when its reader searches, in the same way: Snowball's stemmer (the files of
// `templates/assets/third_party`), then those of `templates/assets/search`; its `words` are those
// whose key begins with `script.search.`.
Result<std::string> search_bundle(const Files& files, const Words& words);

// Code in one function scope that begins with `words`: the words whose key begins with `prefix`,
// without that.
std::string script_with_words(std::string_view parts, const Words& words, std::string_view prefix);

}  // namespace runbookc
