// A finding about content: a pure value, made by a rule, rendered by a report format.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/span.h"

namespace runbookc {

enum class Severity : std::uint8_t { off, info, warning, error };

std::string_view severity_name(Severity severity);
std::optional<Severity> parse_severity(std::string_view name);

// Replaces the text of `range` by `text`; an empty range inserts.
struct Edit {
  Span range;
  std::string text;

  friend bool operator==(const Edit&, const Edit&) = default;
};

// Edits of the finding's own file that remove the finding and change nothing else.
struct Fix {
  std::string description;  // imperative: "rename the key to 'owner'"
  std::vector<Edit> edits;  // disjoint, in order

  friend bool operator==(const Fix&, const Fix&) = default;
};

// What else a finding follows from than its own lines and its document's front matter: if one of
// these changed, the finding may be new (`check --changed-since`). No part of the fingerprint.
enum class ReferenceKind : std::uint8_t {
  lines,         // of the finding's own file: `lines`
  structure,     // what headings and fences its own file has
  document,      // anything in its own file
  own_path,      // what its own file is called, and in which folder it stands
  own_folder,    // in which folder its own file stands
  existence,     // whether there is a file or folder at `path`; with `text`, as a link names it,
                 // there is none
  anchor,        // whether the document at `path` has the anchor `text`
  front_matter,  // of the document at `path`
  file,          // the file at `path`
  schema,        // of the document type at `path`
  mention,       // whether a document ("": its own; "*": any) still says `text`
};

struct Reference {
  ReferenceKind kind = ReferenceKind::file;
  std::string path;  // relative to the project root
  std::string text;
  Span lines;

  friend bool operator==(const Reference&, const Reference&) = default;
};

struct Diagnostic {
  std::string code;  // "RB301"
  std::string name;  // "target-missing"
  Severity severity = Severity::off;
  std::string path;  // relative to the project root
  Span span;
  std::string message;  // a fact, lower case, no full stop
  std::string help;     // the remedy; may be empty
  std::optional<Fix> fix;
  std::string subject;      // the offending text: what the fingerprint stands on
  std::string fingerprint;  // 16 hexadecimal digits, set by finish_diagnostics
  std::vector<Reference> references;
  // Subjects of other findings, of the same rule in the same file, that together say what this one
  // does: a baseline that accepts each of them accepts this one. No part of the fingerprint.
  std::vector<std::string> equal_subjects;
  std::vector<std::string> equal_fingerprints;  // of those, set by finish_diagnostics

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// Sorts by path, line, column, code (then the rest, so that the order is total), makes one
// of exact repeats, and sets each fingerprint from rule, path, subject and the ordinal among
// equals: lines and messages play no part, so that edits elsewhere in the file leave it alone.
// Findings without a subject are told apart by their ordinal only.
std::vector<Diagnostic> finish_diagnostics(std::vector<Diagnostic> diagnostics);

// Two finished lists as one, in order, with their fingerprints as they are. No rule may have
// findings in both: their ordinals would clash.
std::vector<Diagnostic> merge_diagnostics(std::vector<Diagnostic> a, std::vector<Diagnostic> b);

struct DiagnosticCounts {
  std::size_t errors = 0;
  std::size_t warnings = 0;
  std::size_t infos = 0;

  friend bool operator==(const DiagnosticCounts&, const DiagnosticCounts&) = default;
};
DiagnosticCounts count_by_severity(const std::vector<Diagnostic>& diagnostics);

}  // namespace runbookc
