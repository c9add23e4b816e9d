#include "diag/diagnostic.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>

#include "base/digest.h"

namespace runbookc {
namespace {

struct SeverityName {
  Severity severity;
  std::string_view name;
};

constexpr auto kSeverities = std::to_array<SeverityName>({
    {Severity::off, "off"},
    {Severity::info, "info"},
    {Severity::warning, "warning"},
    {Severity::error, "error"},
});

auto place(const Diagnostic& d) { return std::tie(d.path, d.span.start, d.code, d.span.end); }

auto content(const Diagnostic& d) {
  return std::tie(d.subject, d.message, d.help, d.severity, d.name);
}

bool edit_precedes(const Edit& a, const Edit& b) {
  return std::tie(a.range, a.text) < std::tie(b.range, b.text);
}

// No fix comes before any fix.
bool fix_precedes(const std::optional<Fix>& a, const std::optional<Fix>& b) {
  if (!a || !b) return !a && b;
  if (a->description != b->description) return a->description < b->description;
  return std::ranges::lexicographical_compare(a->edits, b->edits, edit_precedes);
}

// Total but for the fingerprint, which is not set yet.
bool precedes(const Diagnostic& a, const Diagnostic& b) {
  if (place(a) != place(b)) return place(a) < place(b);
  if (content(a) != content(b)) return content(a) < content(b);
  return fix_precedes(a.fix, b.fix);
}

bool is_repeat(const Diagnostic& a, const Diagnostic& b) {
  return place(a) == place(b) && content(a) == content(b) && a.fix == b.fix;
}

// Lengths keep ("ab", "c") and ("a", "bc") apart. Without a subject the rule, the path and the
// ordinal alone tell findings apart.
std::string fingerprint_of(const Diagnostic& d, std::string_view subject, std::size_t ordinal) {
  const std::string key = fmt::format("{}:{}{}:{}{}:{}{}", d.code.size(), d.code, d.path.size(),
                                      d.path, subject.size(), subject, ordinal);
  return fmt::format("{:016x}", hash64(key));
}

// What is found twice in one place follows from all that either follows from.
std::vector<Diagnostic> without_repeats(std::vector<Diagnostic> sorted) {
  std::vector<Diagnostic> kept;
  kept.reserve(sorted.size());
  for (Diagnostic& next : sorted) {
    if (kept.empty() || !is_repeat(kept.back(), next)) {
      kept.push_back(std::move(next));
    } else {
      std::ranges::move(next.references, std::back_inserter(kept.back().references));
    }
  }
  return kept;
}

}  // namespace

std::string_view severity_name(Severity severity) {
  return kSeverities[static_cast<std::size_t>(severity)].name;
}

std::optional<Severity> parse_severity(std::string_view name) {
  const auto* found = std::ranges::find(kSeverities, name, &SeverityName::name);
  return found == std::end(kSeverities) ? std::nullopt : std::optional(found->severity);
}

std::vector<Diagnostic> finish_diagnostics(std::vector<Diagnostic> diagnostics) {
  std::ranges::sort(diagnostics, precedes);
  diagnostics = without_repeats(std::move(diagnostics));
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> ordinals;
  for (Diagnostic& d : diagnostics) {
    d.fingerprint = fingerprint_of(d, d.subject, ordinals[{d.code, d.path, d.subject}]++);
    d.equal_fingerprints.clear();
    for (const std::string& subject : d.equal_subjects) {
      d.equal_fingerprints.push_back(fingerprint_of(d, subject, 0));
    }
  }
  return diagnostics;
}

std::vector<Diagnostic> merge_diagnostics(std::vector<Diagnostic> a, std::vector<Diagnostic> b) {
  std::vector<Diagnostic> merged;
  merged.reserve(a.size() + b.size());
  std::merge(std::make_move_iterator(a.begin()), std::make_move_iterator(a.end()),
             std::make_move_iterator(b.begin()), std::make_move_iterator(b.end()),
             std::back_inserter(merged), precedes);
  return merged;
}

DiagnosticCounts count_by_severity(const std::vector<Diagnostic>& diagnostics) {
  DiagnosticCounts counts;
  for (const Diagnostic& d : diagnostics) {
    if (d.severity == Severity::error) ++counts.errors;
    if (d.severity == Severity::warning) ++counts.warnings;
    if (d.severity == Severity::info) ++counts.infos;
  }
  return counts;
}

}  // namespace runbookc
