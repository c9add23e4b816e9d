// A planned site, from which single files are taken when they are asked for. Nothing is read but
// what is planned, so that no path of a request leads anywhere else.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/files.h"
#include "emit/artifact.h"

namespace runbookc {

class ServedSite {
 public:
  // `project` and what the artifacts look at must outlive this.
  ServedSite(std::vector<PlannedArtifact> planned, const Files& project)
      : planned_(std::move(planned)), project_(&project) {}

  // The file that a URL's path (decoded, with its leading `/`) stands for: "/db/" is
  // "db/index.html". Nothing if there is none.
  std::optional<std::string> file_at(std::string_view url_path) const;
  // Whether the path lacks the final `/` of a folder that has a page.
  bool is_folder_without_slash(std::string_view url_path) const;

  // The bytes of a file, as `build` would write them; made once. Nothing if it is none of the
  // site's, or a copied one that cannot be read now.
  std::optional<std::string> bytes(const std::string& file);

  // Whether the site publishes the project's file at `path`, or one in the folder of that name.
  bool copies_from(std::string_view path) const;

 private:
  const PlannedArtifact* find(std::string_view file) const;

  std::vector<PlannedArtifact> planned_;  // sorted by path
  const Files* project_;
  std::map<std::string, std::string, std::less<>> made_;
};

}  // namespace runbookc
