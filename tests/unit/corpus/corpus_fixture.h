// Small corpora from text, for the tests of this folder.
#pragma once

#include <map>
#include <string>

#include "corpus/corpus.h"

namespace runbookc::test {

using Tree = std::map<std::string, std::string, std::less<>>;

inline const Date kToday = std::chrono::sys_days{std::chrono::year{2026} / 6 / 1};

// The linked corpus of a project; the test fails if it cannot be loaded.
Corpus load(const Tree& files, LoadOptions options = {});

// The options that a runbookc.yaml of this text gives.
LoadOptions configured(const std::string& yaml);

// The page at `path`; the test fails if there is none.
const Page& page_at(const Corpus& corpus, const std::string& path);

// The first link of the page at `path`.
const ResolvedLink& link_of(const Corpus& corpus, const std::string& path);

// What a link to `target`, written in `from`, leads to in a project of these files.
ResolvedLink resolved(Tree files, const std::string& from, const std::string& target);

}  // namespace runbookc::test
