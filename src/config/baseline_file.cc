#include "config/baseline_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "parse/json.h"

namespace runbookc {
namespace {

constexpr std::string_view kHelp =
    "restore the file, or delete it and write it anew with --update-baseline";

Error fault_at(const SourceFile& file, Position at, std::string_view what) {
  return {std::string(what), std::string(kHelp), FilePlace{file.path(), at.line, at.column}};
}

Error fault(const SourceFile& file, const Value& value, std::string_view what) {
  return fault_at(file, value.span.start, what);
}

// A merge that git left to people: no line of a baseline begins so.
std::optional<Error> merge_conflict(const SourceFile& file) {
  constexpr std::string_view kMarker = "<<<<<<< ";
  const std::string_view bytes = file.bytes();
  std::size_t at = bytes.starts_with(kMarker) ? 0 : bytes.find("\n" + std::string(kMarker));
  if (at == std::string_view::npos) return std::nullopt;
  if (at > 0) ++at;
  Error conflict = fault_at(file, file.position(static_cast<std::uint32_t>(at)),
                            "the baseline holds the markers of a merge conflict");
  conflict.help = "take either side whole, then write it anew with --update-baseline";
  return conflict;
}

std::string text_of(const Value& entry, std::string_view key) {
  const Value* value = entry.find(key);
  return value != nullptr && value->is_string() ? value->text : std::string();
}

std::optional<BaselineEntry> read_entry(const Value& value) {
  BaselineEntry entry{.path = text_of(value, "path"),
                      .rule = text_of(value, "rule"),
                      .fingerprint = text_of(value, "fingerprint")};
  const bool whole = !entry.path.empty() && !entry.rule.empty() && !entry.fingerprint.empty();
  return whole ? std::optional(std::move(entry)) : std::nullopt;
}

// Strings come from paths, which need not be UTF-8.
std::string quoted(const std::string& text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

Result<Baseline> read_baseline(const SourceFile& file) {
  auto root = parse_json(file);
  if (!root) {
    if (auto conflict = merge_conflict(file)) return *std::move(conflict);
    Error unreadable = root.error();
    unreadable.help = kHelp;
    return unreadable;
  }
  const Value* version = root->find("version");
  if (version == nullptr) return fault(file, *root, "this is no baseline: it has no 'version'");
  if (!version->is_number() || version->number != 1) {
    return fault(file, *version, "a baseline of another version than 1");
  }
  const Value* findings = root->find("findings");
  if (findings == nullptr || !findings->is_array()) {
    return fault(file, findings == nullptr ? *root : *findings, "'findings' should be a list");
  }
  Baseline baseline;
  for (const Value& item : findings->items) {
    auto entry = read_entry(item);
    if (!entry) return fault(file, item, "a finding has a path, a rule and a fingerprint");
    baseline.entries.push_back(*std::move(entry));
  }
  return baseline;
}

std::string baseline_text(const Baseline& baseline) {
  std::string out =
      "{\n  \"$schema\": \"https://runbookc.dev/schemas/output/baseline.json\",\n"
      "  \"version\": 1,\n  \"findings\": [";
  const char* separator = "\n";
  for (const BaselineEntry& entry : baseline.entries) {
    out += fmt::format(R"({}    {{"path": {}, "rule": {}, "fingerprint": {}}})", separator,
                       quoted(entry.path), quoted(entry.rule), quoted(entry.fingerprint));
    separator = ",\n";
  }
  return out + (baseline.entries.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace runbookc
