// Output artifacts: corpus to files of the site.
//
// An artifact lives in emit/artifacts/, is named after what it makes (commands_json.cc), and
// defines `const ArtifactMaker& commands_json_artifact()`. CMake finds it and writes the registry.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_sink.h"
#include "base/result.h"
#include "corpus/corpus.h"
#include "report/reporter.h"

namespace runbookc {

class Templates;
struct Assets;

// All that emitting may look at. Outlives every planned artifact made from it.
struct SiteInput {
  const Corpus& corpus;
  const Report& report;  // of everything
  const Templates& templates;
  const Assets& assets;
  unsigned threads = 0;  // for what a maker does at once for all its files; 0: as many as there are
};

// A file of the site that is made when it is wanted: `render` is a pure function, called at most
// once, from any thread. So the whole site need never be in memory.
struct PlannedArtifact {
  std::string path;  // relative to the site root
  std::function<std::string()> render;
  // For a file that is copied: its path relative to the project root; `render` is empty then.
  std::string copy_from;
  // For a file that grows with the corpus: writes the same bytes as `render`, but never holds them
  // all. Called instead of `render`, likewise at most once.
  std::function<void(const ByteSink&)> stream = {};
  // Whether it comes of one file of the project: if it takes long, that file is why. What comes of
  // the whole corpus takes long because there is much of it.
  bool of_one_file = false;
};

// An artifact that is written piece by piece.
PlannedArtifact streamed_artifact(std::string path, std::function<void(const ByteSink&)> stream);

struct ArtifactMaker {
  std::string_view name;
  std::string_view description;
  std::vector<PlannedArtifact> (*plan)(const SiteInput&);
};

inline std::string_view registry_key(const ArtifactMaker& maker) { return maker.name; }

std::span<const ArtifactMaker* const> all_artifact_makers();  // sorted by name

// The whole site but for build.json (which the writer makes, since it lists the bytes), sorted by
// path. Two artifacts with one path are a bug of ours (RB009 has refused such sources).
std::vector<PlannedArtifact> plan_site(const SiteInput& input);

}  // namespace runbookc
