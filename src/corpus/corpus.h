// The linked corpus: every document in its place, every reference resolved, but for those of pages
// that nobody wants (LoadOptions::wanted). Immutable; nothing
// after linking asks the disk anything, but for the bytes of sources that were put off
// (corpus/source_list.h). Parts refer to each other by index.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/date.h"
#include "base/file_observer.h"
#include "base/files.h"
#include "base/result.h"
#include "config/project_config.h"
#include "corpus/codeowners.h"
#include "corpus/document_list.h"
#include "corpus/known_sources.h"
#include "corpus/metadata.h"
#include "corpus/owners.h"
#include "corpus/rename_map.h"
#include "corpus/review.h"
#include "corpus/source_list.h"
#include "model/document_store.h"
#include "schema/document_type.h"
#include "source/source_file.h"

namespace runbookc {

enum class LinkOutcome : std::uint8_t {
  page,             // `page`, and `anchor` if the link names one that exists
  asset,            // `path`; `asset`, unless only drafts link there
  external,         // http, https, mailto, tel, slack … : not ours to judge
  generated,        // what the dialect's system makes itself: not ours to judge, nor to link
  folder,           // a folder without an index page
  outside_content,  // `path`: a file or folder in the project, not in the content or not published;
                    // `page`, if it is a document that is not published (a draft)
  target_missing,   // `suggestion`: the nearest file, as a link target; may be empty
  anchor_missing,   // `page`; `suggestion`: the nearest anchor, without `#`; else `anchor_page`
  case_mismatch,    // `suggestion`: the target as it is spelt on disk
  escapes_root,     // leaves the project
};

struct ResolvedLink {
  LinkOutcome outcome = LinkOutcome::external;
  Index page = kNone;
  Index asset = kNone;
  std::string anchor;         // as it stands in the target, "" for the top
  Index anchor_page = kNone;  // another page nearby, the only one that has the missing anchor
  std::string path;           // of what was looked for, relative to the project root
  std::string suggestion;
  bool sure = false;  // nothing but `suggestion` fits: it may be applied unasked
};

// A document in its place.
struct Page {
  Index document = kNone;
  std::string id;  // `id`, else the content path without extension
  std::string type;
  Index type_index = kNone;            // into Corpus::types; kNone for a type that has no schema
  std::string title;                   // `title`, else the H1, else the file name in words
  std::string summary;                 // `summary`, else the first paragraph
  std::string status;                  // draft, active, deprecated
  std::string url;                     // relative to the site root: "db/failover.html"
  bool published = true;               // false: a draft, or its URL belongs to another
  std::vector<std::string> redirects;  // the URLs of its `aliases`, but for conflicting ones
  std::optional<Value> completed;      // its front matter, where the project's defaults add to it
  Metadata metadata;
  Review review;
  std::optional<Date>
      last_commit;  // that changed it and set no review; today for what is not committed
  std::vector<Index>
      owners;  // into the directory; kNone for unknown ones; parallel to metadata.owners
  Index code_owners_line = kNone;  // into Corpus::code_owners.lines(): what decides about its path
  // Parallel to Document::links; empty for pages that LoadOptions::wanted leaves out.
  std::vector<ResolvedLink> links;
  // Published pages that link here, also by its address in the repository; ascending.
  std::vector<Index> backlinks;
};

// As written, with the project's defaults. `document` is the page's own.
inline const Value& front_matter_of(const Page& page, const Document& document) {
  return page.completed ? *page.completed : document.front_matter.root;
}

// A linked file that is no document: published beside the pages.
struct Asset {
  std::string path;  // relative to the project root
  std::string url;   // relative to the site root
};

enum class UrlConflictKind : std::uint8_t {
  shared,    // two sources, one URL
  ours,      // the URL is one that we write ourselves: `_/…`, `index.json`
  below,     // a folder on the way to it is a file of the site
  too_long,  // no disk can be relied on to hold it
};

// A URL that a source cannot have.
struct UrlConflict {
  UrlConflictKind kind = UrlConflictKind::shared;
  std::string url;
  // Pages and assets, relative to the project root, sorted. At most the one called `winner` is
  // published; all are, if the URLs differ in case (they clash on some disks only). But for
  // `shared` ones without the winner.
  std::vector<std::string> paths;
  std::string winner;  // "" if it is none of the content
  std::string above;   // for `below`: the URL that is a file, as its winner spells it
};

// What kept a file from being loaded, as RB00x problems of that path.
struct LoadProblem {
  std::string path;
  Problem problem;
};

// What was seen on the way through the content, beside the documents.
struct WalkNotes {
  // Patterns of `exclude` that matched nothing, in their order.
  std::vector<std::string> idle_excludes;
  // Files with the project file's name, below the root; sorted.
  std::vector<std::string> inner_project_files;
};

struct Corpus {
  ProjectConfig config;
  Date today;
  SourceList sources;               // parallel to `documents`
  DocumentList documents;           // sorted by path
  std::vector<Page> pages;          // parallel to `documents`
  std::vector<Asset> assets;        // sorted by path
  std::vector<DocumentType> types;  // sorted by name
  std::string own_schemas;          // a digest of the project's; "" if it has none
  OwnerDirectory owners;
  std::optional<SourceFile> owners_source;
  CodeOwners code_owners;                  // the owners file if it is one, else the repository's
  std::vector<LoadProblem> load_problems;  // of files that are no documents for it; by path
  std::vector<UrlConflict> url_conflicts;  // sorted by URL
  WalkNotes walk;
  std::map<std::string, std::vector<Index>, std::less<>> pages_by_alert, pages_by_service,
      pages_by_tag;  // published pages, ascending

  const Document& document_of(const Page& page) const { return documents[page.document]; }
  // Its path, and what else its outline holds, without reading the rest of it.
  const std::string& path_of(const Page& page) const { return outline_of(page).path; }
  const Document& outline_of(const Page& page) const { return documents.outline(page.document); }
  const Value& front_matter_of(const Page& page) const {
    return runbookc::front_matter_of(page, outline_of(page));
  }
  const SourceFile& source_of(const Page& page) const { return sources[page.document]; }
  const DocumentType* type_of(const Page& page) const {
    return page.type_index == kNone ? nullptr : &types[page.type_index];
  }
};

// Whether somebody wants to know of the file at `path`; empty: of every file.
using WantedFiles = std::function<bool(std::string_view path)>;

struct LoadOptions {
  ProjectConfig config;
  Date today;
  unsigned threads = 0;
  bool render = true;
  std::string output_folder;  // relative to the root, never read; "" if it lies elsewhere
  RenameMap renames = {};     // what is known of files that went elsewhere, to mend links by
  // Loaded before with the same `render`: its documents are taken over, not parsed again, where the
  // file and the project file are the same. May be null.
  const Corpus* earlier = nullptr;
  // Of runs with the same project file, content root and `render` (document_cache.h in cli sees to
  // it); null if there is none.
  std::shared_ptr<const DocumentStore> store = {};
  // What is known here, and did not change since, is read when it is asked for: the files outlive
  // the corpus then, and SourceList::has_changed() is to be asked. Null: all is read at once.
  const KnownSources* known = nullptr;
  FileObserver* observer = nullptr;  // is told which file is parsed
  // Pages that are left out are what they are, but for their `links`; what they tell of the others
  // (backlinks, assets, owners …) is the same. Called on several threads.
  WantedFiles wanted = {};
};

// Loads, parses and links the project under `files` (rooted at the project root). Content problems
// end up in the corpus; an Error is an unreadable content root, one without any document, a broken
// owners file or schema. Corpus::config.content is the content root that was found.
Result<Corpus> load_corpus(const Files& files, const LoadOptions& options);

// The stages of load_corpus, for tests and tools.

// The content root: the configured one, else the dialect's usual folder (`content`) where that
// exists, else the project root
// (""; a configured "." means the root too). An Error if it is no folder.
Result<std::string> find_content_root(const Files& files, const ProjectConfig& config);

struct LoadedFiles {
  SourceList sources;                      // documents, sorted by path
  std::vector<std::string> content_paths;  // parallel: relative to the content root
  std::vector<LoadProblem> problems;
  WalkNotes walk;
};
Result<LoadedFiles> load_files(const Files& files, const LoadOptions& options);

// Makes pages of the documents and resolves what they refer to. `corpus` has everything but pages,
// assets, conflicts and the maps of pages; its config.content is the content root. Of `options`,
// threads, output_folder, renames and wanted count.
Corpus link_corpus(const Files& files, const LoadOptions& options, Corpus corpus);

// "db/failover.md" -> "db/failover.html"; README.md, index.md and _index.md -> index.html (case
// ignored). `extensions` are the project's: the whole of one goes, and page endings before it
// (document_stem.h).
std::string page_url(std::string_view content_path, std::span<const std::string> extensions = {});

// The URL, relative to the site root, that an entry of `aliases` stands for: "/old/" and "old" ->
// "old/index.html", "old.html" as it is, "old.md" as page_url. "" if it is none.
std::string alias_url(std::string_view alias);

// The page with this project-relative path, or kNone.
Index find_page(const Corpus& corpus, std::string_view path);

}  // namespace runbookc
