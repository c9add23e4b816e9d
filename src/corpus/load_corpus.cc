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

}  // namespace

Result<Corpus> load_corpus(const Files& files, const LoadOptions& options) {
  Result<std::string> content_root = find_content_root(files, options.config);
  if (!content_root) return content_root.error();
  Result<std::vector<DocumentType>> types = load_document_types(files);
  if (!types) return types.error();
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
  corpus.load_problems = std::move(loaded->problems);
  parse_all(corpus, loaded->content_paths, options);
  return link_corpus(files, options, std::move(corpus));
}

}  // namespace runbookc
