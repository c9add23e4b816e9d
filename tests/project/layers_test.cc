#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "base/text.h"
#include "source_tree.h"

using namespace runbookc;

namespace {

using Layers = std::map<std::string, std::set<std::string>, std::less<>>;

// What each layer may include besides itself. src/ARCHITECTURE.md shows the same table.
const Layers& allowed() {
  static const Layers layers = {
      {"base", {}},
      {"source", {"base"}},
      {"shell", {"base", "source", "model"}},
      {"git", {"base", "source"}},
      {"diag", {"base", "source"}},
      {"model", {"base", "source"}},
      {"schema", {"base", "source", "model"}},
      {"parse", {"base", "source", "shell", "model"}},
      {"prose", {"base", "source", "model", "schema"}},
      {"config", {"base", "source", "shell", "diag", "model", "schema", "parse"}},
      {"corpus", {"base", "source", "shell", "diag", "model", "schema", "parse", "config"}},
      {"check",
       {"base", "source", "shell", "diag", "model", "schema", "parse", "prose", "config",
        "corpus"}},
      {"adopt",
       {"base", "source", "shell", "diag", "model", "schema", "parse", "prose", "config",
        "corpus"}},
      {"fix", {"base", "source", "shell", "diag", "model", "schema", "parse", "config", "corpus"}},
      {"report",
       {"base", "source", "shell", "diag", "model", "schema", "parse", "config", "corpus"}},
      {"search",
       {"base", "source", "shell", "diag", "model", "schema", "parse", "config", "corpus"}},
      {"emit",
       {"base", "source", "shell", "diag", "model", "schema", "parse", "config", "corpus", "report",
        "search"}},
      {"serve",
       {"base", "source", "shell", "diag", "model", "schema", "parse", "config", "corpus", "report",
        "search", "emit"}},
      {"cli",
       {"base", "source", "shell", "git", "diag", "model", "schema", "parse", "prose", "config",
        "corpus", "check", "fix", "adopt", "report", "search", "emit", "serve"}},
  };
  return layers;
}

// The folder of "src/emit/artifacts/x.cc" or "emit/artifact.h"; "" for a file in no folder.
std::string layer_of(std::string_view path) {
  if (path.starts_with("src/")) path.remove_prefix(4);
  const auto slash = path.find('/');
  return std::string(slash == std::string_view::npos ? "" : path.substr(0, slash));
}

bool is_code(const TextFile& file) {
  return file.path.ends_with(".cc") || file.path.ends_with(".h");
}

// Why this include is none, or "".
std::string fault_of(const Include& include) {
  const std::string from = layer_of(include.path);
  const std::string to = layer_of(include.header);
  if (from.empty()) return to == "cli" ? "" : "main includes cli and nothing else";
  const auto layer = allowed().find(from);
  if (layer == allowed().end()) return from + " is no layer";
  if (!allowed().contains(to)) return to + " is no layer";
  if (to == from || layer->second.contains(to)) return "";
  return from + " may not include " + to;
}

// The rows of the architecture page's table of layers: `| name | name, name |`.
Layers documented() {
  Layers layers;
  bool inside = false;
  for (const TextFile& file : project_files("src")) {
    if (file.path != "src/ARCHITECTURE.md") continue;
    for (const std::string_view line : split_lines(file.text)) {
      const auto cells = split(line, '|');
      if (cells.size() < 4) {
        inside = false;
        continue;
      }
      const std::string_view name = trim(cells[1]);
      if (name == "layer") inside = trim(cells[2]) == "may include";
      if (!inside || name == "layer" || name.starts_with("--")) continue;
      std::set<std::string>& below = layers[std::string(name)];
      for (const std::string_view other : split(cells[2], ',')) {
        if (!trim(other).empty()) below.emplace(trim(other));
      }
    }
  }
  return layers;
}

}  // namespace

TEST_CASE("includes go one way") {
  std::size_t seen = 0;
  for (const TextFile& file : project_files("src")) {
    if (!is_code(file)) continue;
    for (const Include& include : includes_of(file)) {
      if (!include.quoted) continue;
      ++seen;
      const std::string fault = fault_of(include);
      if (!fault.empty()) FAIL_CHECK(place(include) << ": " << fault);
    }
  }
  CHECK(seen > 100);
}

TEST_CASE("the layer test sees a step back") {
  const TextFile file{"src/base/x.cc",
                      "#include \"base/x.h\"\n\n  #  include \"emit/artifact.h\"\n"};
  const auto includes = includes_of(file);
  REQUIRE(includes.size() == 2);
  CHECK(fault_of(includes[0]).empty());
  CHECK(fault_of(includes[1]) == "base may not include emit");
  CHECK(place(includes[1]) == "src/base/x.cc:3");
}

TEST_CASE("the table of layers has no circle") {
  for (const auto& [layer, below] : allowed()) {
    for (const std::string& other : below) {
      CAPTURE(layer, other);
      CHECK_FALSE(allowed().at(other).contains(layer));
      CHECK(std::ranges::includes(below, allowed().at(other)));
    }
  }
}

TEST_CASE("the architecture page shows the table of layers that is enforced") {
  CHECK(documented() == allowed());
}

TEST_CASE("every file begins with its own header") {
  for (const TextFile& file : project_files("src")) {
    if (!file.path.ends_with(".cc")) continue;
    const std::string own = file.path.substr(4, file.path.size() - 4 - 3) + ".h";
    const auto includes = includes_of(file);
    const auto found = std::ranges::find(includes, own, &Include::header);
    if (found == includes.end()) continue;
    CAPTURE(file.path);
    CHECK(found == includes.begin());
  }
}
