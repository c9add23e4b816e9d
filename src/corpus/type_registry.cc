#include "corpus/type_registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "base/digest.h"
#include "base/embedded.h"
#include "base/path.h"
#include "base/text.h"
#include "parse/json.h"
#include "schema/keyword_slip.h"
#include "schema/required_slip.h"
#include "schema/schema_fault.h"
#include "source/source_file.h"

namespace runbookc {
namespace {

constexpr std::string_view kSuffix = ".json";
constexpr std::uint64_t kMaxSchemaBytes = std::uint64_t{1024} * 1024;

// A schema's text by the name of its type.
using SchemaTexts = std::map<std::string, SourceFile, std::less<>>;

std::string type_name(std::string_view path) {
  const std::string_view name = file_name(path);
  return std::string(name.substr(0, name.size() - kSuffix.size()));
}

SchemaTexts embedded_texts() {
  SchemaTexts texts;
  for (const EmbeddedFile& file : embedded_files()) {
    if (parent_path(file.path) != kTypesFolder || !file.path.ends_with(kSuffix)) continue;
    texts.insert_or_assign(type_name(file.path),
                           SourceFile(std::string(file.path), std::string(file.bytes)));
  }
  return texts;
}

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

// A name that is no type's, or an extension that is none of a schema: the file would have no
// effect, and nobody would know. Other files (a README) may lie there.
std::optional<Error> odd_name(const std::string& path) {
  const std::string extension = lower_ascii(file_extension(path));
  if (extension == ".yaml" || extension == ".yml" || extension == ".jsonc" ||
      (extension == kSuffix && !path.ends_with(kSuffix))) {
    return Error{"the schema is not read, because of its extension",
                 "a type is a JSON file whose name ends in '.json'", FilePlace{path}};
  }
  const std::string name = extension == kSuffix ? type_name(path) : "x";
  if (!name.empty() && std::ranges::all_of(name, is_name_byte)) return std::nullopt;
  return Error{fmt::format("'{}' is no name of a document type", name),
               "use letters, digits, '-' and '_', as in 'dr-plan.json'", FilePlace{path}};
}

// What was added, as a digest.
Result<std::string> add_project_texts(const Files& files, SchemaTexts& texts) {
  const Result<std::vector<FolderEntry>> entries = files.list(kTypesFolder);
  if (!entries) return entries.error();
  std::string digests;
  for (const FolderEntry& entry : *entries) {
    if (entry.name.starts_with('.')) continue;
    const std::string path = join_path(kTypesFolder, entry.name);
    if (std::optional<Error> odd = odd_name(path)) return *std::move(odd);
    if (!entry.name.ends_with(kSuffix)) continue;
    ReadOutcome outcome = files.read(path, kMaxSchemaBytes);
    if (outcome.failure != ReadFailure::none) {
      return Error{fmt::format("the schema '{}' cannot be read", path),
                   "it must be a regular file of at most 1 MiB inside the project"};
    }
    digests += entry.name + '/' + sha256_hex(outcome.bytes) + '\n';
    texts.insert_or_assign(type_name(path), SourceFile(path, std::move(outcome.bytes)));
  }
  return digests.empty() ? digests : sha256_hex(digests);
}

// A schema that others refer to, judged by itself: a fault in it is then told at its own place.
std::optional<Error> fault_in_common(const SourceFile& source, const Value& schema,
                                     std::span<const Value> common) {
  if (const std::optional<Error> slip = find_keyword_slip(schema)) {
    return located_fault(source.path(), *slip);
  }
  JsonSchema::Options options;
  options.base_uri = fmt::format("{}{}", kTypesUri, file_name(source.path()));
  const Result<JsonSchema> compiled = JsonSchema::compile(schema, common, options);
  if (!compiled) return located_fault(source.path(), compiled.error());
  const std::optional<Error> slip = find_required_slip(schema, nullptr, common);
  return slip ? std::optional(located_fault(source.path(), *slip)) : std::nullopt;
}

// Whether a schema is a type's: the others are only there to be referred to.
bool names_a_type(std::string_view name) { return !name.starts_with('_'); }

Result<TypeRegistry> compile_types(const SchemaTexts& texts, std::string own_schemas) {
  std::map<std::string_view, Value> schemas;
  std::vector<Value> common;
  for (const auto& [name, source] : texts) {
    Result<Value> value = parse_json(source);
    if (!value) return located_fault(source.path(), value.error());
    if (value->find("$id") != nullptr) common.push_back(*value);
    schemas.emplace(name, std::move(*value));
  }
  std::vector<DocumentType> types;
  types.reserve(schemas.size());
  for (const auto& [name, schema] : schemas) {
    const SourceFile& source = texts.find(name)->second;
    if (!names_a_type(name)) {
      if (std::optional<Error> fault = fault_in_common(source, schema, common)) return *fault;
      continue;
    }
    Result<DocumentType> type = compile_document_type(name, schema, common);
    if (!type) return located_fault(source.path(), type.error());
    types.push_back(std::move(*type));
  }
  return TypeRegistry{.types = std::move(types), .own_schemas = std::move(own_schemas)};
}

}  // namespace

std::vector<std::string> shipped_type_names() {
  std::vector<std::string> names;
  for (const auto& [name, source] : embedded_texts()) {
    if (names_a_type(name)) names.push_back(name);
  }
  return names;
}

// Most projects have no schema of their own: what is compiled in is compiled once, for servers and
// tests load many.
Result<TypeRegistry> load_document_types(const Files& files) {
  if (files.kind(kTypesFolder) != FileKind::folder) {
    static const Result<TypeRegistry> shipped = compile_types(embedded_texts(), "");
    return shipped;
  }
  SchemaTexts texts = embedded_texts();
  Result<std::string> own = add_project_texts(files, texts);
  if (!own) return own.error();
  return compile_types(texts, *std::move(own));
}

}  // namespace runbookc
