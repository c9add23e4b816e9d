// What a rule is: a value that describes one kind of defect and a pure function that finds it.
//
// A rule file lives in check/rules/, is named after its rule (target_missing.cc), and defines
// `const Rule& target_missing_rule()`. CMake finds it and writes the registry.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/context.h"
#include "check/directive_use.h"
#include "diag/diagnostic.h"

namespace runbookc {

// What a rule's function returns; the runner adds code, name, severity and path.
struct Finding {
  Span span;
  std::string message;
  std::string help = {};
  std::string subject = {};  // the offending text
  std::optional<Fix> fix = {};
  std::string path = {};  // where, if not in the page's own file; relative to the project root
  std::vector<Reference> references = {};  // what else it follows from, beyond Rule::reach
  // Codes of page rules, greater than its own, that have nothing left to say of the page.
  std::vector<std::string_view> settles = {};
  // Subjects of other findings of the rule in the page that together say the same
  // (Diagnostic::equal_subjects).
  std::vector<std::string> equal_subjects = {};
  Severity at_most = Severity::error;  // however severe the rule is there
};

// A small project as text, for documentation and for tests: either the text of one document, or
// several files, each introduced by a line `=== path`. Paths are relative to the project root.
// `runbookc.yaml`, `owners.yaml` and the like may be among them.
struct Example {
  std::string_view files;
};

// An option of a rule in runbookc.yaml.
struct RuleOption {
  std::string_view name;
  std::string_view description;
  std::string_view default_text;  // YAML
};

using CheckPage = std::vector<Finding> (*)(const PageContext&);
using CheckCorpus = std::vector<Finding> (*)(const CorpusContext&);
// Runs after all other rules, for a document that has directives.
using CheckDirectives = std::vector<Finding> (*)(const DirectiveContext&);

// What every finding of a rule follows from, besides its own lines and front matter.
struct Reach {
  bool section = false;    // what its section holds
  bool structure = false;  // the headings and fences of its document
  bool document = false;   // anything in its document
  bool schema = false;     // the schema of the document's type
  bool owners = false;     // the owners file and CODEOWNERS
};

struct Rule {
  std::string_view code;     // "RB301"
  std::string_view name;     // "target-missing"
  Severity recommended;      // in the `recommended` preset
  std::string_view summary;  // the defect in one sentence, as in "a link leads to no file"
  std::string_view why;      // what it does to a reader, and what to do: a paragraph or two
  Example bad;               // produces at least one finding of this rule
  Example good;              // produces none
  std::vector<RuleOption> options = {};
  CheckPage check_page = nullptr;  // exactly one of the three is set
  CheckCorpus check_corpus = nullptr;
  CheckDirectives check_directives = nullptr;
  Reach reach = {};
  // The code of a page rule, smaller than this one's, whose finding in a page says all that this
  // page rule would say there; "" if there is none.
  std::string_view said_by = {};
};

inline std::string_view registry_key(const Rule& rule) { return rule.code; }

// Every rule, sorted by code.
std::span<const Rule* const> all_rules();
// By code or name, case ignored; null if there is none.
const Rule* find_rule(std::string_view code_or_name);
// Codes and names, for "did you mean".
std::vector<std::string> rule_names();

// The severity of a rule that a preset gives it: legacy keeps the errors and turns the rest off;
// strict raises info to warning, warning to error, and turns the rest on as warnings.
Severity preset_severity(const Rule& rule, Preset preset);

}  // namespace runbookc
