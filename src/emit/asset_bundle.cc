#include "emit/asset_bundle.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/path.h"
#include "base/text.h"
#include "emit/template_files.h"

namespace runbookc {

namespace {

constexpr std::string_view kSearchWords = "script.search.";

Result<std::string> joined(const Files& files, std::string_view folder, std::string_view ending) {
  const std::string path = join_path("assets", folder);
  std::string bundle;
  for (const std::string& name : template_file_names(&files, path, ending)) {
    auto bytes = read_template_file(files, join_path(path, name));
    if (!bytes.ok()) return bytes.error();
    if (!*bytes) continue;  // went away between the listing and the reading
    bundle += **bytes;
    if (!bundle.empty() && bundle.back() != '\n') bundle += '\n';
  }
  return bundle;
}

// Without the lines that hold a comment only: a fifth of what every first page would load.
std::string without_comments(std::string_view script) {
  std::string out;
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t end = std::min(script.find('\n', at), script.size() - 1) + 1;
    const std::string_view line = script.substr(at, end - at);
    if (!trim_start(line).starts_with("//")) out += line;
    at = end;
  }
  return out;
}

// What only the search says does not travel with every page.
bool is_said_with(std::string_view prefix, std::string_view key) {
  return key.starts_with(prefix) &&
         (prefix.starts_with(kSearchWords) || !key.starts_with(kSearchWords));
}

std::string words_of(const Words& words, std::string_view prefix) {
  nlohmann::json texts = nlohmann::json::object();
  for (const auto& [key, text] : words.all()) {
    if (is_said_with(prefix, key)) texts[key.substr(prefix.size())] = text;
  }
  return texts.dump();
}

}  // namespace

Result<std::string> style_bundle(const Files& files) { return joined(files, "style", ".css"); }

Result<std::string> script_bundle(const Files& files, const Words& words) {
  auto parts = joined(files, "script", ".js");
  if (!parts.ok()) return parts.error();
  return script_with_words(*parts, words, "script.");
}

Result<std::string> search_bundle(const Files& files, const Words& words) {
  auto stemmer = joined(files, "third_party", ".js");
  if (!stemmer.ok()) return stemmer.error();
  auto parts = joined(files, "search", ".js");
  if (!parts.ok()) return parts.error();
  // Snowball's files assign to names that nobody declares, and strict mode refuses that.
  return script_with_words("var BaseStemmer, PorterStemmer;\n" + *stemmer + *parts, words,
                           kSearchWords);
}

std::string script_with_words(std::string_view parts, const Words& words, std::string_view prefix) {
  std::string script = "(function () {\n'use strict';\nvar words = ";
  script += words_of(words, prefix);
  script += ";\n";
  script += without_comments(parts);
  return script + "}());\n";
}

}  // namespace runbookc
