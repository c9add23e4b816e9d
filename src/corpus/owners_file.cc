#include "corpus/owners_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/embedded.h"
#include "base/path.h"
#include "base/text.h"
#include "base/unicode.h"
#include "parse/json.h"
#include "parse/yaml.h"
#include "schema/json_schema.h"

namespace runbookc {
namespace {

constexpr std::uint64_t kMaxBytes = std::uint64_t{4} * 1024 * 1024;
constexpr YamlLimits kYamlLimits{.bytes = kMaxBytes, .depth = 8, .nodes = 200'000};
constexpr std::string_view kSchemaPath = "schemas/output/owners.json";

Error fault_at(const SourceFile& source, Span span, std::string message, std::string help) {
  const Position at = span.valid() ? span.start : Position{1, 1};
  return {std::move(message), std::move(help), FilePlace{source.path(), at.line, at.column}};
}

// All of them as one. Precondition: there is one.
Error broken(std::vector<Error> faults) {
  constexpr std::size_t kMostFaults = 50;
  if (faults.size() > kMostFaults) {
    const std::size_t more = faults.size() - kMostFaults;
    faults.resize(kMostFaults);
    faults.back().message += fmt::format(" ({} more in this file)", more);
  }
  Error first = std::move(faults.front());
  first.others.assign(std::make_move_iterator(faults.begin() + 1),
                      std::make_move_iterator(faults.end()));
  return first;
}

Result<JsonSchema> owners_schema() {
  const std::optional<std::string_view> bytes = find_embedded(kSchemaPath);
  if (!bytes) return Error{fmt::format("the embedded {} is missing", kSchemaPath), ""};
  Result<Value> value = parse_json(SourceFile(std::string(kSchemaPath), std::string(*bytes)));
  if (!value) return value.error();
  return JsonSchema::compile(*value);
}

// What the schema cannot say: one name, one owner.
std::vector<Error> repeated_ids(const SourceFile& source, const std::vector<Owner>& owners) {
  std::vector<Error> faults;
  std::set<std::string, std::less<>> seen;
  for (const Owner& owner : owners) {
    if (!seen.insert(lower_ascii(owner.id)).second) {
      faults.push_back(
          fault_at(source, owner.span, fmt::format("owner '{}' is listed twice", owner.id), ""));
    }
  }
  return faults;
}

constexpr std::string_view kListOwners =
    "list the owners below 'owners:', each as '- { id: data-platform, name: Data Platform }'";

std::vector<Error> faults_of_shape(const SourceFile& source, const JsonSchema& schema,
                                   const Value& root) {
  if (root.is_null())
    return {fault_at(source, {}, "the file names no owner", std::string(kListOwners))};
  std::vector<Error> faults;
  for (Violation& violation : schema.validate(root)) {
    const bool whole = violation.instance_pointer.empty();
    faults.push_back(fault_at(source, violation.span, std::move(violation.message),
                              whole ? std::string(kListOwners) : std::move(violation.help)));
  }
  return faults;
}

Result<std::vector<Owner>> parse_directory(const SourceFile& source) {
  const ByteRange whole{0, static_cast<std::uint32_t>(source.bytes().size())};
  const YamlOutcome outcome = parse_yaml(source, whole, kYamlLimits);
  std::vector<Error> faults;
  for (const YamlProblem& problem : outcome.problems) {
    faults.push_back(fault_at(source, problem.span, problem.message, problem.help));
  }
  if (!faults.empty()) return broken(std::move(faults));
  if (!outcome.valid) return broken({fault_at(source, {}, "not readable as YAML", "")});
  const Result<JsonSchema> schema = owners_schema();
  if (!schema) return schema.error();
  faults = faults_of_shape(source, *schema, outcome.root);
  std::vector<Owner> owners = read_owners(outcome.root);
  if (faults.empty()) faults = repeated_ids(source, owners);
  if (!faults.empty()) return broken(std::move(faults));
  return owners;
}

Owner handle_owner(std::string_view handle, Span span) {
  const bool mail = handle.find('@', 1) != std::string_view::npos;
  Owner owner{
      .id = std::string(handle),
      .name = std::string(handle),
      .kind = handle.find('/') != std::string_view::npos ? OwnerKind::team : OwnerKind::person,
      .contacts = {{mail ? "email" : "handle", std::string(handle)}},
      .aliases = {},
      .active = true,
      .span = span};
  if (handle.starts_with('@')) owner.id.erase(0, 1);
  if (const std::string_view team = short_handle(handle); team != owner.id) {
    owner.aliases.emplace_back(team);
  }
  return owner;
}

// Each name in the file, once. `org/team` goes by `team` too, as documents write it.
std::vector<Owner> owners_named_in(const CodeOwners& code_owners) {
  std::vector<Owner> owners;
  std::set<std::string, std::less<>> seen;
  for (const CodeOwnersLine& line : code_owners.lines()) {
    for (const Located<std::string>& name : line.owners) {
      if (seen.insert(to_lower(name.value)).second) {
        owners.push_back(handle_owner(name.value, name.span));
      }
    }
  }
  return owners;
}

Result<OwnersFile> read_as_codeowners(OwnersFile file) {
  file.code_owners = CodeOwners(*file.source);
  if (!file.code_owners.fault().empty()) {
    return Error{fmt::format("the owners file '{}' cannot be used: {}", file.source->path(),
                             file.code_owners.fault()),
                 "name folders instead of patterns"};
  }
  file.directory = OwnerDirectory(file.source->path(), owners_named_in(file.code_owners));
  return file;
}

std::string find_file(const Files& files, const ProjectConfig& config,
                      std::string_view content_root) {
  if (!config.owners_file.empty()) return config.owners_file;
  for (const std::string& path :
       {join_path(content_root, "owners.yaml"), std::string("owners.yaml")}) {
    if (files.kind(path) != FileKind::missing) return path;
  }
  return "";
}

}  // namespace

Result<OwnersFile> read_owners_file(const Files& files, const ProjectConfig& config,
                                    std::string_view content_root) {
  OwnersFile result;
  const std::string path = find_file(files, config, content_root);
  const bool is_codeowners = file_name(path) == "CODEOWNERS";
  if (!is_codeowners) {
    CodeOwnersFile beside = find_codeowners(files);
    result.code_owners = std::move(beside.owners);
  }
  if (path.empty()) return result;
  ReadOutcome outcome = files.read(path, is_codeowners ? kMaxCodeOwnersBytes : kMaxBytes);
  if (outcome.failure == ReadFailure::missing) {
    return Error{fmt::format("the owners file '{}' does not exist", path),
                 fmt::format("create it, or correct 'owners' in {}", config.path)};
  }
  if (outcome.failure != ReadFailure::none) {
    return Error{fmt::format("the owners file '{}' cannot be read", path),
                 fmt::format("it must be a regular file of at most {} MiB inside the project",
                             is_codeowners ? 3 : 4)};
  }
  result.source.emplace(path, std::move(outcome.bytes));
  if (is_codeowners) return read_as_codeowners(std::move(result));
  Result<std::vector<Owner>> owners = parse_directory(*result.source);
  if (!owners) return owners.error();
  result.directory = OwnerDirectory(path, std::move(*owners));
  return result;
}

}  // namespace runbookc
