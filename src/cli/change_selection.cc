#include "cli/change_selection.h"

#include <algorithm>

#include "base/path.h"
#include "base/text.h"
#include "corpus/document_stem.h"
#include "corpus/link_target.h"

namespace runbookc {
namespace {

// Schemas that others refer to; a type is none.
constexpr std::string_view kCommonSchema = "schemas/types/_";

// The first lines of a deleted document, down to the second `---`.
std::span<const std::string> front_matter_of(const std::vector<std::string>& lines) {
  if (lines.empty() || trim(lines.front()) != "---") return {};
  const auto end = std::find_if(lines.begin() + 1, lines.end(),
                                [](const std::string& line) { return trim(line) == "---"; });
  return {lines.begin(), end};
}

}  // namespace

ChangeSelection::ChangeSelection(const Corpus& corpus, const ChangeSet& changes, const Files& files)
    : corpus_(corpus),
      changes_(changes),
      files_(files),
      came_or_went_(corpus.config.extensions),
      documents_(corpus.config.extensions),
      dead_targets_(corpus.config.extensions) {
  for (std::size_t i = 0; i < corpus.documents.size(); ++i) {
    enter(corpus.sources.path(i), &corpus.sources[i], &corpus.documents[i]);
  }
  for (const auto& [path, change] : changes.files) {
    if (!facts_.contains(path)) enter(path, nullptr, nullptr);
  }
  for (const std::string& path : changes.deleted) came_or_went_.insert(path);
  for (const auto& [path, lines] : changes.deleted_lines) {
    removed_words_.merge(words_of_lines(lines));
    removed_fields_.merge(words_of_lines(front_matter_of(lines)));
  }
  const auto is_common = [](std::string_view path) { return path.starts_with(kCommonSchema); };
  common_schema_changed_ =
      std::ranges::any_of(changes.deleted, is_common) ||
      std::ranges::any_of(changes.files, [&](const auto& file) { return is_common(file.first); });
  if (!renames_.empty()) note_dead_links();
}

void ChangeSelection::enter(const std::string& path, const SourceFile* source,
                            const Document* document) {
  const FileChange* change = changes_.find(path);
  if (change == nullptr) return;
  FileFacts facts = facts_of(*change, source, document);
  removed_words_.insert(facts.removed_words.begin(), facts.removed_words.end());
  removed_fields_.insert(facts.removed_fields.begin(), facts.removed_fields.end());
  if (facts.whole || facts.renamed) came_or_went_.insert(path);
  if (facts.front_matter && document != nullptr) enter_address(path);
  if (facts.renamed && document != nullptr) enter_rename(path, change->renamed_from, facts);
  facts_.emplace(path, std::move(facts));
}

// Front matter may have said an address, or taken the one of the file's name away.
void ChangeSelection::enter_address(std::string_view path) {
  const ProjectConfig& config = corpus_.config;
  if (config.dialect->address_keys.empty()) return;
  const bool is_index = file_name(page_url(path, config.extensions)) == "index.html";
  const std::string name(
      file_name(is_index ? parent_path(path) : document_stem(path, config.extensions)));
  const std::size_t number = std::min(name.find_first_not_of("0123456789-_. "), name.size());
  removed_fields_.merge(words_of_lines(std::vector<std::string>{name, name.substr(number)}));
}

void ChangeSelection::enter_rename(const std::string& path, const std::string& old_path,
                                   FileFacts& facts) {
  const RenameEffect effect = effect_of_rename(corpus_, find_page(corpus_, path), old_path);
  facts.whole = facts.whole || !effect.was_document;
  facts.front_matter = facts.front_matter || effect.front_matter_changed;
  renames_.emplace(path, effect);
}

void ChangeSelection::note_dead_links() {
  for (const Page& page : corpus_.pages) {
    for (const ResolvedLink& link : page.links) {
      if (link.outcome == LinkOutcome::target_missing) dead_targets_.insert(link.path);
    }
  }
  const auto moved = [](const auto& rename) { return rename.second.folder_changed; };
  if (std::ranges::none_of(renames_, moved)) return;
  for (const Page& page : corpus_.pages) documents_.insert(corpus_.path_of(page));
}

const FileFacts* ChangeSelection::facts_at(std::string_view path) const {
  const auto found = facts_.find(path);
  return found == facts_.end() ? nullptr : &found->second;
}

ChangeSelection::Own ChangeSelection::own_of(std::string_view path) const {
  const auto rename = renames_.find(path);
  return {.facts = facts_at(path), .rename = rename == renames_.end() ? nullptr : &rename->second};
}

bool ChangeSelection::exists_anew(std::string_view path) const {
  // An alias that another document gave up was a place to link to.
  return holds_last_word(removed_fields_, file_name(path)) || came_or_went_.contains(path);
}

bool ChangeSelection::existed_or_exists(std::string_view path) const {
  return exists_anew(path) || documents_.contains(path) || files_.kind(path) != FileKind::missing;
}

// Whether a link to `target` led somewhere from where its document was.
bool ChangeSelection::led_somewhere(std::string_view target, const RenameEffect& rename) const {
  const LinkTarget parts = split_target(target);
  if (parts.kind != TargetKind::content_path || parts.absolute) return false;
  const auto leads_from = [&](std::string_view base) {
    const std::optional<std::string> path = resolve_path(base, parts.path);
    return path && existed_or_exists(*path);
  };
  // From the folder, or from the page's own address: `../Bar` on `alerts/Foo/`.
  return leads_from(parent_path(rename.old_path)) || leads_from(rename.old_path);
}

bool ChangeSelection::existence_changed(const Own& own, const Reference& reference) const {
  if (exists_anew(reference.path)) return true;
  if (own.rename == nullptr || !own.rename->folder_changed) return false;
  // Nothing is there now; if nothing was before, the move is not to blame.
  return reference.text.empty() || led_somewhere(reference.text, *own.rename);
}

bool ChangeSelection::schema_changed(std::string_view path) const {
  return common_schema_changed_ || changes_.find(path) != nullptr ||
         changes_.deleted.contains(path);
}

bool ChangeSelection::owners_changed(const Own& own, std::string_view path) const {
  return own.rename != nullptr && own.rename->code_owners_changed &&
         path == corpus_.code_owners.path();
}

bool ChangeSelection::mention_is_gone(const Own& own, const Reference& reference) const {
  if (reference.path.empty()) {
    return own.facts != nullptr && holds_last_word(own.facts->removed_words, reference.text);
  }
  return holds_last_word(removed_words_, reference.text) ||
         (own.rename != nullptr && dead_targets_.contains(own.rename->old_path));
}

// Whether what the reference stands for changed.
bool ChangeSelection::holds(const Own& own, const Reference& reference) const {
  const FileFacts* facts = own.facts;
  const FileFacts* other = facts_at(reference.path);
  switch (reference.kind) {
    case ReferenceKind::lines:
      return facts != nullptr &&
             facts->touches({reference.lines.start.line, reference.lines.end.line});
    case ReferenceKind::structure:
      return facts != nullptr && facts->structure;
    case ReferenceKind::document:
      return facts != nullptr && !facts->lines.empty();
    case ReferenceKind::own_path:
      return facts != nullptr && facts->renamed;
    case ReferenceKind::own_folder:
      return own.rename != nullptr && own.rename->folder_changed;
    case ReferenceKind::existence:
      return existence_changed(own, reference);
    case ReferenceKind::anchor:
      return other != nullptr && (other->whole || other->removed_anchor(reference.text));
    case ReferenceKind::front_matter:
      return changes_.deleted.contains(reference.path) ||
             (other != nullptr && (other->whole || other->renamed || other->front_matter));
    case ReferenceKind::file:
      return other != nullptr || changes_.deleted.contains(reference.path) ||
             owners_changed(own, reference.path);
    case ReferenceKind::schema:
      return (own.rename != nullptr && own.rename->type_changed) || schema_changed(reference.path);
    case ReferenceKind::mention:
      return mention_is_gone(own, reference);
  }
  return false;
}

bool ChangeSelection::is_raised(const Own& own, const Diagnostic& finding) const {
  return own.rename != nullptr &&
         rule_was_weaker(corpus_, find_page(corpus_, finding.path), *own.rename, finding);
}

bool ChangeSelection::selects(const Diagnostic& finding) const {
  const Own own = own_of(finding.path);
  if (const FileFacts* facts = own.facts; facts != nullptr) {
    if (facts->whole || facts->front_matter || facts->directives) return true;
    // An end at the first column is that of the line before.
    const Position end = finding.span.end;
    const bool ends_before = end.column == 1 && end.line > finding.span.start.line;
    if (facts->touches({finding.span.start.line, ends_before ? end.line - 1 : end.line})) {
      return true;
    }
  }
  return is_raised(own, finding) ||
         std::ranges::any_of(finding.references,
                             [&](const Reference& reference) { return holds(own, reference); });
}

}  // namespace runbookc
