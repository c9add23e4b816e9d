// The project file, runbookc.yaml (PRODUCT section 1), read and validated.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/glob.h"
#include "base/result.h"
#include "diag/diagnostic.h"
#include "model/dialect.h"
#include "model/value.h"
#include "parse/parse_options.h"
#include "shell/risk_table.h"
#include "source/source_file.h"

namespace runbookc {

// What the project file is called; the folder that it lies in is the project's root.
inline constexpr std::string_view kProjectFile = "runbookc.yaml";

struct SiteConfig {
  std::string title = "Runbooks";
  std::string base_url;  // "" or an absolute http(s) URL that ends in "/"
  std::string edit_url;  // with `{path}`; ""
  std::string language = "en";
  bool publish_contacts = true;
  bool publish_drafts = false;
};

struct SeverityLevel {
  std::string name;  // "P1"
  std::string description = {};
  std::string response_time = {};  // "15 minutes"
};

enum class Preset : unsigned char { legacy, recommended, strict };

// What the project says about one rule (or all), where and for which types.
struct RuleSetting {
  std::string rule;  // code or name as written; "" for a preset
  std::optional<Preset> preset;
  std::optional<Severity> severity;
  Value options;             // object, or null
  std::optional<Glob> glob;  // nothing: everywhere
  std::string type;          // "": every type
  std::string scope;         // the key of the glob or type that it stands under; "": none
  Span span;                 // of the key in the project file
};

// A pattern for commands that the project holds for dangerous (`danger`).
struct DangerPattern {
  std::string pattern;  // RE2
  std::string reason;
  Span span;
};

struct ReviewConfig {
  std::optional<Interval> default_interval;  // `every`
  Interval due_soon{.months = 0, .days = 14};
  std::optional<Interval> maximum;
};

struct ProjectConfig {
  std::string path;         // of the file, relative to the root; "" if there is none
  std::string source_hash;  // SHA-256 of its bytes, in hex; "" if there is none
  SiteConfig site;
  std::string content;  // relative to the root, "." for the root itself; "": the default place
  std::string output = "site";
  std::vector<Glob> include;  // none: everything
  std::vector<Glob> exclude;
  std::vector<std::string> extensions = {".md", ".markdown"};
  const DialectRules* dialect = &default_dialect();  // a row of the table
  std::vector<KeyMeaning> front_matter_keys;         // the dialect's, and those that it says
  std::string default_type = "page";
  std::vector<std::pair<Glob, std::string>> types_by_glob;  // the first match wins
  std::vector<std::pair<std::string, Span>> named_types;    // every type that the file names, where
  std::string owners_file;                                  // "" : the default places
  ReviewConfig review;
  std::vector<SeverityLevel> severities = {{"P1"}, {"P2"}, {"P3"}, {"P4"}};  // most severe first
  std::vector<RuleSetting> rules;      // in the order written; later ones win
  Severity fail_on = Severity::error;  // off: never
  std::string baseline;
  std::vector<DangerPattern> danger;
  std::vector<RiskProgram> programs;             // what its own programs do (`programs`)
  std::vector<Value> parameters;                 // shared, objects with at least `name`
  std::vector<std::pair<Glob, Value>> defaults;  // front matter by glob
  ParseLimits limits;
  std::size_t findings_per_rule = 200;  // of one document; the rest is one finding (`limits`)
  std::string requires_version;         // "" : any
};

// A fault in the project file; all of them are found in one pass. Printed as
// `path:line:column: error: message` and ends the run with exit code 2.
struct ConfigProblem {
  Span span;
  std::string message;
  std::string help;
};

struct ConfigOutcome {
  ProjectConfig config;
  std::vector<ConfigProblem> problems;  // empty: `config` is good
};

// Reads the project file. Globs in it are relative to the project root.
ConfigOutcome read_config(const SourceFile& file);

}  // namespace runbookc
