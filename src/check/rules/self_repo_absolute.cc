// RB309: a link that leaves for the web to come back to the next file.
#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "check/link_finding.h"
#include "check/rule.h"
#include "corpus/repository_url.h"

namespace runbookc {
namespace {

// What the corpus holds of what the page links.
class KnownFiles {
 public:
  explicit KnownFiles(const Corpus& corpus) : corpus_(corpus) {}

  // Whether the site has the file: a relative link to anything else would gain nothing.
  bool publishes(const RepositoryFile& file) const {
    const Index page = find_page(corpus_, file.path);
    if (page != kNone) return corpus_.pages[page].published;
    if (is_folder(file.path)) return true;
    const auto asset = std::ranges::lower_bound(corpus_.assets, file.path, {}, &Asset::path);
    return asset != corpus_.assets.end() && asset->path == file.path;
  }

  // Whether it has the place in it, too.
  bool holds(const RepositoryFile& file) {
    const Index page = find_page(corpus_, file.path);
    if (page != kNone) {
      return file.fragment.size() < 2 || anchors_of(page).contains(file.fragment.substr(1));
    }
    const auto asset = std::ranges::lower_bound(corpus_.assets, file.path, {}, &Asset::path);
    return file.fragment.empty() && asset != corpus_.assets.end() && asset->path == file.path;
  }

 private:
  // A folder with documents, which are sorted by path.
  bool is_folder(const std::string& path) const {
    const Index first = corpus_.documents.lower_bound(path + "/");
    return first < corpus_.documents.size() &&
           corpus_.documents.outline(first).path.starts_with(path + "/");
  }

  const std::set<std::string, std::less<>>& anchors_of(Index page) {
    const auto [found, is_new] = anchors_.try_emplace(page);
    if (is_new) {
      for (const Section& section : corpus_.outline_of(corpus_.pages[page]).sections) {
        found->second.insert(section.anchor);
      }
    }
    return found->second;
  }

  const Corpus& corpus_;
  std::map<Index, std::set<std::string, std::less<>>> anchors_;
};

// Whether the link is called like the file: `[content/db/a.md](…)` speaks of the source, which the
// page made of it would not show.
bool names_source(const Link& link, const RepositoryFile& file) {
  const std::string_view text = trim(link.text);
  if (file_extension(text).empty() || text.find("://") != std::string_view::npos) return false;
  return text == file.path || file.path.ends_with("/" + std::string(text)) ||
         text.ends_with("/" + file.path);
}

// From the page to the file, as a link's destination.
std::string relative_target(const PageContext& context, const RepositoryFile& file) {
  const std::string_view own = context.document.path;
  if (file.path == own && !file.fragment.empty()) {
    return file.fragment;
  }
  return percent_encode_path(relative_path(parent_path(own), file.path)) + file.fragment;
}

std::optional<Fix> make_relative(const PageContext& context, const Link& link,
                                 const std::string& target) {
  const bool has_text = link.kind == LinkKind::inline_link || link.kind == LinkKind::reference ||
                        link.kind == LinkKind::html;
  if (!has_text || !link.target_span.valid() ||
      target.find_first_of("() <>\\\"") != std::string::npos ||
      context.source.text(link.target_span) != link.target) {
    return std::nullopt;
  }
  return Fix{.description = "link to '" + target + "'",
             .edits = {{.range = link.target_span, .text = target}}};
}

std::vector<Finding> check(const PageContext& context) {
  const RepositoryUrl repository(context.corpus.config.site.edit_url);
  KnownFiles known(context.corpus);
  std::vector<Finding> findings;
  for (const Link& link : context.document.links) {
    const std::optional<RepositoryFile> file = repository.find(link.target);
    if (!file || file->path.empty() || (file->edits && file->path == context.document.path)) {
      continue;  // "edit this page" is meant
    }
    if (!known.publishes(*file) || names_source(link, *file)) continue;
    const std::string target = relative_target(context, *file);
    findings.push_back(
        {.span = target_place(link),
         .message = "'" + file->path + "' is linked by its address on the web",
         .help = "link to '" + target + "'",
         .subject = link.target,
         .fix = known.holds(*file) ? make_relative(context, link, target) : std::nullopt});
  }
  return findings;
}

}  // namespace

const Rule& self_repo_absolute_rule() {
  static const Rule rule = {
      .code = "RB309",
      .name = "self-repo-absolute",
      .recommended = Severity::off,
      .summary = "a link leads to a file of the project by its address on the web",
      .why =
          "A link to one's own repository by URL is not checked when its file moves. It shows the "
          "main branch to whoever reads another one, leaves the site for the forge, asks for a "
          "login there, and fails when the network is the incident. A relative link works in the "
          "repository, on the site and from a disk.\n\n"
          "The repository is known from `site.edit_url`; its other views (`blob`, `edit`, `raw`, "
          "`tree`, `blame`, `src`, with GitLab's `/-/`) count too. Other branches, tags and "
          "commits, links to lines, files that the site does not have, a page's own 'edit this "
          "page', and links whose text is the file's path or name, which mean the source, are left "
          "alone.",
      .bad =
          {"=== runbookc.yaml\n"
           "site: { edit_url: \"https://git.example.com/ops/runbooks/edit/main/{path}\" }\n"
           "=== restart.md\n"
           "# Restart\n\nFirst [drain](https://git.example.com/ops/runbooks/blob/main/drain.md).\n"
           "=== drain.md\n# Drain\n"},
      .good = {"=== runbookc.yaml\n"
               "site: { edit_url: \"https://git.example.com/ops/runbooks/edit/main/{path}\" }\n"
               "=== restart.md\n# Restart\n\nFirst [drain](drain.md).\n"
               "=== drain.md\n# Drain\n"},
      .check_page = check};
  return rule;
}

}  // namespace runbookc
