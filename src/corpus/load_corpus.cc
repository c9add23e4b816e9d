#include <fmt/format.h>

#include <algorithm>

#include "base/near_miss.h"
#include "base/text.h"
#include "base/work_pool.h"
#include "corpus/corpus.h"
#include "corpus/owners_file.h"
#include "corpus/type_registry.h"
#include "parse/document_parser.h"

namespace runbookc {
namespace {

void parse_all(Corpus& corpus, const std::vector<std::string>& content_paths,
               const LoadOptions& options) {
  const ParseOptions parse_options{.limits = options.config.limits, .render = options.render};
  corpus.documents.resize(corpus.sources.size());
  for_each_index(corpus.sources.size(), options.threads, [&](std::size_t i) {
    corpus.documents[i] = parse_document(corpus.sources[i], content_paths[i], parse_options);
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
  for (const auto& [name, span] : named) {
    if (std::ranges::find(names, name) != names.end()) continue;
    const auto nearest = near_miss(name, names);
    return Error{fmt::format("{}:{}:{}: there is no document type '{}'", config.path,
                             span.start.line, span.start.column, name),
                 nearest ? fmt::format("did you mean '{}'?", *nearest)
                         : fmt::format("the types are {}; add schemas/types/{}.json for your own",
                                       join(names, ", "), name)};
  }
  return Done{};
}

}  // namespace

Result<Corpus> load_corpus(const Files& files, const LoadOptions& options) {
  Result<std::string> content_root = find_content_root(files, options.config);
  if (!content_root) return content_root.error();
  Result<std::vector<DocumentType>> types = load_document_types(files);
  if (!types) return types.error();
  if (const Status named = check_named_types(options.config, *types); !named) return named.error();
  Result<OwnersFile> owners = read_owners_file(files, options.config, *content_root);
  if (!owners) return owners.error();
  Result<LoadedFiles> loaded = load_files(files, options);
  if (!loaded) return loaded.error();

  Corpus corpus;
  corpus.config = options.config;
  corpus.config.content = std::move(*content_root);
  corpus.today = options.today;
  corpus.sources = std::move(loaded->sources);
  corpus.types = std::move(*types);
  corpus.owners = std::move(owners->directory);
  corpus.owners_source = std::move(owners->source);
  corpus.code_owners = std::move(owners->code_owners);
  corpus.load_problems = std::move(loaded->problems);
  parse_all(corpus, loaded->content_paths, options);
  return link_corpus(files, options, std::move(corpus));
}

}  // namespace runbookc
