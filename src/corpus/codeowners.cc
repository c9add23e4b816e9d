#include "corpus/codeowners.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include "base/path.h"
#include "base/text.h"

namespace runbookc {
namespace {

struct Word {
  std::string_view text;
  std::size_t begin = 0;  // bytes into the line
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

// Split at white space that no backslash escapes; a word that begins with `#` starts a comment.
std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  std::size_t at = 0;
  while (at < line.size()) {
    if (is_space(line[at])) {
      ++at;
      continue;
    }
    if (line[at] == '#') break;
    const std::size_t begin = at;
    while (at < line.size() && !is_space(line[at])) at += line[at] == '\\' ? 2 : 1;
    at = std::min(at, line.size());
    words.push_back({line.substr(begin, at - begin), begin});
  }
  return words;
}

bool is_owner(std::string_view word) {
  return word.size() > 1 && word.find('@') != std::string_view::npos && !word.ends_with('@');
}

bool is_supported(std::string_view pattern) {
  return !pattern.starts_with('!') && !pattern.starts_with("\\#") &&
         pattern.find_first_of("[]") == std::string_view::npos && pattern != "/";
}

bool has_wildcard(std::string_view pattern) {
  for (std::size_t i = 0; i < pattern.size(); i += pattern[i] == '\\' ? 2 : 1) {
    if (pattern[i] == '*' || pattern[i] == '?') return true;
  }
  return false;
}

std::string without_escapes(std::string_view pattern) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size()) ++i;
    text += pattern[i];
  }
  return text;
}

bool is_anchored(std::string_view pattern) { return pattern.find('/') < pattern.size() - 1; }

// In the dialect of base/glob.h, where braces mean alternatives.
std::string glob_text(std::string_view pattern) {
  std::string text = is_anchored(pattern) ? "/" : "**/";
  if (pattern.starts_with('/')) pattern.remove_prefix(1);
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '\\' && i + 1 < pattern.size())
      text += pattern[i++];
    else if (pattern[i] == '{' || pattern[i] == '}')
      text += '\\';
    text += pattern[i];
  }
  return text;
}

// What matches a folder matches what lies in it, but for `docs/*`, which on GitHub means the files
// of that folder alone. Empty for a pattern that cannot be compiled.
std::vector<Glob> compile(std::string_view pattern) {
  const std::string text = glob_text(pattern);
  std::vector<std::string> texts = {text};
  const bool shallow = text.ends_with("/*") || text.ends_with("/**") || text.ends_with('/');
  if (!shallow) texts.push_back(text + "/**");
  std::vector<Glob> globs;
  for (const std::string& each : texts) {
    Result<Glob> glob = Glob::compile(each);
    if (!glob) return {};
    globs.push_back(std::move(*glob));
  }
  return globs;
}

// The owners of a line; nothing if one of its words is none.
std::optional<std::vector<Located<std::string>>> owners_of(const SourceFile& source,
                                                           std::uint32_t number,
                                                           const std::vector<Word>& words) {
  std::vector<Located<std::string>> owners;
  const std::uint32_t start = source.line_start(number);
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (!is_owner(words[i].text)) return std::nullopt;
    const auto begin = static_cast<std::uint32_t>(start + words[i].begin);
    const auto end = static_cast<std::uint32_t>(begin + words[i].text.size());
    owners.push_back({std::string(words[i].text), source.span({begin, end})});
  }
  return owners;
}

}  // namespace

CodeOwners::CodeOwners(std::string path, std::string fault)
    : path_(std::move(path)), fault_(std::move(fault)) {}

CodeOwners::CodeOwners(const SourceFile& source) : path_(source.path()) {
  for (std::uint32_t number = 1; number <= source.line_count(); ++number) {
    const std::vector<Word> words = words_of(source.line(number));
    if (words.empty() || !is_supported(words[0].text)) continue;
    auto owners = owners_of(source, number, words);
    if (!owners) continue;
    lines_.push_back({number, std::string(words[0].text), *std::move(owners)});
    enter(lines_.back().pattern, static_cast<Index>(lines_.size() - 1));
  }
  if (wildcards_.size() <= kMaxCodeOwnersWildcards) return;
  fault_ = "it has more than 4,096 patterns with wildcards";
  wildcards_.clear();
  literals_.clear();
}

void CodeOwners::enter(std::string_view pattern, Index line) {
  if (!has_wildcard(pattern)) {
    std::string key = without_escapes(pattern);
    if (is_anchored(pattern) && !key.starts_with('/')) key.insert(0, "/");
    literals_[std::move(key)] = line;
    return;
  }
  if (wildcards_.size() > kMaxCodeOwnersWildcards) return;
  std::vector<Glob> globs = compile(pattern);
  if (!globs.empty()) wildcards_.push_back({std::move(globs), line});
}

void CodeOwners::consider(const std::string& key, Index& best) const {
  const auto found = literals_.find(key);
  if (found != literals_.end() && (best == kNone || found->second > best)) best = found->second;
}

Index CodeOwners::match(std::string_view path) const {
  Index best = kNone;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    const std::string name(path.substr(begin, end - begin));
    const std::string whole = "/" + std::string(path.substr(0, end));
    consider(name, best);
    consider(whole, best);
    if (end < path.size()) {
      consider(name + "/", best);
      consider(whole + "/", best);
    }
    begin = end + 1;
  }
  for (const Wildcard& wildcard : std::views::reverse(wildcards_)) {
    if (best != kNone && wildcard.line < best) break;
    const auto fits = [&](const Glob& glob) { return glob.matches(path); };
    if (std::ranges::any_of(wildcard.globs, fits)) return wildcard.line;
  }
  return best;
}

CodeOwnersFile find_codeowners(const Files& files) {
  CodeOwnersFile file;
  for (const std::string_view place : kCodeOwnersPlaces) {
    ReadOutcome outcome = files.read(place, kMaxCodeOwnersBytes);
    if (outcome.failure == ReadFailure::missing || outcome.failure == ReadFailure::is_folder) {
      continue;
    }
    if (outcome.failure == ReadFailure::none) {
      file.source.emplace(std::string(place), std::move(outcome.bytes));
      file.owners = CodeOwners(*file.source);
    } else {
      file.owners = CodeOwners(std::string(place), outcome.failure == ReadFailure::too_large
                                                       ? "it is larger than 3 MB"
                                                       : "it cannot be read");
    }
    break;
  }
  return file;
}

}  // namespace runbookc
