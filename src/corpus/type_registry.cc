#include "corpus/type_registry.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>

#include "base/embedded.h"
#include "base/path.h"
#include "parse/json.h"
#include "source/source_file.h"

namespace runbookc {
namespace {

constexpr std::string_view kFolder = "schemas/types";
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
    if (parent_path(file.path) != kFolder || !file.path.ends_with(kSuffix)) continue;
    texts.insert_or_assign(type_name(file.path),
                           SourceFile(std::string(file.path), std::string(file.bytes)));
  }
  return texts;
}

Status add_project_texts(const Files& files, SchemaTexts& texts) {
  if (files.kind(kFolder) != FileKind::folder) return Done{};
  const Result<std::vector<FolderEntry>> entries = files.list(kFolder);
  if (!entries) return entries.error();
  for (const FolderEntry& entry : *entries) {
    if (!entry.name.ends_with(kSuffix) || entry.name.starts_with('.')) continue;
    const std::string path = join_path(kFolder, entry.name);
    ReadOutcome outcome = files.read(path, kMaxSchemaBytes);
    if (outcome.failure != ReadFailure::none) {
      return Error{fmt::format("the schema '{}' cannot be read", path),
                   "it must be a regular file of at most 1 MiB inside the project"};
    }
    texts.insert_or_assign(type_name(path), SourceFile(path, std::move(outcome.bytes)));
  }
  return Done{};
}

// Prefixes the schema's path, which a compiler of values cannot know.
Error in_schema(const SourceFile& source, const Error& error) {
  if (error.message.starts_with(source.path())) return error;
  return {fmt::format("{}: {}", source.path(), error.message), error.help};
}

// Whether a schema is a type's: the others are only there to be referred to.
bool names_a_type(std::string_view name) { return !name.starts_with('_'); }

}  // namespace

std::vector<std::string> shipped_type_names() {
  std::vector<std::string> names;
  for (const auto& [name, source] : embedded_texts()) {
    if (names_a_type(name)) names.push_back(name);
  }
  return names;
}

Result<std::vector<DocumentType>> load_document_types(const Files& files) {
  SchemaTexts texts = embedded_texts();
  if (const Status added = add_project_texts(files, texts); !added) return added.error();
  std::map<std::string_view, Value> schemas;
  std::vector<Value> common;
  for (const auto& [name, source] : texts) {
    Result<Value> value = parse_json(source);
    if (!value) return in_schema(source, value.error());
    if (value->find("$id") != nullptr) common.push_back(*value);
    if (names_a_type(name)) schemas.emplace(name, std::move(*value));
  }
  std::vector<DocumentType> types;
  types.reserve(schemas.size());
  for (const auto& [name, schema] : schemas) {
    Result<DocumentType> type = compile_document_type(name, schema, common);
    if (!type) return in_schema(texts.find(name)->second, type.error());
    types.push_back(std::move(*type));
  }
  return types;
}

}  // namespace runbookc
