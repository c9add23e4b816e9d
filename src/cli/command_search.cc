// runbookc search: the site's search in a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <optional>
#include <system_error>

#include "base/text.h"
#include "cli/cache_place.h"
#include "cli/command_table.h"
#include "cli/console.h"
#include "cli/document_cache.h"
#include "cli/progress.h"
#include "cli/project.h"
#include "cli/search_notes.h"
#include "cli/search_output.h"
#include "cli/session.h"
#include "search/index_files.h"
#include "search/ranking.h"

namespace runbookc {
namespace {

constexpr std::size_t kDefaultHits = 10;
constexpr std::uint64_t kLargestFile = 64ULL * 1024 * 1024;  // of an index

std::vector<std::string> formats() { return {"text", "json"}; }

// An index, with what it is read from.
struct OpenIndex {
  std::unique_ptr<const Corpus> corpus;  // null for a site
  std::unique_ptr<const SearchFiles> built;
  std::unique_ptr<const Files> site;
  std::unique_ptr<IndexReader> reader;
};

Result<OpenIndex> with_reader(OpenIndex index, IndexReader::ReadFile read) {
  auto reader = IndexReader::open(std::move(read));
  if (!reader) return reader.error();
  index.reader = std::make_unique<IndexReader>(*std::move(reader));
  return index;
}

// Nothing if the folder holds an index.
std::optional<Error> missing_index(const Files& site, const std::string& folder) {
  const std::string help = "name the folder that `runbookc build --out DIR` wrote";
  if (!site.list("")) return Error{fmt::format("there is no folder '{}'", folder), help};
  const std::string first = std::string(kSearchFolder) + search_file_name(SearchFileKind::index, 0);
  if (site.kind(first) != FileKind::missing) return std::nullopt;
  return Error{fmt::format("'{}' holds no site with a search index: no {}", folder, first), help};
}

Result<OpenIndex> open_site(const std::string& folder) {
  OpenIndex index;
  index.site = disk_files(folder);
  if (const auto missing = missing_index(*index.site, folder)) return *missing;
  const Files* files = index.site.get();
  return with_reader(std::move(index), [files](const std::string& name) -> Result<std::string> {
    const std::string path = std::string(kSearchFolder) + name;
    ReadOutcome outcome = files->read(path, kLargestFile);
    if (outcome.failure == ReadFailure::none) return std::move(outcome.bytes);
    return Error{fmt::format("the search index lacks '{}', or it cannot be read", path),
                 "build the site again"};
  });
}

// The index in memory, in the very files that a site has.
Result<OpenIndex> open_sources(Session& session) {
  const auto project = open_project(session, {});
  if (!project) return project.error();
  const Progress progress(session.console.shows_progress(), "loading");
  const DocumentCache cache(cache_place(session.cache_folder, *project, false), session.threads);
  auto corpus = load_corpus(*project->files, {.config = project->config,
                                              .today = session.today,
                                              .threads = session.threads,
                                              .render = false,
                                              .output_folder = configured_output(*project),
                                              .store = cache.store(),
                                              .observer = session.observer});
  if (!corpus) return shown_from_here(*project, corpus.error());
  cache.save(*corpus);
  OpenIndex index;
  index.corpus = std::make_unique<const Corpus>(*std::move(corpus));
  index.built = std::make_unique<const SearchFiles>(*index.corpus, session.threads);
  const SearchFiles* built = index.built.get();
  return with_reader(std::move(index), [built](const std::string& name) -> Result<std::string> {
    for (const SearchFiles::File& file : built->files()) {
      if (search_file_name(file.kind, file.number) == name) return built->render(file);
    }
    return Error{fmt::format("there is no '{}' in the index", name), ""};
  });
}

Result<std::size_t> hit_limit(const Arguments& arguments) {
  if (!arguments.has("--limit")) return kDefaultHits;
  const std::string text = arguments.last("--limit");
  std::size_t limit = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), limit);
  if (fault != std::errc() || end != text.data() + text.size() || limit == 0 || limit > kMostHits) {
    return Error{fmt::format("--limit takes a number from 1 to {}, not '{}'", kMostHits, text), ""};
  }
  return limit;
}

Result<int> print_hits(Session& session, IndexReader& reader, const std::string& words,
                       std::size_t limit, bool as_json) {
  Analyzer analyzer;
  const Query query = parse_query(words, analyzer);
  auto result = search(reader, query, analyzer);
  if (!result) return result.error();
  const std::size_t found = result->hits.size();
  result->hits.resize(std::min(limit, found));
  const auto hits = show_hits(reader, *result, analyzer);
  if (!hits) return hits.error();
  const auto notes = search_notes(reader, words, found, hits->size());
  if (!notes) return notes.error();
  session.console.print(as_json
                            ? search_json(*hits, words, session.today)
                            : search_text(*hits, result->terms, analyzer, session.console.color()));
  for (const std::string& note : *notes) session.console.note(note);
  return hits->empty() ? kExitFindings : kExitFine;
}

Result<int> run(Session& session, const Arguments& arguments) {
  const std::string format = arguments.last("--format", "text");
  const std::vector<std::string> known = formats();
  if (std::ranges::find(known, format) == known.end()) {
    return Error{fmt::format("'{}' is no format of `runbookc search`", format),
                 "it is one of " + join(known, ", ")};
  }
  const auto limit = hit_limit(arguments);
  if (!limit) return limit.error();
  const auto index =
      arguments.has("--site") ? open_site(arguments.last("--site")) : open_sources(session);
  if (!index) return index.error();
  return print_hits(session, *index->reader, join(arguments.positionals, " "), *limit,
                    format == "json");
}

}  // namespace

const CliCommand& search_command() {
  static const CliCommand command = {
      .name = "search",
      .summary = "search the runbooks and their commands",
      .details =
          "Ranks as the site does. Words such as owner:platform, service:orders, severity:P1, "
          "type:alert, tag:db, status:overdue, risk:read or kind:command narrow it "
          "(docs/search.md). "
          "The exit code is 1 if nothing matches.",
      .options = {{"--format", "FORMAT", "text (default) or json", formats},
                  {"--limit", "N", "at most so many hits (default 10, at most 50)"},
                  {"--site", "DIR", "search the site in this folder, instead of the sources"}},
      .positionals = {{"QUERY", "what to look for: words, an alert, a command, an error", 1, -1,
                       nullptr, true}},
      .run = run};
  return command;
}

}  // namespace runbookc
