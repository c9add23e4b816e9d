#include <fmt/format.h>

#include <algorithm>

#include "base/digest.h"
#include "base/near_miss.h"
#include "base/stage_clock.h"
#include "base/text.h"
#include "base/work_pool.h"
#include "config/danger_patterns.h"
#include "corpus/corpus.h"
#include "corpus/default_fields.h"
#include "corpus/owners_file.h"
#include "corpus/type_registry.h"
#include "parse/document_parser.h"
#include "parse/risk_data.h"

namespace runbookc {
namespace {

// What the project says of its own programs and commands goes before what is known of all.
Result<std::shared_ptr<const CommandJudge>> build_judge(const ProjectConfig& config) {
  Result<RiskTable> table = load_risk_table(config.programs);
  if (!table) return table.error();
  Result<DangerPatterns> danger = DangerPatterns::compile(config.danger);
  if (!danger) return danger.error();
  auto patterns = std::make_shared<const DangerPatterns>(std::move(*danger));
  return std::shared_ptr<const CommandJudge>(std::make_shared<CommandJudge>(CommandJudge{
      std::move(*table),
      [patterns](std::string_view command) { return patterns->reason_for(command); }}));
}

// Most projects add nothing to what is compiled in, which is read once: servers and tests load
// many.
Result<std::shared_ptr<const CommandJudge>> make_judge(const ProjectConfig& config) {
  if (!config.programs.empty() || !config.danger.empty()) return build_judge(config);
  static const Result<std::shared_ptr<const CommandJudge>> shipped = build_judge({});
  return shipped;
}

using SharedDocument = std::shared_ptr<const Document>;

// The same document as it was parsed before; null if it was not, or was another one.
SharedDocument parsed_before(const Corpus* earlier, const SourceFile& source) {
  if (earlier == nullptr) return nullptr;
  const Index page = find_page(*earlier, source.path());
  return page != kNone && earlier->sources[page].bytes() == source.bytes()
             ? earlier->documents.whole(page)
             : nullptr;
}

// What parsing depends on besides the files is all in the project file.
const Corpus* comparable_corpus(const LoadOptions& options, const Corpus& corpus) {
  const bool same = options.earlier != nullptr &&
                    options.earlier->config.source_hash == corpus.config.source_hash &&
                    options.earlier->config.content == corpus.config.content;
  return same ? options.earlier : nullptr;
}

// Makes the documents of one load. What is put off holds on to it, and to the sources in their
// places.
class DocumentMaker {
 public:
  DocumentMaker(const LoadOptions& options, std::shared_ptr<const CommandJudge> judge)
      : parse_options_(std::make_shared<const ParseOptions>(
            ParseOptions{.limits = options.config.limits,
                         .dialect = options.config.dialect,
                         .keys = options.config.front_matter_keys,
                         .render = options.render,
                         .judge = std::move(judge)})),
        store_(options.store) {}

  SharedDocument parse(const SourceFile& source, const std::string& content_path) const {
    return std::make_shared<const Document>(parse_document(source, content_path, *parse_options_));
  }
  // Whether the store has the document; then it is in the list.
  bool put_off(DocumentList& list, std::size_t i, const SourceFile& source,
               const std::string& content_path) const;

 private:
  std::shared_ptr<const ParseOptions> parse_options_;
  std::shared_ptr<const DocumentStore> store_;
};

bool DocumentMaker::put_off(DocumentList& list, std::size_t i, const SourceFile& source,
                            const std::string& content_path) const {
  if (!store_) return false;
  const StageScope stage(Stage::cache);
  const DocumentStore::Place place = store_->find(source.path(), sha256_hex(source.bytes()));
  if (!place.found()) return false;
  std::optional<Document> outline = place.pack->outline(*place.entry);
  if (!outline || outline->content_path != content_path) return false;
  list.put_off(i, *std::move(outline), [maker = *this, place, &source, content_path] {
    const StageScope reading(Stage::cache);
    std::optional<Document> whole = place.pack->body(*place.entry);
    return whole && whole->content_path == content_path
               ? DocumentList::Loaded{std::make_shared<const Document>(*std::move(whole)), true}
               : DocumentList::Loaded{maker.parse(source, content_path), false};
  });
  return true;
}

void parse_all(Corpus& corpus, const std::vector<std::string>& content_paths,
               const LoadOptions& options, std::shared_ptr<const CommandJudge> judge) {
  const DocumentMaker maker(options, std::move(judge));
  const Corpus* earlier = comparable_corpus(options, corpus);
  corpus.documents.resize(corpus.sources.size());
  for_each_index(corpus.sources.size(), options.threads, [&](std::size_t i) {
    const SourceFile& source = corpus.sources[i];
    const FileScope scope(options.observer, FileTask::parse, source.path());
    if (SharedDocument known = parsed_before(earlier, source)) {
      corpus.documents.put(i, std::move(known));
    } else if (!maker.put_off(corpus.documents, i, source, content_paths[i])) {
      corpus.documents.put(i, maker.parse(source, content_paths[i]));
    }
  });
}

// A document of a type that does not exist would go unchecked without a word.
Status check_named_types(const ProjectConfig& config, const std::vector<DocumentType>& types) {
  std::vector<std::string> names;
  for (const DocumentType& type : types) names.push_back(type.name);
  std::vector<std::pair<std::string, Span>> named = config.named_types;
  for (const RuleSetting& setting : config.rules) {
    if (!setting.type.empty()) named.emplace_back(setting.type, setting.span);
  }
  for (const auto& [glob, fields] : config.defaults) {
    const Value* type = fields.find("type");
    if (type != nullptr && type->is_string()) named.emplace_back(type->text, type->span);
  }
  for (const auto& [name, span] : named) {
    if (std::ranges::find(names, name) != names.end()) continue;
    const auto nearest = near_miss(name, names);
    return Error{fmt::format("there is no document type '{}'", name),
                 nearest ? fmt::format("did you mean '{}'?", *nearest)
                         : fmt::format("the types are {}; add schemas/types/{}.json for your own",
                                       join(names, ", "), name),
                 FilePlace{config.path, span.start.line, span.start.column}};
  }
  return Done{};
}

}  // namespace

Result<Corpus> load_corpus(const Files& files, const LoadOptions& options) {
  Result<std::string> content_root = find_content_root(files, options.config);
  if (!content_root) return content_root.error();
  Result<TypeRegistry> registry = load_document_types(files);
  if (!registry) return registry.error();
  if (const Status named = check_named_types(options.config, registry->types); !named)
    return named.error();
  if (const Status fit = check_default_fields(options.config, registry->types); !fit)
    return fit.error();
  Result<OwnersFile> owners = read_owners_file(files, options.config, *content_root);
  if (!owners) return owners.error();
  Result<LoadedFiles> loaded = load_files(files, options);
  if (!loaded) return loaded.error();

  Result<std::shared_ptr<const CommandJudge>> judge = make_judge(options.config);
  if (!judge) return judge.error();

  Corpus corpus;
  corpus.config = options.config;
  corpus.config.content = std::move(*content_root);
  corpus.today = options.today;
  corpus.sources = std::move(loaded->sources);
  corpus.types = std::move(registry->types);
  corpus.own_schemas = std::move(registry->own_schemas);
  corpus.owners = std::move(owners->directory);
  corpus.owners_source = std::move(owners->source);
  corpus.code_owners = std::move(owners->code_owners);
  corpus.load_problems = std::move(loaded->problems);
  corpus.walk = std::move(loaded->walk);
  parse_all(corpus, loaded->content_paths, options, std::move(*judge));
  return link_corpus(files, options, std::move(corpus));
}

}  // namespace runbookc
