#include "cli/change_selection.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"

namespace runbookc {
namespace {

// Schemas that others refer to; a type is none.
constexpr std::string_view kCommonSchema = "schemas/types/_";

std::string_view without_ending(std::string_view path) {
  return path.substr(0, path.size() - file_extension(path).size());
}

// A document, the page that is built of it, or either with its ending left out.
bool is_page_name(std::string_view lower_path) {
  const std::string_view ending = file_extension(lower_path);
  return ending.empty() || ending == ".md" || ending == ".markdown" || ending == ".html";
}

// The first lines of a deleted document, down to the second `---`.
std::span<const std::string> front_matter_of(const std::vector<std::string>& lines) {
  if (lines.empty() || trim(lines.front()) != "---") return {};
  const auto end = std::find_if(lines.begin() + 1, lines.end(),
                                [](const std::string& line) { return trim(line) == "---"; });
  return {lines.begin(), end};
}

bool is_index_name(std::string_view lower_name) {
  return lower_name == "readme" || lower_name == "index" || lower_name == "_index";
}

}  // namespace

ChangeSelection::ChangeSelection(const Corpus& corpus, const ChangeSet& changes)
    : changes_(changes) {
  const auto enter = [&](const std::string& path, const SourceFile* source,
                         const Document* document) {
    const FileChange* change = changes.find(path);
    if (change == nullptr) return;
    const auto entry = facts_.emplace(path, facts_of(*change, path, source, document)).first;
    const FileFacts& facts = entry->second;
    removed_words_.insert(facts.removed_words.begin(), facts.removed_words.end());
    removed_fields_.insert(facts.removed_fields.begin(), facts.removed_fields.end());
    if (facts.whole || facts.renamed) note_existence(path);
  };
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    enter(corpus.documents[i].path, &corpus.sources[i], &corpus.documents[i]);
  }
  for (const auto& [path, change] : changes.files) {
    if (!facts_.contains(path)) enter(path, nullptr, nullptr);
  }
  for (const std::string& path : changes.deleted) note_existence(path);
  for (const auto& [path, lines] : changes.deleted_lines) {
    removed_words_.merge(words_of_lines(lines));
    removed_fields_.merge(words_of_lines(front_matter_of(lines)));
  }
  const auto is_common = [](std::string_view path) { return path.starts_with(kCommonSchema); };
  common_schema_changed_ =
      std::ranges::any_of(changes.deleted, is_common) ||
      std::ranges::any_of(changes.files, [&](const auto& file) { return is_common(file.first); });
}

// A link may leave out the ending, name the built page, or name a folder for its index.
void ChangeSelection::note_existence(std::string_view path) {
  const std::string lower = to_lower(path);
  came_or_went_.insert(lower);
  std::string_view folder = parent_path(lower);
  if (is_page_name(lower)) {
    const std::string_view stem = without_ending(lower);
    stems_.emplace(stem);
    if (is_index_name(file_name(stem))) stems_.insert(join_path(folder, "index"));
  }
  for (; !folder.empty(); folder = parent_path(folder)) came_or_went_.emplace(folder);
}

bool ChangeSelection::exists_anew(std::string_view path) const {
  // An alias that another document gave up was a place to link to.
  if (holds_last_word(removed_fields_, file_name(path))) return true;
  const std::string lower = to_lower(path);
  return came_or_went_.contains(lower) ||
         (is_page_name(lower) && stems_.contains(without_ending(lower)));
}

const FileFacts* ChangeSelection::facts_at(std::string_view path) const {
  const auto found = facts_.find(path);
  return found == facts_.end() ? nullptr : &found->second;
}

bool ChangeSelection::schema_changed(std::string_view path) const {
  return common_schema_changed_ || changes_.find(path) != nullptr ||
         changes_.deleted.contains(path);
}

bool ChangeSelection::mention_is_gone(const FileFacts* own, const Reference& reference) const {
  if (!reference.path.empty()) return holds_last_word(removed_words_, reference.text);
  return own != nullptr && holds_last_word(own->removed_words, reference.text);
}

// Whether what the reference stands for changed. What depends on the path of the finding's own
// document (relative links, types and owners by path) changed with that path.
bool ChangeSelection::holds(const FileFacts* own, const Reference& reference) const {
  const FileFacts* other = facts_at(reference.path);
  switch (reference.kind) {
    case ReferenceKind::lines:
      return own != nullptr && own->touches({reference.lines.start.line, reference.lines.end.line});
    case ReferenceKind::structure:
      return own != nullptr && own->structure;
    case ReferenceKind::document:
      return own != nullptr;
    case ReferenceKind::existence:
      return (own != nullptr && own->moved) || exists_anew(reference.path);
    case ReferenceKind::anchor:
      return other != nullptr && (other->whole || other->removed_anchor(reference.text));
    case ReferenceKind::front_matter:
      return (own != nullptr && own->renamed) || changes_.deleted.contains(reference.path) ||
             (other != nullptr && (other->whole || other->renamed || other->front_matter));
    case ReferenceKind::file:
      return (own != nullptr && own->renamed) || other != nullptr ||
             changes_.deleted.contains(reference.path);
    case ReferenceKind::schema:
      return (own != nullptr && own->renamed) || schema_changed(reference.path);
    case ReferenceKind::mention:
      return mention_is_gone(own, reference);
  }
  return false;
}

bool ChangeSelection::selects(const Diagnostic& finding) const {
  const FileFacts* own = facts_at(finding.path);
  if (own != nullptr) {
    if (own->whole || own->front_matter || own->directives) return true;
    // An end at the first column is that of the line before.
    const Position end = finding.span.end;
    const bool ends_before = end.column == 1 && end.line > finding.span.start.line;
    if (own->touches({finding.span.start.line, ends_before ? end.line - 1 : end.line})) return true;
  }
  return std::ranges::any_of(finding.references,
                             [&](const Reference& reference) { return holds(own, reference); });
}

}  // namespace runbookc
