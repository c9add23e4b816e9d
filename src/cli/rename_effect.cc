#include "cli/rename_effect.h"

#include "base/path.h"
#include "check/runner.h"
#include "corpus/path_meaning.h"

namespace runbookc {

RenameEffect effect_of_rename(const Corpus& corpus, Index page, std::string_view old_path) {
  const Document& document = corpus.documents[page];
  const PathMeaning before = meaning_of_path(corpus, document, old_path);
  const PathMeaning now = meaning_of_path(corpus, document, document.path);
  return {.old_path = std::string(old_path),
          .old_type = before.type,
          .was_document = before.is_document,
          .folder_changed = parent_path(old_path) != parent_path(document.path),
          .front_matter_changed = before.front_matter != now.front_matter,
          .type_changed = before.type != now.type,
          .code_owners_changed = before.code_owners != now.code_owners};
}

bool rule_was_weaker(const Corpus& corpus, Index page, const RenameEffect& effect,
                     const Diagnostic& finding) {
  const Rule* rule = find_rule(finding.code);
  if (rule == nullptr) return false;
  const EffectiveRule before =
      effective_rule(*rule, corpus.config, effect.old_path, effect.old_type);
  const EffectiveRule now =
      effective_rule(*rule, corpus.config, finding.path, corpus.pages[page].type);
  return before.severity < now.severity || before.options != now.options;
}

}  // namespace runbookc
