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

using SharedJudge = std::shared_ptr<const CommandJudge>;

// What the project says of its own programs and commands goes before what is known of all.
Result<SharedJudge> build_judge(const ProjectConfig& config) {
  Result<RiskTable> table = load_risk_table(config.programs);
  if (!table) return table.error();
  Result<DangerPatterns> danger = DangerPatterns::compile(config.danger);
  if (!danger) return danger.error();
  auto patterns = std::make_shared<const DangerPatterns>(std::move(*danger));
  return SharedJudge(std::make_shared<CommandJudge>(CommandJudge{
      std::move(*table),
      [patterns](std::string_view command) { return patterns->reason_for(command); }}));
}

// Most projects add nothing to what is compiled in, which is read once, and only by those who parse
// anything.
const Result<SharedJudge>& shipped_judge() {
  static const Result<SharedJudge> shipped = build_judge({});
  return shipped;
}

// Null for what is compiled in.
Result<SharedJudge> make_own_judge(const ProjectConfig& config) {
  if (config.programs.empty() && config.danger.empty()) return SharedJudge();
  return build_judge(config);
}

using SharedDocument = std::shared_ptr<const Document>;

// The same document as it was parsed before; null if it was not, or was another one.
SharedDocument parsed_before(const Corpus* earlier, const SourceList& sources, std::size_t i) {
  if (earlier == nullptr) return nullptr;
  const Index page = find_page(*earlier, sources.path(i));
  return page != kNone && earlier->sources[page].bytes() == sources[i].bytes()
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

// Makes the documents of one load. What is put off holds on to it.
class DocumentMaker {
 public:
  DocumentMaker(const LoadOptions& options, SourceList sources,
                std::vector<std::string> content_paths, SharedJudge own_judge)
      : sources_(std::move(sources)),
        content_paths_(std::move(content_paths)),
        store_(options.store),
        parse_options_({.limits = options.config.limits,
                        .dialect = options.config.dialect,
                        .keys = options.config.front_matter_keys,
                        .render = options.render,
                        .judge = std::move(own_judge)}),
        knows_judge_(parse_options_.judge != nullptr) {}

  SharedDocument parse(std::size_t i) const;
  // Where the store has the document.
  DocumentStore::Place find(std::size_t i) const;
  std::optional<Document> outline(DocumentStore::Place place, std::size_t i) const {
    return at_its_place(place.pack->outline(*place.entry), i);
  }
  DocumentList::Loaded load(DocumentStore::Place place, std::size_t i) const;

 private:
  std::optional<Document> at_its_place(std::optional<Document> stored, std::size_t i) const {
    return stored && stored->content_path == content_paths_[i] ? std::move(stored) : std::nullopt;
  }

  SourceList sources_;
  std::vector<std::string> content_paths_;
  std::shared_ptr<const DocumentStore> store_;
  ParseOptions parse_options_;
  bool knows_judge_;
};

SharedDocument DocumentMaker::parse(std::size_t i) const {
  ParseOptions options = parse_options_;
  if (!knows_judge_) options.judge = *shipped_judge();
  return std::make_shared<const Document>(parse_document(sources_[i], content_paths_[i], options));
}

DocumentStore::Place DocumentMaker::find(std::size_t i) const {
  if (!store_) return {};
  const std::string& known = sources_.known_hash(i);
  return store_->find(sources_.path(i), known.empty() ? sha256_hex(sources_[i].bytes()) : known);
}

DocumentList::Loaded DocumentMaker::load(DocumentStore::Place place, std::size_t i) const {
  const StageScope stage(Stage::cache);
  std::optional<Document> whole = at_its_place(place.pack->body(*place.entry), i);
  if (!whole) return {parse(i), false};
  return {std::make_shared<const Document>(*std::move(whole)), true};
}

// Whether the store has the document; then it is in the list.
bool put_off(DocumentList& list, std::size_t i, const std::shared_ptr<const DocumentMaker>& maker) {
  const StageScope stage(Stage::cache);
  const DocumentStore::Place place = maker->find(i);
  std::optional<Document> outline = place.found() ? maker->outline(place, i) : std::nullopt;
  if (!outline) return false;
  list.put_off(i, *std::move(outline), [maker, place, i] { return maker->load(place, i); });
  return true;
}

void parse_all(Corpus& corpus, const LoadOptions& options,
               const std::shared_ptr<const DocumentMaker>& maker) {
  const Corpus* earlier = comparable_corpus(options, corpus);
  corpus.documents.resize(corpus.sources.size());
  for_each_index(corpus.sources.size(), options.threads, [&](std::size_t i) {
    if (SharedDocument known = parsed_before(earlier, corpus.sources, i)) {
      corpus.documents.put(i, std::move(known));
    } else if (!put_off(corpus.documents, i, maker)) {
      const FileScope scope(options.observer, FileTask::parse, corpus.sources.path(i));
      corpus.documents.put(i, maker->parse(i));
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

  Result<SharedJudge> judge = make_own_judge(options.config);
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
  parse_all(corpus, options,
            std::make_shared<const DocumentMaker>(
                options, corpus.sources, std::move(loaded->content_paths), std::move(*judge)));
  return link_corpus(files, options, std::move(corpus));
}

}  // namespace runbookc
