#include "corpus/type_registry.h"

#include <catch2/catch.hpp>

#include "base/overlay_files.h"

using namespace runbookc;

namespace {

TypeRegistry registry_of(const FileBytes& files) {
  return load_document_types(MemoryFiles(files)).value();
}

}  // namespace

TEST_CASE("a project's schemas go before the shipped ones, and count as they were read") {
  const TypeRegistry shipped = registry_of({});
  const TypeRegistry a = registry_of({{"schemas/types/drill.json", R"({"title": "Drill"})"}});
  const TypeRegistry b = registry_of({{"schemas/types/drill.json", R"({"title": "A drill"})"}});
  CHECK(a.types.size() == shipped.types.size() + 1);
  CHECK(shipped.own_schemas.empty());
  CHECK_FALSE(a.own_schemas.empty());
  CHECK(a.own_schemas != b.own_schemas);
  CHECK(a.own_schemas == registry_of({{"schemas/types/drill.json", R"({"title": "Drill"})"},
                                      {"schemas/types/README", "not read"}})
                             .own_schemas);
}

TEST_CASE("the name of a schema counts as its text does") {
  const auto named = [](const std::string& name) {
    return registry_of({{"schemas/types/" + name + ".json", R"({"title": "Drill"})"}}).own_schemas;
  };
  CHECK(named("drill") != named("exercise"));
}
