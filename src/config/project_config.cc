#include "config/project_config.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "base/digest.h"
#include "base/excerpt.h"
#include "base/path.h"
#include "base/version.h"
#include "config/config_rules.h"
#include "config/config_schema.h"
#include "config/version_range.h"
#include "parse/risk_data.h"
#include "parse/yaml.h"
#include "schema/pattern.h"
#include "shell/risk_reader.h"

namespace runbookc {
namespace {

constexpr std::size_t kShownPattern = 60;  // in a message

constexpr YamlLimits kFileLimits{.bytes = std::size_t{256} * 1024, .depth = 16, .nodes = 50'000};

const Value* find_string(const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  return value && value->is_string() ? value : nullptr;
}

void set_text(std::string& out, const Value& object, std::string_view key) {
  if (const Value* value = find_string(object, key)) out = value->text;
}

void set_flag(bool& out, const Value& object, std::string_view key) {
  const Value* value = object.find(key);
  if (value && value->kind == Value::Kind::boolean) out = value->boolean;
}

bool is_web_address(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// Fills a ProjectConfig from a root that the schema has seen. What the schema refused is passed
// over here; what it cannot say (globs, intervals, paths, versions) is checked here.
class ConfigReader {
 public:
  explicit ConfigReader(ConfigOutcome& outcome)
      : config_(outcome.config), problems_(outcome.problems) {}

  void read(const Value& root) {
    if (const Value* site = root.find("site")) read_site(*site);
    read_folders(root);
    read_globs(config_.include, root.find("include"));
    read_globs(config_.exclude, root.find("exclude"));
    read_dialect(root);
    if (const Value* extensions = root.find("extensions")) read_extensions(*extensions);
    if (const Value* types = root.find("types")) read_types(*types);
    if (const Value* review = root.find("review")) read_review(*review);
    read_severities(root.find("severities"));
    if (const Value* rules = root.find("rules"))
      config_.rules = read_rule_settings(*rules, problems_);
    if (const Value* fail_on = find_string(root, "fail_on"))
      config_.fail_on = parse_severity(fail_on->text).value_or(Severity::off);
    if (const Value* danger = root.find("danger")) read_danger(*danger);
    if (const Value* programs = root.find("programs")) read_programs(*programs);
    if (const Value* parameters = root.find("parameters")) config_.parameters = parameters->items;
    if (const Value* defaults = root.find("defaults")) read_defaults(*defaults);
    if (const Value* limits = root.find("limits")) read_limits(*limits);
    if (const Value* range = find_string(root, "requires")) read_requires(*range);
  }

 private:
  void report(const Value& at, std::string message, std::string help) {
    problems_.push_back({at.span, std::move(message), std::move(help)});
  }

  void read_site(const Value& site) {
    set_text(config_.site.title, site, "title");
    set_text(config_.site.base_url, site, "base_url");
    set_text(config_.site.edit_url, site, "edit_url");
    set_text(config_.site.language, site, "language");
    set_flag(config_.site.publish_contacts, site, "publish_contacts");
    set_flag(config_.site.publish_drafts, site, "publish_drafts");
    std::string& base = config_.site.base_url;
    if (!base.empty() && !base.ends_with('/')) base += '/';
    const std::string& edit = config_.site.edit_url;
    const Value* edit_value = find_string(site, "edit_url");
    if (edit.empty() || !edit_value) return;
    if (!is_web_address(edit))
      report(*edit_value, "'" + edit + "' is no web address", "start it with https://");
    else if (edit.find("{path}") == std::string::npos)
      report(*edit_value, "edit_url does not say where the path goes",
             "write {path} in it, for example https://git.example.com/edit/main/{path}");
  }

  void set_path(std::string& out, const Value& root, std::string_view key) {
    const Value* value = find_string(root, key);
    if (!value) return;
    auto path = resolve_path("", value->text);
    if (!path || value->text.starts_with('/'))
      report(*value, "'" + value->text + "' leaves the project",
             "name a place inside the project, relative to its root");
    else
      out = std::move(*path);
  }

  void read_folders(const Value& root) {
    set_path(config_.content, root, "content");
    if (config_.content.empty() && find_string(root, "content")) config_.content = ".";
    set_path(config_.output, root, "output");
    set_path(config_.owners_file, root, "owners");
    set_path(config_.baseline, root, "baseline");
    const Value* output = find_string(root, "output");
    const Value* content = find_string(root, "content");
    if (output && config_.output.empty())
      report(*output, "the output folder is the project itself", "name a folder of its own");
    else if (content && !config_.content.empty() && is_inside(config_.content, config_.output))
      report(output ? *output : *content, "the output folder holds the content",
             "build replaces the output folder: keep the two apart");
  }

  std::optional<Glob> compile_glob(std::string_view pattern, Span span) {
    auto glob = Glob::compile(pattern);
    if (glob) return std::move(*glob);
    problems_.push_back({span, glob.error().message, glob.error().help});
    return std::nullopt;
  }

  void add_glob(std::vector<Glob>& out, const Value& pattern) {
    if (!pattern.is_string()) return;
    if (auto glob = compile_glob(pattern.text, pattern.span)) out.push_back(std::move(*glob));
  }

  void read_globs(std::vector<Glob>& out, const Value* value) {
    if (!value) return;
    add_glob(out, *value);
    for (const Value& item : value->items) add_glob(out, item);
  }

  void read_dialect(const Value& root) {
    const Value* name = find_string(root, "dialect");
    const DialectRules* dialect = name != nullptr ? find_dialect(name->text) : nullptr;
    if (dialect != nullptr) config_.dialect = dialect;
    config_.extensions.assign(config_.dialect->extensions.begin(),
                              config_.dialect->extensions.end());
    if (const Value* keys = root.find("front_matter_keys")) read_keys(*keys);
    for (const auto& [foreign, own] : config_.dialect->keys)
      config_.front_matter_keys.push_back({std::string(foreign), std::string(own)});
  }

  // Before those of the dialect: the first that speaks of a key counts.
  void read_keys(const Value& keys) {
    for (const Member& member : keys.members)
      if (member.value.is_string() || member.value.is_null())
        config_.front_matter_keys.push_back(
            {member.key, member.value.is_string() ? member.value.text : std::string()});
  }

  void read_extensions(const Value& extensions) {
    if (extensions.items.empty()) return;
    config_.extensions.clear();
    for (const Value& item : extensions.items) config_.extensions.push_back(item.text);
  }

  void read_types(const Value& types) {
    for (const Member& member : types.members) {
      if (!member.value.is_string()) continue;
      config_.named_types.emplace_back(member.value.text, member.value.span);
      if (member.key == "default")
        config_.default_type = member.value.text;
      else if (auto glob = compile_glob(member.key, member.key_span))
        config_.types_by_glob.emplace_back(std::move(*glob), member.value.text);
    }
  }

  std::optional<Interval> read_interval(const Value& review, std::string_view key) {
    const Value* value = review.find(key);
    if (!value || !(value->is_string() || value->is_number())) return std::nullopt;
    auto interval = parse_interval(value->text);
    if (!interval)
      report(*value, "'" + value->text + "' is no interval",
             "write for example 90 days, 3 months, quarterly or 1 year");
    return interval;
  }

  void read_review(const Value& review) {
    config_.review.default_interval = read_interval(review, "every");
    config_.review.maximum = read_interval(review, "maximum");
    if (const auto due_soon = read_interval(review, "due_soon"))
      config_.review.due_soon = *due_soon;
  }

  void add_severity(std::unordered_set<std::string>& names, Span span, SeverityLevel level) {
    if (level.name.empty()) return;
    if (names.insert(level.name).second)
      config_.severities.push_back(std::move(level));
    else
      problems_.push_back({span, "severity '" + level.name + "' is there twice", "remove one"});
  }

  void read_severities(const Value* severities) {
    if (!severities || (severities->items.empty() && severities->members.empty())) return;
    config_.severities.clear();
    std::unordered_set<std::string> names;
    for (const Value& item : severities->items) {
      SeverityLevel level;
      set_text(level.name, item, "name");
      set_text(level.description, item, "description");
      set_text(level.response_time, item, "response_time");
      const Value* name = item.find("name");
      add_severity(names, name ? name->span : item.span, std::move(level));
    }
    for (const Member& member : severities->members)
      add_severity(names, member.key_span,
                   {.name = member.key,
                    .description = {},
                    .response_time = member.value.is_string() ? member.value.text : std::string()});
  }

  void read_danger(const Value& danger) {
    for (const Value& item : danger.items) {
      DangerPattern pattern{.pattern = item.text, .reason = {}, .span = item.span};
      set_text(pattern.pattern, item, "pattern");
      set_text(pattern.reason, item, "reason");
      if (pattern.pattern.empty()) continue;
      if (const auto compiled = Pattern::compile(pattern.pattern); !compiled) {
        const Value* at = find_string(item, "pattern");
        report(at != nullptr ? *at : item,
               "'" + excerpt(pattern.pattern, kShownPattern) +
                   "' is no regular expression: " + compiled.error().message,
               "write a backslash before a character that stands for itself, as in '\\('");
      }
      pattern.reason = reason_clause(pattern.reason);
      config_.danger.push_back(std::move(pattern));
    }
  }

  void read_programs(const Value& programs) {
    if (!programs.is_array()) return;
    RiskProgramsOutcome outcome = read_risk_program_list(programs);
    if (outcome.problems.empty())
      outcome.problems = check_project_programs(programs, outcome.programs);
    for (RiskProblem& problem : outcome.problems)
      problems_.push_back({problem.span, std::move(problem.message), std::move(problem.help)});
    config_.programs = std::move(outcome.programs);
  }

  void read_defaults(const Value& defaults) {
    for (const Member& member : defaults.members)
      if (auto glob = compile_glob(member.key, member.key_span))
        config_.defaults.emplace_back(std::move(*glob), member.value);
  }

  static void set_limit(std::size_t& out, const Value& limits, std::string_view key) {
    const Value* value = limits.find(key);
    if (value && value->is_number() && value->number >= 1 && value->number <= 4294967295.0)
      out = static_cast<std::size_t>(value->number);
  }

  void read_limits(const Value& limits) {
    set_limit(config_.limits.document_bytes, limits, "document_bytes");
    set_limit(config_.limits.front_matter_bytes, limits, "front_matter_bytes");
    set_limit(config_.limits.front_matter_depth, limits, "front_matter_depth");
    set_limit(config_.limits.front_matter_values, limits, "front_matter_values");
    set_limit(config_.limits.inline_block_bytes, limits, "inline_block_bytes");
    set_limit(config_.limits.table_columns, limits, "table_columns");
    set_limit(config_.limits.table_cells, limits, "table_cells");
    set_limit(config_.limits.nesting_depth, limits, "nesting_depth");
    set_limit(config_.limits.links, limits, "links");
    set_limit(config_.limits.commands, limits, "commands");
    set_limit(config_.limits.output_bytes, limits, "output_bytes");
    set_limit(config_.findings_per_rule, limits, "findings_per_rule");
  }

  void read_requires(const Value& range) {
    config_.requires_version = range.text;
    const auto inside = version_in_range(tool_version(), range.text);
    if (!inside)
      report(range, inside.error().message, inside.error().help);
    else if (!*inside)
      report(range,
             "this project needs runbookc " + range.text + ", and this is " +
                 std::string(tool_version()),
             "install a version in that range");
  }

  ProjectConfig& config_;
  std::vector<ConfigProblem>& problems_;
};

}  // namespace

ConfigOutcome read_config(const SourceFile& file) {
  ConfigOutcome outcome;
  outcome.config.path = file.path();
  outcome.config.source_hash = sha256_hex(file.bytes());
  const ByteRange all{0, static_cast<std::uint32_t>(file.bytes().size())};
  YamlOutcome yaml = parse_yaml(file, all, kFileLimits);
  for (YamlProblem& problem : yaml.problems)
    outcome.problems.push_back({problem.span, std::move(problem.message), std::move(problem.help)});
  if (!yaml.valid) return outcome;
  for (ConfigProblem& problem : check_config_schema(yaml.root))
    outcome.problems.push_back(std::move(problem));
  ConfigReader(outcome).read(yaml.root);
  std::ranges::sort(outcome.problems, {}, [](const ConfigProblem& problem) {
    return std::tie(problem.span, problem.message);
  });
  return outcome;
}

}  // namespace runbookc
